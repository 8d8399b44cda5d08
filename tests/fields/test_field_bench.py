"""The field bench: its own judgement of right and wrong, and a small run."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from ita_docs.bench.field_pairs import paired
from ita_docs.bench.field_report import changes, report
from ita_docs.bench.field_speed import measure_speed
from ita_docs.bench.field_tally import Tally
from ita_docs.bench.fuzz_letters import mutated

LETTER: dict[str, Any] = {
    "kind": "external_letter",
    "urgency": "urgent",
    "number": {"canonical": "มท 0322/ว 91"},
    "date": "2025-06-05",
    "issuer": {"name": "กรมการปกครอง", "province": None},
    "subject": "การสำรวจข้อมูลอาคารของทางราชการ",
    "recipients": [{"name": "ผู้ว่าราชการจังหวัด", "scope": "ทุกจังหวัด", "excluding": []}],
    "references": [{"number": {"canonical": "มท 0322/ว 5"}, "date": "2025-01-05"}],
    "attachments": [{"title": "แบบสำรวจ", "quantity": 1, "unit": "ชุด"}],
    "meetings": [{"date": "2025-06-20", "start": "09:00", "end": None, "venue": "ห้องประชุม 1"}],
    "deadlines": [{"due": "2025-06-30", "item": None, "action": "ส่งข้อมูลตามแบบสำรวจ"}],
    "contacts": [{"kind": "phone", "value": "022210000", "ext": "12"}],
    "fiscal_years": [2568],
    "flags": [{"field": "number"}],
}


def score(gold: dict[str, Any], found: dict[str, Any]) -> Tally:
    tally = Tally()
    tally.file("f", {"documents": [gold]}, [found])
    return tally


def test_gold_against_itself_is_all_right() -> None:
    tally = score(LETTER, copy.deepcopy(LETTER))
    total = tally.total()
    assert (total.f1, total.wrong, total.missing, total.extra) == (1.0, 0, 0, 0)
    assert total.right == 16
    assert tally.misses == []


CHANGES = [
    ("number", {"canonical": "มท 0322/ว 97"}, "number", "wrong"),
    ("date", None, "date", "missing"),
    ("secrecy", "secret", "secrecy", "extra"),
    ("subject", "เรื่องอื่นที่ไม่เหมือนกันเลย", "subject", "wrong"),
    ("recipients", [], "recipients", "missing"),
    ("references", [{"number": {"canonical": "มท 0322/ว 5"}, "date": "2024-01-05"}], "references", "wrong"),
    ("contacts", [*LETTER["contacts"], {"kind": "fax", "value": "022210001"}], "contacts", "extra"),
    ("deadlines", [{"due": "2025-06-30", "action": "ประชุม"}], "deadlines", "wrong"),
    ("flags", [], "flags", "missing"),
]


@pytest.mark.parametrize(("key", "value", "field", "fault"), CHANGES, ids=[f"{c[2]}-{c[3]}" for c in CHANGES])
def test_each_fault_counts_once(key: str, value: object, field: str, fault: str) -> None:
    tally = score(LETTER, {**copy.deepcopy(LETTER), key: value})
    assert getattr(tally.counts[field], fault) == 1
    total = tally.total()
    assert total.wrong + total.missing + total.extra == 1


@pytest.mark.parametrize(
    "found",
    [
        {**LETTER, "subject": "การสำรวจข้อมูลอาคารของทางราชกาา"},
        {**LETTER, "number": {"canonical": "มท ๐๓๒๒/ว๙๑"}},
        {**LETTER, "deadlines": [{"due": "2025-06-30", "action": "ขอให้จังหวัดส่งข้อมูลตามแบบสำรวจ"}]},
    ],
)
def test_spelling_and_longer_actions_are_right(found: dict[str, Any]) -> None:
    assert score(LETTER, found).total().f1 == 1.0


def test_what_the_gold_allows() -> None:
    gold = {**LETTER, "accept_date": ["2025-06-06"], "unread": ["number"]}
    gold["contacts"] = [*LETTER["contacts"], {"kind": "fax", "value": "1", "optional": True}]
    assert score(gold, {**LETTER, "date": "2025-06-06", "number": None}).total().f1 == 1.0


def test_documents_are_paired_in_page_order() -> None:
    form = {"kind": "attachment", "title": "แบบสำรวจ"}
    pairs = paired([LETTER, form], [form])
    assert pairs == [(LETTER, None), (form, form)]


def test_gains_and_losses_between_two_runs() -> None:
    before = report(1, {"text": score(LETTER, {**LETTER, "date": None})})
    now = report(1, {"text": score(LETTER, {**LETTER, "number": None})})
    found = changes(now, before)
    assert found["text date"]["gained"] == ['f#1 date: want "2025-06-05", got null']
    assert found["text number"]["lost"] == ['f#1 number: want "มท 0322/ว 91", got null']


def test_a_small_run_of_the_command(tmp_path: Path) -> None:
    from ita_docs.cli.app import app

    out = tmp_path / "figures.json"
    args = ["bench", "fields", "--count", "12", "--seed", "3", "--out", str(out), "--json"]
    run = CliRunner().invoke(app, args)
    assert run.exit_code == 0, run.output
    figures = json.loads(out.read_text("utf-8"))
    assert figures["slices"]["text"]["files"] == 12
    assert figures["slices"]["text"]["overall"]["f1"] >= 0.95
    assert set(figures["slices"]) == {"text", "noisy text"}


def test_mutated_letters_are_the_same_for_the_same_number() -> None:
    texts = ["เรื่อง ก\nเรียน นายอำเภอ ทุกอำเภอ\nด้วยจังหวัดขอให้ส่งรายชื่อ ภายในวันที่ ๓ มกราคม ๒๕๖๘"] * 2
    assert mutated(texts, 1, 7) == mutated(texts, 1, 7)
    assert len({str(mutated(texts, 1, number)) for number in range(20)}) > 10


@pytest.mark.slow
def test_a_fuzz_run_goes_on_where_it_was(tmp_path: Path) -> None:
    from ita_docs.cli.app import app

    out = tmp_path / "fuzz.json"
    out.write_text(
        json.dumps(
            {"seed": 4, "done": 3, "cpu_seconds": 0.1, "slowest_seconds": 0.1, "failed": [], "slow": []}
        )
    )
    result = CliRunner().invoke(app, ["bench", "fuzz", "--count", "5", "--out", str(out), "--json"])
    assert result.exit_code == 0, result.output
    figures = json.loads(out.read_text())
    assert (figures["seed"], figures["done"], figures["failed"]) == (4, 5, [])


@pytest.mark.slow
def test_speed_counts_letters_and_memory() -> None:
    figures = measure_speed(4, seed=2)
    assert figures["files"] == 4
    assert figures["letters"] >= 1
    assert figures["letters_per_second"] > 0
    assert len(figures["resident_mib"]) == 5
