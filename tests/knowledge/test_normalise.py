"""Normalisation keeps a way back to every character that is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.normalise import normalise, plain_digits

CASES = [
    ("๐๑๒๓๔๕๖๗๘๙", "0123456789"),
    ("ก – ข — ค − ง", "ก - ข - ค - ง"),
    ("ก\u00a0ข\tค\u3000ง", "ก ข ค ง"),
    ("คํา", "คำ"),
    ("นํ้า", "น้ำ"),
    ("น้ํา", "น้ำ"),
    ("เเละ", "และ"),
    ("ก\u200bข\ufeffค", "กขค"),
    ("ท่ีี", "ที่"),
    ("ที่่", "ที่"),
    ("１２：３０", "12:30"),
    ("", ""),
]


@pytest.mark.parametrize(("written", "folded"), CASES)
def test_folding(written: str, folded: str) -> None:
    assert normalise(written).text == folded


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="กขำา่้ีิัํเแ๑๒12 –-\u200b\u00a0\n", max_size=40))
def test_places_cover_the_written_text(written: str) -> None:
    folded = normalise(written)
    last = 0
    for at in range(len(folded.text)):
        start, end = folded.written(at, at + 1)
        assert last <= start < end <= len(written)
        last = start
    assert normalise(folded.text).text == folded.text


def test_digits_stay_in_place() -> None:
    assert plain_digits("ว ๑๒๓ ก") == "ว 123 ก"


def test_a_span_leads_back_to_its_letters() -> None:
    written = "คํา\u200bสั่ง ๑๒/๒๕๖๘"
    folded = normalise(written)
    at = folded.text.index("12/2568")
    start, end = folded.written(at, at + 7)
    assert written[start:end] == "๑๒/๒๕๖๘"
