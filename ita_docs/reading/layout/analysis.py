"""From one grey layer of a page to its rows of print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_docs.reading.layout.frame import WIDTH, Frame, frame_of
from ita_docs.reading.layout.ink import ink_of
from ita_docs.reading.layout.pictures_in_page import not_text
from ita_docs.reading.layout.pieces import Pieces, letter_height, pieces_of
from ita_docs.reading.layout.row import Row
from ita_docs.reading.layout.rows import find_rows
from ita_docs.reading.layout.rules import Rules, find_rules, slanting_strokes
from ita_docs.reading.layout.skew import skew_angle

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Analysis", "analyse", "angle_of"]

_TALLEST_FAINT = 60
_SMALLEST_LETTER, _LARGEST_LETTER = 8.5, 30.0


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found on one layer; lengths are pixels of `frame.level`."""

    frame: Frame
    pieces: Pieces
    rules: Rules
    letter: float
    rows: list[Row]


def angle_of(grey: NDArray[np.uint8]) -> float:
    """Degrees by which an even grey page is turned, judged on a coarse picture."""
    small = frame_of(grey, WIDTH / min(grey.shape) / 1.6, 0.0).level
    return skew_angle(ink_of(small, _TALLEST_FAINT))


def analyse(grey: NDArray[np.uint8], angle: float, letter: float | None = None) -> Analysis:
    """The rows of an even grey page that is turned by `angle` degrees.

    `letter` is the height of its letters at the scale of layout, measured on the page itself if not given.
    """
    scale = WIDTH / min(grey.shape)
    frame, ink, pieces = _pieces(grey, scale, angle)
    letter = letter or letter_height(pieces)
    if not _SMALLEST_LETTER <= letter <= _LARGEST_LETTER:  # small print, or a page that is half a sheet
        frame, ink, pieces = _pieces(grey, min(scale * 14 / letter, 2.5 * scale), angle)
        letter = letter_height(pieces)
    rules = find_rules(ink, letter)
    ink[rules.both > 0] = 0
    pieces = pieces_of(_without_frames(ink, letter))
    pieces.area[not_text(pieces, letter)] = 0
    return Analysis(frame, pieces, rules, letter, find_rows(pieces, letter, rules.upright))


def _pieces(grey: NDArray[np.uint8], scale: float, angle: float) -> tuple[Frame, NDArray[np.uint8], Pieces]:
    frame = frame_of(grey, scale, angle)
    ink = ink_of(frame.level, _TALLEST_FAINT)
    return frame, ink, pieces_of(ink)


def _without_frames(ink: NDArray[np.uint8], letter: float) -> NDArray[np.uint8]:
    """The ink without the straight strokes of large hollow pieces: frames of stamps that stand crooked."""
    import numpy as np

    pieces = pieces_of(ink)
    fill = pieces.area / np.maximum(pieces.width * pieces.height, 1)
    hollow = (pieces.width > 7 * letter) & (pieces.height > 3.5 * letter) & (fill < 0.3)
    hollow[0] = False
    for number in np.flatnonzero(hollow):
        box = np.s_[pieces.y0[number] : pieces.y1[number], pieces.x0[number] : pieces.x1[number]]
        piece = (pieces.labels[box] == number).astype(np.uint8) * 255
        ink[box][slanting_strokes(piece, letter) > 0] = 0
    return ink
