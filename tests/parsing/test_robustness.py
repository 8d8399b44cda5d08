"""Anything may come in: no exception, no letter above a second, the same answer twice."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers import Line, Page, parse
from tests.parsing.invented_letters import ALL

TEXTS: list[str] = list(ALL.values())
CHARACTERS = "กขคงจชดตนบปผพมรลวสหอะาิีึืุูเแโไใ็่้๊๋์ำฯๆ0123456789๐๑๒๓๔๕๖๗๘๙ ./-()<>|“”…\u200b\u0e4d\u00a0xyz"
LIMIT = 1.0

lines = st.one_of(
    st.text(CHARACTERS, max_size=200),
    st.sampled_from([line for text in TEXTS for line in text.split("\n")]),
)


def _pages(texts: list[str], per_page: int) -> list[Page]:
    starts = range(0, max(len(texts), 1), per_page)
    return [Page(no, [Line(t) for t in texts[at : at + per_page]]) for no, at in enumerate(starts, 1)]


def _parse_in_time(texts: list[str], per_page: int = 45) -> None:
    begun = time.process_time()
    found = parse(_pages(texts, per_page))
    assert time.process_time() - begun < LIMIT
    for document in found:
        assert document.to_json()["kind"]


@pytest.fixture(autouse=True, scope="module")
def warm() -> None:
    for text in TEXTS:
        parse(_pages(text.split("\n"), 45))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(lines, max_size=60), st.integers(3, 50))
def test_any_lines(texts: list[str], per_page: int) -> None:
    _parse_in_time(texts, per_page)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(TEXTS), st.data())
def test_mutated_letters(text: str, data: st.DataObject) -> None:
    """Lines dropped, doubled, shuffled; characters replaced."""
    texts = text.split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, max(len(texts) - 1, 0)))
        change = data.draw(st.sampled_from(["drop", "double", "move", "letter"]))
        if not texts:
            break
        if change == "drop":
            del texts[at]
        elif change == "double":
            texts.insert(at, texts[at])
        elif change == "move":
            texts.append(texts.pop(at))
        elif texts[at]:
            place = data.draw(st.integers(0, len(texts[at]) - 1))
            texts[at] = texts[at][:place] + data.draw(st.sampled_from(CHARACTERS)) + texts[at][place + 1 :]
    _parse_in_time(texts)


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["ก" * 20_000],
        ["("] * 500,
        ["๑" * 5_000],
        ["ภายในวันที่ " * 800],
        ["ที่ มท ๐๐๑๘/ว " * 600],
        ["เรียน " + "นายอำเภอ และ" * 500],
        ["โทร. " + "๐-" * 2_000],
        ["ลงวันที่ ๑ มกราคม ๒๕๖๘ " * 300],
    ],
    ids=[
        "empty",
        "blank",
        "run",
        "brackets",
        "digits",
        "deadlines",
        "numbers",
        "recipients",
        "phone",
        "days",
    ],
)
def test_monstrous_lines(texts: list[str]) -> None:
    _parse_in_time(texts)


def test_the_same_answer_twice() -> None:
    for text in TEXTS:
        pages = _pages(text.split("\n"), 45)
        assert [d.to_json() for d in parse(pages)] == [d.to_json() for d in parse(pages)]
