"""Text files: lines as they stand, pages by form feed, any encoding that Thai offices have used."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.reading import read_file
from ita_docs.reading.encodings import decode_text
from ita_docs.reading.plain import pages_of_text
from ita_docs.settings import Settings
from parsers.page import TextOrigin

LETTER = "ที่ มท ๐๘๙๑.๔/ว ๖๗๘๙\n\n  เรื่อง  การทดสอบ \n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp874", "tis-620"]
)
def test_every_encoding_gives_the_same_lines(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(LETTER.encode(encoding))
    read = read_file(path, settings=Settings(home=tmp_path))
    assert [line.text for line in read.pages[0].lines] == ["ที่ มท ๐๘๙๑.๔/ว ๖๗๘๙", "", "  เรื่อง  การทดสอบ "]
    assert (read.media_type, read.text_origin) == ("text/plain", TextOrigin.PLAIN)


def test_a_form_feed_begins_a_page() -> None:
    pages = pages_of_text("หน้าหนึ่ง\r\n\fหน้าสอง\rต่อ\n\f")
    assert [(page.number, page.text) for page in pages] == [(1, "หน้าหนึ่ง"), (2, "หน้าสอง\nต่อ")]


def test_markdown_and_digest(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("# เรื่อง", encoding="utf-8")
    read = read_file(path, settings=Settings(home=tmp_path))
    assert read.media_type == "text/markdown"
    assert read.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (read.name, read.warnings) == ("note.md", [])


@pytest.mark.parametrize("text", ["ีก", "่กก", "๐กกก abc"])
def test_thai_that_is_also_utf8_stays_thai(text: str) -> None:
    data = text.encode("cp874")
    assert not any("ก" <= character <= "๛" for character in data.decode("utf-8"))
    assert decode_text(data) == (text, "cp874")


@pytest.mark.parametrize("text", ["plain", "café – “quoted” €", "中文的信", "ที่ Ωմ"])
def test_utf8_stays_utf8(text: str) -> None:
    assert decode_text(text.encode()) == (text, "utf-8")


@given(st.text(st.sampled_from("กขคที่มท๐๑๒๓ .,/()abc 12"), min_size=2))
def test_thai_survives_its_code_page(text: str) -> None:
    assert decode_text(text.encode("cp874"))[0] == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
def test_no_character_of_a_line_is_lost(text: str) -> None:
    lines = [line.text for page in pages_of_text(text) for line in page.lines]
    assert lines == [text]
