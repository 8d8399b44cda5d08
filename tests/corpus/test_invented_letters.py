"""The world of invented letters: the same for a seed, gold true to the text, nobody's telephone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from ita_docs.corpus.damage import confusions, damage_citation, damage_text
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.duty_gold import duty_register
from ita_docs.corpus.numerals import arabic
from ita_docs.corpus.sample import Sample
from ita_docs.corpus.thai_dates import buddhist
from ita_docs.corpus.world import World
from ita_docs.corpus.wrapping import PLAIN, Look, draw_look

KEYS = {
    "kind", "attachment_kind", "title", "pages", "urgency", "secrecy", "number", "date", "issuer", "subject",
    "recipients", "references", "attachments", "meetings", "deadlines", "signatory", "owner", "contacts",
    "copies_to", "fiscal_years", "topics", "receipts", "body", "flags", "provenance",
}  # fmt: skip


@pytest.fixture(scope="module", params=["ita", "mixed"])
def samples(request: pytest.FixtureRequest) -> list[Sample]:
    return list(World(41, topics=request.param).samples(250))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", arabic(text))


def test_a_seed_gives_the_same_letters() -> None:
    first, second = (list(World(5).samples(40)) for _ in range(2))
    assert [s.text() for s in first] == [s.text() for s in second]
    assert [s.gold() for s in first] == [s.gold() for s in second]


def test_more_letters_do_not_change_the_first_ones() -> None:
    few, many = World(5).samples(20), World(5).samples(60)
    assert [s.text() for s in few] == [s.text() for s in islice(many, 20)]


def test_another_seed_gives_other_letters() -> None:
    assert next(World(1).samples(1)).text() != next(World(2).samples(1)).text()


def test_gold_has_every_key_of_the_contract(samples: list[Sample]) -> None:
    for sample in samples:
        for document in sample.gold()["documents"]:
            assert document.keys() >= KEYS


def test_gold_is_json(samples: list[Sample]) -> None:
    for sample in samples:
        assert json.loads(json.dumps(sample.gold(), ensure_ascii=False)) == sample.gold()


def test_values_stand_in_the_text(samples: list[Sample]) -> None:
    """Subject, names, actions, telephones: what the gold says is printed, but for planted flaws."""
    for sample in samples:
        for paper, part in zip(sample.papers, sample.text().split("\f"), strict=True):
            text, gold = squeezed(part), paper.gold
            wanted = [duty["action"] for duty in gold["deadlines"]]
            wanted += [enclosure["title"] for enclosure in gold["attachments"]]
            wanted += [gold["subject"], (gold["signatory"] or {}).get("position")]
            for value in filter(None, wanted):
                assert squeezed(value) in text, (sample.name, value)


def test_days_stand_in_the_text(samples: list[Sample]) -> None:
    for sample in samples:
        for paper, part in zip(sample.papers, sample.text().split("\f"), strict=True):
            if paper.gold["date"] is None:
                continue
            day = date.fromisoformat(paper.gold["date"])
            assert f"{day.day}" in squeezed(part)
            assert str(buddhist(day)) in squeezed(part)


@pytest.mark.parametrize("look", [PLAIN, Look(80, 33, columns=True, spaced=False)], ids=["plain", "wrapped"])
def test_documents_lie_on_their_pages(samples: list[Sample], look: Look) -> None:
    """Each document's subject stands on its own pages, whole words kept over the wrapped lines."""
    for sample in samples[:60]:
        text, gold = sample.printed(look)
        sheets = text.split("\f")
        assert gold["documents"][-1]["pages"][1] == len(sheets)
        for document in gold["documents"]:
            first, last = document["pages"]
            own = squeezed("".join(sheets[first - 1 : last]))
            assert squeezed(document["subject"] or document["title"] or "") in own


def test_wrapped_lines_keep_to_their_width(samples: list[Sample]) -> None:
    text, _ = samples[3].printed(Look(80, 33))
    assert max(len(line) for line in text.splitlines()) < 125


def test_a_letter_cites_only_what_was_written_before(samples: list[Sample]) -> None:
    days = {sample.letter.id: sample.letter.day for sample in samples}
    for sample in samples:
        for link in sample.links:
            assert days.get(link["to"], date.min) <= sample.letter.day


def test_held_letters_are_in_the_world() -> None:
    samples = list(World(9, missing=0.3).samples(400))
    known, last = {sample.letter.id for sample in samples}, samples[-1].name.rpartition("-")[0]
    links = [link for sample in samples for link in sample.links if not sample.name.startswith(last)]
    assert {link["to"] for link in links if link["state"] == "held"} <= known
    assert not {link["to"] for link in links if link["state"] == "missing"} & known
    assert {link["state"] for link in links} >= {"held", "missing"}


def test_numbers_are_given_once(samples: list[Sample]) -> None:
    numbers = [(s.letter.number.canonical, s.letter.day) for s in samples if s.letter.number]
    assert len(numbers) == len(set(numbers))


def test_telephones_belong_to_nobody(samples: list[Sample]) -> None:
    for sample in samples:
        for contact in (c for paper in sample.papers for c in paper.gold["contacts"]):
            if contact["kind"] in ("phone", "fax", "phone_fax"):
                assert re.fullmatch(r"020\d{6}|0[3-7]\d0\d{5}|0[689]00\d{6}", contact["value"]), contact


def test_planted_flaws_raise_flags() -> None:
    samples = World(12, topics="mixed", flaws=1.0).samples(500)
    fields = {flag["field"] for s in samples for paper in s.papers for flag in paper.gold["flags"]}
    assert fields == {
        "date",
        "number",
        "issuer",
        "meetings",
        "receipts",
        "references",
        "deadlines",
        "contacts",
    }


def test_no_flaws_no_flags() -> None:
    samples = World(12, flaws=0.0).samples(100)
    assert not [flag for s in samples for paper in s.papers for flag in paper.gold["flags"]]


def test_a_moved_duty_keeps_its_history() -> None:
    letters = [sample.letter for sample in World(3, missing=0.0).samples(400)]
    moved = [duty for duty in duty_register(letters) if any(h["how"] == "moved" for h in duty["history"])]
    assert moved
    for duty in moved:
        assert len({entry["due"] for entry in duty["history"]}) > 1
        assert len(duty["sources"]) == len(set(duty["sources"]))


def test_damage_keeps_to_its_rate() -> None:
    text = next(World(3).samples(1)).text() * 20
    damaged = damage_text(text, 0.02, Dice("damage"))
    changed = sum(1 for a, b in zip(text, damaged, strict=False) if a != b)
    assert changed > 0
    assert damage_text(text, 0.0, Dice("damage")) == text


@pytest.mark.parametrize("errors", [1, 2])
def test_a_damaged_citation_differs_in_look_alikes_only(errors: int) -> None:
    whole = "หนังสือกรมการปกครอง ที่ มท ๐๓๒๒/ว ๑๕๗๘ ลงวันที่ ๕ ธันวาคม ๒๕๖๕"
    for turn in range(50):
        damaged = damage_citation(whole, Dice(str(turn)), errors=errors)
        if len(damaged) == len(whole):
            pairs = [(a, b) for a, b in zip(whole, damaged, strict=True) if a != b]
            assert 0 < len(pairs) <= errors
            assert all(b in confusions()[a] for a, b in pairs)


def test_twins_are_told_apart_by_nothing_that_is_cited() -> None:
    samples = list(World(6, twins=0.3, flaws=0.0).samples(300))
    letters = {sample.letter.id: sample.letter for sample in samples}
    doubtful = [link for s in samples for link in s.links if link["state"] == "ambiguous"]
    assert doubtful
    for one, other in (link["candidates"] for link in doubtful):
        if one in letters and other in letters:
            a, b = letters[one], letters[other]
            assert (a.number, a.day, a.subject, a.sender) == (b.number, b.day, b.subject, b.sender)


def test_damage_leaves_the_gold_of_links() -> None:
    clean = World(6, flaws=0.0).samples(200)
    damaged = list(World(6, flaws=0.0, damage=0.4).samples(200))
    share = [link["damaged"] for sample in damaged for link in sample.links]
    assert 0.3 < sum(share) / len(share) < 0.5
    for one, other in zip(clean, damaged, strict=True):
        assert [link["to"] for link in one.links] == [link["to"] for link in other.links]


def test_another_process_gives_the_same_letters() -> None:
    """No set's order, which changes from process to process, may reach a letter or its gold."""
    code = (
        "import hashlib, json; from ita_docs.corpus.world import World\n"
        "all = [s.text() + json.dumps(s.gold()) for s in World(4, topics='mixed', twins=0.1).samples(150)]\n"
        "print(hashlib.sha256(''.join(all).encode()).hexdigest())"
    )
    prints = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    ]
    assert prints[0] == prints[1]


def test_the_sample_letters_are_those_of_the_commands() -> None:
    """corpus/ holds what `ita-docs corpus build --seed 2586 --count 72` writes."""
    folder = Path(__file__).parents[2] / "corpus"
    for sample in World(2586).samples(72):
        text, gold = sample.printed(draw_look(Dice(f"look {sample.name}")))
        assert (folder / "text" / f"{sample.name}.txt").read_text("utf-8") == text
        assert json.loads((folder / "gold" / f"{sample.name}.json").read_text("utf-8")) == gold
