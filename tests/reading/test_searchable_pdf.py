"""The invisible text layer: found by search, in its place, over the untouched original."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image
from typer.testing import CliRunner

from ita_docs.cli.app import app
from ita_docs.errors import MissingTool, UnsupportedFile
from ita_docs.export_pdf import to_archival, write_searchable_pdf
from ita_docs.export_pdf.placement import Placement
from ita_docs.settings import Settings
from parsers.page import Line, Page, TextOrigin

WORDS = ["ประจำปีงบประมาณ พ.ศ. ๒๕๖๘", "องค์การบริหารส่วนตำบล", "น้ำท่วมที่ศูนย์ฯ ครั้งที่ ๒", "ITA 2568"]
PAGE = Page(
    1,
    tuple(
        Line(text, (0.1, 0.1 + 0.1 * i, 0.1 + 0.012 * len(text), 0.13 + 0.1 * i), 0.9)
        for i, text in enumerate(WORDS)
    ),
    TextOrigin.OCR,
    (595.0, 842.0),
)


def scan(path: Path, rotate: int = 0, hidden: str = "") -> Path:
    """A one-page PDF with a picture, as a scanner writes it."""
    shade = np.linspace(100, 250, 200, dtype=np.uint8)
    Image.fromarray(np.tile(shade, (283, 1))).save(path, resolution=24)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        if rotate:
            pdf.pages[0].Rotate = rotate
        if hidden:
            font = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
            pdf.pages[0].add_resource(font, pikepdf.Name.Font, pikepdf.Name.F1)
            pdf.pages[0].contents_add(f"q BT 3 Tr /F1 12 Tf 100 700 Td ({hidden}) Tj ET Q".encode())
        pdf.save(path)
    return path


def by_poppler(path: Path) -> str:
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path, workers=1)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_poppler_finds_every_word(tmp_path: Path, settings: Settings) -> None:
    write_searchable_pdf(scan(tmp_path / "in.pdf"), tmp_path / "out.pdf", pages=[PAGE], settings=settings)
    text = by_poppler(tmp_path / "out.pdf")
    assert [line for line in text.splitlines() if line.strip()][: len(WORDS)] == WORDS


def test_a_viewer_finds_and_places_a_word(tmp_path: Path, settings: Settings) -> None:
    write_searchable_pdf(scan(tmp_path / "in.pdf"), tmp_path / "out.pdf", pages=[PAGE], settings=settings)
    page = pypdfium2.PdfDocument(tmp_path / "out.pdf")[0]
    text = page.get_textpage()
    for word in ("๒๕๖๘", "องค์การ", "น้ำท่วม", "ITA"):
        assert text.search(word).get_next() is not None
    index, count = text.search("องค์การ").get_next()  # type: ignore[misc]
    left, bottom, right, top = text.get_charbox(index)
    width, height = page.get_size()
    assert 0.09 < left / width < 0.12
    assert 0.19 < 1 - top / height < 1 - bottom / height < 0.24
    assert count == len("องค์การ")
    assert right > left


def test_the_picture_is_drawn_as_before(tmp_path: Path, settings: Settings) -> None:
    source = scan(tmp_path / "in.pdf")
    write_searchable_pdf(source, tmp_path / "out.pdf", pages=[PAGE], settings=settings)
    before, after = (
        np.asarray(pypdfium2.PdfDocument(path)[0].render(scale=1).to_pil())
        for path in (source, tmp_path / "out.pdf")
    )
    assert np.array_equal(before, after)


def test_somebody_elses_hidden_text_is_taken_out(tmp_path: Path, settings: Settings) -> None:
    source = scan(tmp_path / "in.pdf", hidden="wrong reading")
    write_searchable_pdf(source, tmp_path / "out.pdf", pages=[PAGE], settings=settings)
    text = pypdfium2.PdfDocument(tmp_path / "out.pdf")[0].get_textpage().get_text_bounded()
    assert "wrong" not in text
    assert "องค์การบริหารส่วนตำบล" in text


@pytest.mark.parametrize(("rotate", "turned"), [(90, 0), (0, 270), (180, 0), (90, 90)])
def test_text_of_a_turned_page_runs_along_its_print(
    tmp_path: Path, settings: Settings, rotate: int, turned: int
) -> None:
    page = Page(1, PAGE.lines, TextOrigin.OCR, (842.0, 595.0), turned)
    write_searchable_pdf(
        scan(tmp_path / "in.pdf", rotate), tmp_path / "out.pdf", pages=[page], settings=settings
    )
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        matrix = next(
            [float(value) for value in instruction.operands]
            for instruction in pikepdf.parse_content_stream(pdf.pages[0])
            if str(instruction.operator) == "Tm"
        )
        box = [float(value) for value in pdf.pages[0].mediabox]
    degrees = (rotate + turned) % 360
    expected = {90: (0, 1), 180: (-1, 0), 270: (0, -1)}[degrees]
    assert (round(matrix[0]), round(matrix[1])) == expected
    assert 0 <= matrix[4] <= box[2]
    assert 0 <= matrix[5] <= box[3]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_corners_of_the_upright_page(degrees: int) -> None:
    placement = Placement((0, 0, 600, 800), degrees)
    corner = {0: (0, 800), 90: (0, 0), 180: (600, 0), 270: (600, 800)}[degrees]
    assert placement.point(0, 0) == pytest.approx(corner)
    assert placement.length_across(1) == (800 if degrees % 180 else 600)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif"])
def test_pictures_become_pdfs(tmp_path: Path, settings: Settings, suffix: str) -> None:
    source = tmp_path / f"scan{suffix}"
    Image.fromarray(np.full((842, 595), 240, np.uint8)).save(source, dpi=(72, 72))
    write_searchable_pdf(source, tmp_path / "out.pdf", pages=[PAGE], settings=settings)
    assert "๒๕๖๘" in pypdfium2.PdfDocument(tmp_path / "out.pdf")[0].get_textpage().get_text_bounded()


def test_a_text_file_cannot_become_a_searchable_scan(tmp_path: Path, settings: Settings) -> None:
    source = tmp_path / "letter.txt"
    source.write_text("เรื่อง", encoding="utf-8")
    with pytest.raises(UnsupportedFile):
        write_searchable_pdf(source, tmp_path / "out.pdf", settings=settings)


def test_a_page_with_its_own_sound_text_is_left_alone(tmp_path: Path, settings: Settings) -> None:
    source = Path(__file__).parent / "pdfs" / "chromium.pdf"
    write_searchable_pdf(source, tmp_path / "out.pdf", settings=settings)
    with pikepdf.open(source) as before, pikepdf.open(tmp_path / "out.pdf") as after:
        assert before.pages[0].Contents.read_bytes() == after.pages[0].Contents.read_bytes()


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ITA_DOCS_HOME", str(tmp_path))
    monkeypatch.setenv("ITA_DOCS_ENGINE", "auto")
    source = Path(__file__).parent / "pdfs" / "libreoffice.pdf"
    target = tmp_path / "found.pdf"
    done = CliRunner().invoke(app, ["export", "--pdf", str(source), "--out", str(target)])
    assert (done.exit_code, done.output.strip()) == (0, str(target))
    assert target.exists()


@pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")
def test_the_archive_gets_pdf_a_with_every_word(tmp_path: Path, settings: Settings) -> None:
    target = tmp_path / "out.pdf"
    write_searchable_pdf(scan(tmp_path / "in.pdf"), target, pages=[PAGE], settings=settings)
    before = by_poppler(target)
    to_archival(target)
    assert by_poppler(target).split() == before.split()
    with pikepdf.open(target) as pdf:
        assert pdf.open_metadata().pdfa_status == "2B"
        intent = pdf.Root.OutputIntents[0]
        assert intent.S == "/GTS_PDFA1"
        assert len(intent.DestOutputProfile.read_bytes()) > 400
        fonts = pdf.pages[0].Resources.Font.as_dict().values()
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts)


def test_without_ghostscript_the_message_names_it(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.pdf"
    write_searchable_pdf(scan(tmp_path / "in.pdf"), target, pages=[PAGE], settings=settings)
    before = target.read_bytes()
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingTool, match="ghostscript"):
        to_archival(target)
    assert target.read_bytes() == before
