"""Our own reader on whole pages: with its real weights, and with line engines that misbehave."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from ita_docs.degrade import DEGRADATIONS
from ita_docs.errors import EngineFailed
from ita_docs.reading import read_file
from ita_docs.reading.engine import PageImage
from ita_docs.reading.fake import FakeLines
from ita_docs.reading.own import OwnReader
from ita_docs.reading.scan_page import page_image
from ita_docs.settings import Settings
from parsers.page import LineRole

PDF = Path(__file__).parent / "pdfs" / "chromium.pdf"
DATE = "๒๗ กันยายน ๒๕๖๘"
NUMBER = "ที่ มท ๐๘๙๑.๔/ว ๖๗๘๙"
CITED = "อ้างถึง หนังสือจังหวัดอุตรดิตถ์ ที่ อต ๐๐๒๓.๓/ว ๑๔๕๖๒ ลงวันที่ ๓ กรกฎาคม ๒๕๖๘"


@cache
def page() -> PageImage:
    return page_image(PDF, "application/pdf", 1, Settings(home=Path("/nowhere")))


@cache
def reader() -> OwnReader:
    return OwnReader.load()


def texts(image: PageImage) -> list[str]:
    return [line.text for line in reader().read_page(image).lines]


@pytest.mark.slow
def test_a_clean_page_is_read_to_the_letter() -> None:
    lines = texts(page())
    assert [line for line in (NUMBER, DATE, CITED, "เรียน นายอำเภอ ทุกอำเภอ") if line not in lines] == []
    assert lines.index(NUMBER) < lines.index("ศาลากลางจังหวัดอุตรดิตถ์") < lines.index(DATE)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["skew", "noise", "copy", "bilevel-300", "bilevel-200"])
def test_number_and_date_survive_a_bad_scan(name: str) -> None:
    worn = DEGRADATIONS[name](page().pixels, np.random.default_rng(11))
    lines = texts(PageImage(worn, 300, page().size))
    assert NUMBER in lines
    assert DATE in lines


@pytest.mark.slow
@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_page_is_stood_upright(quarters: int) -> None:
    turned = np.ascontiguousarray(np.rot90(page().pixels, quarters))
    reading = reader().read_page(PageImage(turned, 300, page().size))
    assert reading.turned == quarters * 90
    assert NUMBER in [line.text for line in reading.lines]


@pytest.mark.slow
def test_every_character_has_a_place_and_a_confidence() -> None:
    for line in reader().read_page(page()).lines:
        assert line.bbox is not None
        assert line.char_confidences is not None
        assert line.char_edges is not None
        assert len(line.char_confidences) == len(line.text)
        assert len(line.char_edges) == len(line.text) + 1
        assert line.bbox[0] - 0.02 <= min(line.char_edges) <= max(line.char_edges) <= line.bbox[2] + 0.02
        assert line.role in (LineRole.PRINT, LineRole.FURNITURE)


def test_an_engine_that_miscounts_is_not_believed() -> None:
    with pytest.raises(EngineFailed, match=r"1 readings for \d+ lines"):
        OwnReader(FakeLines(("เพียงบรรทัดเดียว",))).read_page(page())


@pytest.mark.slow
def test_a_file_is_read_by_our_engine_in_worker_processes(tmp_path: Path) -> None:
    from PIL import Image

    first = Image.fromarray(page().pixels)
    path = tmp_path / "scan.tif"
    first.save(path, save_all=True, append_images=[first.rotate(90, expand=True)], dpi=(300, 300))
    read = read_file(path, settings=Settings(home=tmp_path, engine="own", workers=2))
    assert [page.turned for page in read.pages] == [0, 90]
    assert all(NUMBER in [line.text for line in page.lines] for page in read.pages)
    assert read.pages[0].size == read.pages[1].size
