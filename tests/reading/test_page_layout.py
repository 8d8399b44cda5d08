"""Where the lines of a page are: on clean and on bad scans, turned pages, tables, stamps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw, ImageFont

from ita_docs import typefaces
from ita_docs.degrade import DEGRADATIONS
from ita_docs.reading.layout.background import flatten
from ita_docs.reading.layout.colour import take_apart
from ita_docs.reading.layout.ink import ink_of
from ita_docs.reading.layout.page_layout import Layout, lay_out
from ita_docs.reading.layout.skew import skew_angle
from ita_docs.reading.scan_page import page_image
from ita_docs.settings import Settings

Picture = npt.NDArray[np.uint8]

PDF = Path(__file__).parent / "pdfs" / "chromium.pdf"
LINES = 17
"""Printed lines of the letter, number and office of the head counted apart."""


@cache
def page() -> Picture:
    """The invented letter at 300 dpi, in RGB."""
    grey = page_image(PDF, "application/pdf", 1, Settings(home=Path("/nowhere"))).pixels
    return np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB) if grey.ndim == 2 else grey, np.uint8)


def tops(layout: Layout) -> list[float]:
    return sorted(found.bbox[1] for found in layout.lines)


def test_every_line_is_found_once() -> None:
    layout = lay_out(page())
    assert len(layout.lines) == LINES
    assert layout.lines[0].picture.dtype == np.uint8
    assert all(0 <= edge <= 1 for found in layout.lines for edge in found.bbox)


def test_number_and_office_stand_side_by_side() -> None:
    first, second = sorted(lay_out(page()).lines, key=lambda found: found.bbox[1])[:2]
    assert abs(first.bbox[1] - second.bbox[1]) < 0.01
    assert abs(first.bbox[0] - second.bbox[0]) > 0.3


def drawn_word(text: str, size: int) -> npt.NDArray[np.uint8]:
    font = ImageFont.truetype(str(typefaces.find("Laksaman").regular), size)
    picture = Image.new("RGB", (round(font.getlength(text)) + 40, 2 * size), "white")
    ImageDraw.Draw(picture).text((20, size // 4), text, font=font, fill=(200, 0, 0))
    return np.asarray(picture, np.uint8)


@pytest.mark.parametrize("word", ["ด่วนที่สุด", "ด่วนมาก", "ด่วน"])
@pytest.mark.parametrize("size", [100, 150, 210])
def test_a_large_word_at_the_head_is_one_line(word: str, size: int) -> None:
    """ด่วนที่สุด over the number of a letter, up to four times as high as the print below."""
    paper = page().copy()
    height, width = paper.shape[:2]
    large = drawn_word(word, size)
    canvas = np.full((height + 420, width, 3), 255, np.uint8)
    canvas[420:] = paper
    canvas[: large.shape[0], 200 : 200 + large.shape[1]] = large
    layout = lay_out(canvas)
    top = [found for found in layout.lines if found.bbox[1] < 420 / canvas.shape[0]]
    assert len(layout.lines) == LINES + 1
    assert len(top) == 1
    assert top[0].row.letter > 1.7 * layout.letter


@pytest.mark.parametrize("name", sorted(set(DEGRADATIONS) - {"stamp", "ink", "mix"}))
def test_degraded_pages_keep_their_lines(name: str) -> None:
    worn = DEGRADATIONS[name](page(), np.random.default_rng(3))
    found = [line for line in lay_out(worn).lines if line.picture.shape[1] > 3 * line.picture.shape[0]]
    assert LINES - 1 <= len(found) <= LINES + 1


@pytest.mark.parametrize("degrees", [-4.0, -1.3, 0.0, 0.7, 5.5])
def test_the_skew_is_measured(degrees: float) -> None:
    height, width = page().shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    crooked = np.asarray(cv2.warpAffine(page(), turn, (width, height), borderValue=(255, 255, 255)), np.uint8)
    small = cv2.resize(crooked[..., 0], None, fx=0.3, fy=0.3, interpolation=cv2.INTER_AREA)
    assert skew_angle(ink_of(np.asarray(small, np.uint8))) == pytest.approx(degrees, abs=0.15)


def test_a_page_on_its_side_is_noticed() -> None:
    assert lay_out(np.ascontiguousarray(np.rot90(page()))).lies
    assert not lay_out(page()).lies


def test_an_empty_page_has_no_lines() -> None:
    assert lay_out(np.full((3508, 2480), 255, np.uint8)).lines == []
    assert lay_out(np.full((3508, 2480), 0, np.uint8)).lines == []


def test_the_shade_of_a_photocopy_is_divided_out() -> None:
    shade = np.linspace(150, 235, page().shape[1], dtype=np.float32)
    grey = np.asarray(page()[..., 0] * (shade / 255), np.uint8)
    even = flatten(grey)
    assert np.percentile(even, 50) > 245
    assert even.min() < 60


def with_stamp(colour: tuple[int, int, int]) -> Picture:
    """The letter with a frame of a colour over its fourth and fifth line."""
    stamped = page().copy()
    cv2.rectangle(stamped, (700, 500), (1500, 720), colour, 6)
    cv2.putText(stamped, "20557", (800, 660), cv2.FONT_HERSHEY_SIMPLEX, 4, colour, 9)
    return stamped


@pytest.mark.parametrize(
    "colour", [(30, 40, 170), (190, 30, 40), (90, 60, 160)], ids=["blue", "red", "violet"]
)
def test_print_under_a_coloured_stamp_stays_whole(colour: tuple[int, int, int]) -> None:
    layers = take_apart(with_stamp(colour))
    plain = flatten(np.asarray(page()[..., 0], np.uint8))
    black = plain < 100
    assert (layers.print[black] < 150).mean() > 0.99
    white = plain > 250
    assert (layers.print[white] > 170).mean() > 0.998
    assert len(layers.coloured) == 1
    assert len([found for found in lay_out(with_stamp(colour)).lines if not found.coloured]) == LINES


def table(rows: int, columns: Sequence[int]) -> Picture:
    """A ruled table with a word in each cell."""
    sheet = np.full((3508, 2480), 255, np.uint8)
    word = np.asarray(page()[430:500, 600:900, 0], np.uint8)
    bottom = 400 + rows * 110
    for row in range(rows + 1):
        cv2.line(sheet, (columns[0], 400 + row * 110), (columns[-1], 400 + row * 110), 0, 3)
    for x in columns:
        cv2.line(sheet, (x, 400), (x, bottom), 0, 3)
    for row in range(rows):
        for x in columns[:-1]:
            y = 420 + row * 110
            sheet[y : y + 70, x + 12 : x + 312] = word
    return sheet


def test_cells_of_a_table_are_lines_of_their_own() -> None:
    layout = lay_out(table(12, (200, 540, 880, 1220, 1560)))
    assert len(layout.lines) == 12 * 4


def test_a_copiers_streak_parts_no_line() -> None:
    streaked = page().copy()
    cv2.line(streaked, (1000, 0), (1004, 3508), (90, 90, 90), 3)
    assert len([found for found in lay_out(streaked).lines if found.picture.shape[1] > 150]) == LINES


def test_neighbours_are_wiped_off_a_lines_picture() -> None:
    close = np.full((3508, 2480), 255, np.uint8)
    first = np.asarray(page()[430:520, 350:2200, 0], np.uint8)
    for row in range(10):
        top = 400 + row * 70
        close[top : top + 90, 300:2150] = np.minimum(close[top : top + 90, 300:2150], first)
    layout = lay_out(close)
    assert len(layout.lines) == 10
    heights = {found.picture.shape[0] for found in layout.lines}
    assert max(heights) - min(heights) < 12
