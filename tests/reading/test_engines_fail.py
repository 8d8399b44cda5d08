"""Engines that break, hang or lie: the page is marked, the other pages and files go on."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PIL import Image

from ita_docs.errors import EngineFailed, WrongUse
from ita_docs.reading import read_file
from ita_docs.reading.engine import PageImage, PageReading
from ita_docs.reading.fake import SAMPLE, FakeReader
from ita_docs.reading.fake import sample as sample_reader
from ita_docs.reading.pools import close_pools
from ita_docs.settings import Settings


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A TIFF of three pages; the second has a black corner."""
    pages = [Image.new("L", (1240, 1754), "white") for _ in range(3)]
    pages[1].paste(0, (0, 0, 100, 100))
    path = tmp_path / "scan.tif"
    pages[0].save(path, save_all=True, append_images=pages[1:], dpi=(150, 150))
    return path


def settings(tmp_path: Path, **changes: object) -> Settings:
    return Settings(home=tmp_path, language="en", **{"workers": 2, **changes})  # type: ignore[arg-type]


def test_pages_come_back_in_order(scan: Path, tmp_path: Path) -> None:
    done: list[tuple[int, int]] = []
    read = read_file(
        scan,
        engine="ita_docs.reading.fake:sample",
        settings=settings(tmp_path),
        progress=lambda *step: done.append(step),
    )
    assert [page.number for page in read.pages] == [1, 2, 3]
    assert [line.text for line in read.pages[2].lines] == list(SAMPLE)
    assert done == [(1, 3), (2, 3), (3, 3)]
    assert read.pages[0].size == pytest.approx((595.2, 841.9), abs=0.2)


def test_a_page_that_crashes_its_process_does_not_take_the_file_along(scan: Path, tmp_path: Path) -> None:
    read = read_file(scan, engine="tests.reading.fakes:crashes_on_black", settings=settings(tmp_path))
    assert [len(page.lines) for page in read.pages] == [3, 0, 3]
    assert read.warnings == [
        "page 2: could not be read (the process ended with code 139); please look at this page yourself"
    ]


def test_a_hanging_page_is_given_up(scan: Path, tmp_path: Path) -> None:
    started = time.monotonic()
    read = read_file(
        scan, engine="tests.reading.fakes:hangs_on_black", settings=settings(tmp_path, page_timeout=0.5)
    )
    assert [len(page.lines) for page in read.pages] == [3, 0, 3]
    assert "no answer in 0.5 s" in read.warnings[0]
    assert time.monotonic() - started < 90


@pytest.mark.parametrize("engine", ["breaks", "crashes"])
def test_an_engine_that_always_fails_is_an_error(scan: Path, tmp_path: Path, engine: str) -> None:
    with pytest.raises(EngineFailed, match=r"scan\.tif page"):
        read_file(scan, engine=f"ita_docs.reading.fake:{engine}", settings=settings(tmp_path))


def test_a_page_without_lines_is_a_page_all_the_same(scan: Path, tmp_path: Path) -> None:
    read = read_file(scan, engine="ita_docs.reading.fake:nothing", settings=settings(tmp_path))
    assert [len(page.lines) for page in read.pages] == [0, 0, 0]
    assert read.warnings[0] == "page 1: no text was found"


def test_text_that_cannot_be_written_is_made_visible(scan: Path, tmp_path: Path) -> None:
    read = read_file(scan, engine="ita_docs.reading.fake:bad_utf8", settings=settings(tmp_path))
    line = read.pages[0].lines[0]
    assert (line.text, line.confidence) == ("\ufffd\ufffdที่", 0.0)
    line.text.encode("utf-8")


def test_a_reader_of_ones_own_runs_in_this_process(scan: Path, tmp_path: Path) -> None:
    seen: list[PageImage] = []

    def act(image: PageImage) -> PageReading:
        seen.append(image)
        if len(seen) == 2:
            raise KeyError("lost")
        return sample_reader().read_page(image)

    read = read_file(scan, engine=FakeReader(act), settings=settings(tmp_path))
    assert [image.pixels.shape for image in seen] == [(1754, 1240)] * 3
    assert "KeyError: 'lost'" in read.warnings[0]
    assert [len(page.lines) for page in read.pages] == [3, 0, 3]


def test_an_unknown_engine_is_wrong_use(scan: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="cuneiform"):
        read_file(scan, engine="cuneiform", settings=settings(tmp_path))


@pytest.fixture(autouse=True, scope="module")
def no_workers_left() -> object:
    yield None
    close_pools()
