"""Measuring reading on what a user has: transcribed pages, letters set in type."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs import typefaces
from ita_docs.bench.ocr_letters import set_in_type
from ita_docs.bench.ocr_transcripts import infix_distance, measure_transcripts

LETTERS = st.text(st.sampled_from("กขคที่มท๐๑๒ .ab"), max_size=12)


@given(LETTERS, LETTERS, LETTERS)
def test_what_stands_in_the_text_costs_nothing(before: str, part: str, after: str) -> None:
    assert infix_distance(part, before + part + after) == 0


@pytest.mark.parametrize(
    ("part", "text", "errors"),
    [
        pytest.param("มท๐๘๙๑", "ที่มท๐๘๕๑/ว", 1, id="แทนหนึ่งตัว"),
        pytest.param("มท๐๘๙๑", "ที่มท๐๘๑/ว", 1, id="ขาดหนึ่งตัว"),
        pytest.param("มท๐๘๙๑", "ที่มท๐๘๙๕๑/ว", 1, id="เกินหนึ่งตัว"),
        pytest.param("มท□๘๙๑", "ที่มทx๘๙๑", 0, id="อ่านไม่ออก"),
        pytest.param("มท", "", 2, id="ไม่มีข้อความ"),
    ],
)
def test_errors_of_one_line(part: str, text: str, errors: int) -> None:
    assert infix_distance(part, text) == errors


def test_a_transcript_says_its_page(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("ที่ มท", "utf-8")
    with pytest.raises(ValueError, match=r"letter\.txt.*<stem>_p<page>\.txt"):
        measure_transcripts(tmp_path, tmp_path)


def test_long_lines_are_broken_and_pages_turned() -> None:
    if not typefaces.installed():
        pytest.skip("no Thai typefaces on this machine")
    assert len(list(set_in_type(["ที่ มท ๐๘๙๑.๔/ว ๖๗๘๙", "", "เรื่อง การทดสอบ"]))) == 1
    assert len(list(set_in_type(["คณะกรรมการพิจารณาแล้วเห็นชอบ " * 60] * 4))) > 1
