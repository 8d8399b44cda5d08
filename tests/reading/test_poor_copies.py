"""What a poor copy adds to a page: bright streaks, toner dust, stamps smeared by a strong JPEG."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from ita_docs.reading.layout.background import flatten
from ita_docs.reading.layout.colour import take_apart
from ita_docs.reading.layout.dust import without_dust

Page = npt.NDArray[np.uint8]
PAPER = 205


def page_of_bars(darkness: int) -> Page:
    """Rows of upright bars, as thick as the strokes of print at 300 dpi."""
    page = np.full((1600, 2480), PAPER, np.uint8)
    for top in range(100, 1500, 90):
        for left in range(200, 2200, 16):
            page[top : top + 28, left : left + 5] = PAPER - darkness
    return page


@pytest.mark.parametrize("width", [2, 6, 12])
def test_paper_beside_a_bright_streak_stays_white(width: int) -> None:
    page = np.full((1200, 1600), PAPER, np.uint8)
    page[:, 800 : 800 + width] = 255
    assert flatten(page)[:, 700:900].min() > 245


def test_black_dust_goes_and_full_stops_stay() -> None:
    page = page_of_bars(darkness=90)
    cv2.circle(page, (2300, 300), 3, 20, -1)
    cv2.circle(page, (2300, 600), 3, PAPER - 90, -1)
    even = without_dust(flatten(page))
    assert even[290:310, 2290:2310].min() > 240
    assert even[590:610, 2290:2310].min() < 160


def test_dust_is_left_alone_where_print_is_black() -> None:
    page = page_of_bars(darkness=200)
    cv2.circle(page, (2300, 300), 3, 0, -1)
    assert (without_dust(page) == page).all()


def test_a_stamp_paler_than_print_goes_though_jpeg_has_smeared_its_colour() -> None:
    bars = page_of_bars(darkness=120)
    page = np.repeat(bars[..., None], 3, axis=2)
    for left in range(400, 1000, 60):
        cv2.line(page, (left, 300), (left + 45, 330), (120, 125, 175), 6)
    page = np.where(bars[..., None] < PAPER, np.minimum(page, bars[..., None]), page).astype(np.uint8)
    coded = cv2.imencode(".jpg", page[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 35])[1]
    worn = np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), np.uint8)[..., ::-1]
    printed = take_apart(np.ascontiguousarray(worn)).print.astype(int)
    stamp_alone = (page[300:331, 400:1050, 2] == 175) & (bars[300:331, 400:1050] == PAPER)
    bar = bars[300:331, 400:1050] < PAPER
    found = printed[300:331, 400:1050]
    assert np.median(found[stamp_alone]) > 235
    assert np.median(found[bar]) < 160
