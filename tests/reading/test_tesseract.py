"""The installed Tesseract on a page drawn for the purpose, and its output joined into lines."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ita_docs.errors import MissingTool
from ita_docs.reading import read_file, tesseract
from ita_docs.reading.scan_page import page_image
from ita_docs.reading.tesseract_lines import lines_of_page
from ita_docs.settings import Settings

PDFS = Path(__file__).parent / "pdfs"
HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def tsv(*clusters: tuple[int, int, int, str]) -> str:
    """A table of clusters `(line, left, conf, text)`, each 20 wide and 40 high."""
    rows = [
        f"5\t1\t{line}\t1\t1\t{n}\t{left}\t{line * 100}\t20\t40\t{conf}\t{text}"
        for n, (line, left, conf, text) in enumerate(clusters)
    ]
    return "\n".join([HEAD, *rows])


def test_text_gives_the_spaces_and_boxes_the_places() -> None:
    table = tsv((1, 100, 96, "ที่"), (1, 150, 90, "มท"), (1, 180, 80, "๐๒"), (2, 100, 70, "ข้อ"))
    first, second = lines_of_page(table, "ที่ มท๐๒\n\nข้อ\n\f", (1000, 1000))
    assert (first.text, second.text) == ("ที่ มท๐๒", "ข้อ")
    assert first.bbox == (0.1, 0.1, 0.2, 0.14)
    assert first.char_confidences is not None
    assert first.char_confidences[:3] == (0.96, 0.96, 0.96)
    assert first.char_edges is not None
    assert len(first.char_edges) == len(first.text) + 1


def test_no_thai_digit_of_tesseract_is_believed() -> None:
    (line,) = lines_of_page(tsv((1, 100, 99, "๒๕๖๘")), "๒๕๖๘\n", (1000, 1000))
    assert line.char_confidences == (0.5, 0.5, 0.5, 0.5)


def test_decomposed_am_is_joined_and_keeps_the_lower_parts_place() -> None:
    (line,) = lines_of_page(tsv((1, 100, 93, "ด"), (1, 120, 90, "ํ"), (1, 140, 80, "า")), "ดํา\n", (1000, 1000))
    assert line.text == "ดำ"
    assert line.char_confidences is not None
    assert len(line.char_confidences) == 2


def test_lines_that_do_not_fit_each_other_are_spaced_by_gaps() -> None:
    table = tsv((1, 100, 96, "ที่"), (1, 150, 90, "มท"), (1, 172, 90, "ก"))
    (line,) = lines_of_page(table, "something else\n", (1000, 1000))
    assert line.text == "ที่ มทก"


def test_a_missing_language_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pytesseract.get_languages", lambda config: ["eng", "osd"])
    with pytest.raises(MissingTool, match=r"Tesseract: tha.*apt-get install -y tesseract-ocr"):
        tesseract.require_tesseract()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_the_installed_tesseract_reads_a_page(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, workers=1)
    path = tmp_path / "scan.tif"
    from PIL import Image

    pixels = page_image(PDFS / "libreoffice.pdf", "application/pdf", 1, settings).pixels
    Image.fromarray(pixels).save(path, dpi=(300, 300), compression="tiff_lzw")
    read = read_file(path, engine="tesseract", settings=settings)
    text = read.pages[0].text
    assert "จึงเรียนมาเพื่อทราบและถือปฏิบัติ" in text
    assert "เรียน นายอำเภอ" in text
    assert "https://itas.example.go.th" in text
