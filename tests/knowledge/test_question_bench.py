"""The measuring of answers and of search is itself right: truth, keys, citations, gains."""

from __future__ import annotations

import random

import pytest

from ita_docs.bench.kb_question_check import Cited, row_key
from ita_docs.bench.kb_question_draw import draw, patterns
from ita_docs.bench.kb_question_truth import Facts, bound_kind, plain_words
from ita_docs.bench.kb_questions import SETS, measure_questions
from ita_docs.bench.kb_search import ndcg
from ita_docs.bench.kb_world import WorldFile, make_world


@pytest.fixture(scope="module")
def files() -> list[WorldFile]:
    """A small world."""
    return make_world(7, letters=60)


def test_there_are_enough_questions_and_forty_are_written_by_hand() -> None:
    asked = patterns()
    assert len(asked) >= 119
    assert sum(pattern.source == "by hand" for pattern in asked) >= 40
    assert min(len(patterns(name)) for name in SETS[1:]) >= 20
    assert sum(len(patterns(name)) for name in SETS[1:]) >= 400


def test_a_question_asks_for_what_the_world_holds(files: list[WorldFile]) -> None:
    facts = Facts(files)
    drawn = [draw(facts, pattern, random.Random(3)) for pattern in patterns()]
    asked = [question for question in drawn if question is not None]
    assert len(asked) > 60
    for question in asked:
        assert question.required
        assert question.required <= question.allowed
        assert "{" not in question.text


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ที่ทำการปกครองอำเภอ", "district"),
        ("องค์กรปกครองส่วนท้องถิ่นในพื้นที่", "local"),
        ("จังหวัด", "province"),
        ("หน่วยงาน", None),
    ],
)
def test_bound_kinds(name: str, kind: str | None) -> None:
    assert bound_kind(name) == kind


def test_a_citation_must_stand_as_written_and_hold_the_words(files: list[WorldFile]) -> None:
    file = next(one for one in files if one.documents[0]["signatory"])
    name = file.documents[0]["signatory"]["name"]
    lines = file.pages[0]
    line = next((n for n, text in enumerate(lines, 1) if plain_words(name) in plain_words(text)), None)
    assert line is not None
    place = {"file": f"{file.name}.txt", "page": 1, "line": line, "text": lines[line - 1]}
    row = {"number": "x", "name": name, "citations": [place]}
    cited = Cited(files)
    assert cited.holds("signatory", row)
    assert not cited.holds("signatory", {**row, "name": "นายอื่น คนละคน"})
    assert not cited.holds("signatory", {**row, "citations": []})
    assert not cited.holds("signatory", {**row, "citations": [{**place, "text": "ไม่มีข้อความนี้"}]})


def test_rows_are_compared_without_spaces_and_numerals() -> None:
    assert row_key("signatory", {"number": "มท ๐๐๑๘.๑/ว ๕", "name": "นาย ก ข"}) == ("มท0018.1/ว5", "นายกข")


def test_gain_counts_the_first_ten() -> None:
    assert ndcg(["a", "b", "c"], frozenset("ab")) == 1.0
    assert ndcg(["c", "a"], frozenset("a")) == pytest.approx(0.6309, abs=1e-3)
    assert ndcg([], frozenset("a")) == 0.0


@pytest.mark.slow
def test_most_questions_over_a_small_world_are_answered_exactly() -> None:
    score = measure_questions(5, letters=150)
    assert score.exact / score.asked >= 0.9
    assert score.rows_without_words <= 1
