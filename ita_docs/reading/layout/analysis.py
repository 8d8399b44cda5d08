"""From one grey layer of a page to its rows of print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_docs.reading.layout.frame import Frame, Part, frame_of
from ita_docs.reading.layout.ink import ink_of
from ita_docs.reading.layout.joining import SOFT
from ita_docs.reading.layout.pictures_in_page import not_text
from ita_docs.reading.layout.pieces import Pieces, letter_height, pieces_of
from ita_docs.reading.layout.row import Row
from ita_docs.reading.layout.rows import find_rows
from ita_docs.reading.layout.rules import find_rules, slanting_strokes
from ita_docs.reading.layout.skew import skew_angle
from ita_docs.reading.layout.stamp_frames import stamp_frames

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Analysis", "analyse", "angle_of"]

_COARSE = 0.6
_HEAD = 0.35
"""The part of a page where headlines stand, and no signatures."""

_SMALLEST_LETTER, _LARGEST_LETTER = 8.5, 30.0


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found on one layer; lengths are pixels of `frame.level`.

    `barriers` are the upright rules of tables, `frames` the boxes of rubber stamps.
    """

    frame: Frame
    pieces: Pieces
    barriers: NDArray[np.uint8]
    frames: list[tuple[int, int, int, int]]
    letter: float
    rows: list[Row]


def angle_of(part: Part, scale: float, otherwise: float = 0.0) -> float:
    """Degrees by which a page or part is turned, judged on a coarse picture, or `otherwise`."""
    small = frame_of(part, scale * _COARSE, 0.0).level
    return skew_angle(ink_of(small), otherwise)


def analyse(part: Part, scale: float, angle: float, letter: float | None = None) -> Analysis:
    """The rows of a page or part that is turned by `angle` degrees, looked at with `scale` pixels a pixel.

    `letter` is the height of its letters at that scale, measured here if not given.
    """
    frame = frame_of(part, scale, angle)
    ink = ink_of(frame.level)
    if letter is None:
        letter = letter_height(pieces_of(ink))
        if not _SMALLEST_LETTER <= letter <= _LARGEST_LETTER:  # small print, or half a sheet in the picture
            return analyse(part, min(scale * 14 / letter, 2.5 * scale), angle, 14.0)
    rules = find_rules(ink, letter)
    strokes = rules.both
    ink[strokes > 0] = 0
    pieces = _without_frames(ink, letter, strokes)
    pieces.area[not_text(pieces, letter)] = 0
    frames = stamp_frames(strokes, letter)
    barriers = rules.barriers(letter)
    for x0, y0, x1, y1 in frames:  # a stamp may be set upon print, which goes on beneath its frame
        box = barriers[y0:y1, x0:x1]
        box[box > 0] = SOFT
    head = (_HEAD * part.size[1] - part.y) * frame.scale
    rows = find_rows(pieces, letter, barriers, head)
    return Analysis(frame, pieces, barriers, frames, letter, rows)


def _without_frames(ink: NDArray[np.uint8], letter: float, strokes: NDArray[np.uint8]) -> Pieces:
    """The pieces of ink without the straight strokes of large hollow ones (the frames of crooked stamps).

    What is taken out of `ink` is added to `strokes`.
    """
    import numpy as np

    pieces = pieces_of(ink)
    fill = pieces.area / np.maximum(pieces.width * pieces.height, 1)
    hollow = (pieces.width > 7 * letter) & (pieces.height > 3.5 * letter) & (fill < 0.3)
    hollow[0] = False
    for number in np.flatnonzero(hollow):
        box = np.s_[pieces.y0[number] : pieces.y1[number], pieces.x0[number] : pieces.x1[number]]
        piece = (pieces.labels[box] == number).astype(np.uint8) * 255
        frame = slanting_strokes(piece, letter) & piece
        ink[box][frame > 0] = 0
        strokes[box] |= frame
    return pieces_of(ink) if hollow.any() else pieces
