"""Straight strokes that are no letters: table rules, frames, underlines, streaks of a copier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Rules", "find_rules", "slanting_strokes"]

_LONG_UP, _LONG_ACROSS = 4.5, 6.0
"""Letter heights: no stroke of a letter is as long upright, no foot of letters as long across."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Masks (uint8, nonzero on a rule) of upright and level rules."""

    upright: NDArray[np.uint8]
    level: NDArray[np.uint8]

    @property
    def both(self) -> NDArray[np.uint8]:
        """Either."""
        return self.upright | self.level

    def barriers(self, letter: float) -> NDArray[np.uint8]:
        """The upright rules that part cells: they end at level ones, or meet one again and again.

        A copier's streak runs through everything and ends nowhere.
        """
        import cv2
        import numpy as np

        if not cv2.countNonZero(self.upright) or not cv2.countNonZero(self.level):
            return np.zeros_like(self.upright)
        reach = 2 * round(0.6 * letter) + 1
        met = np.asarray(cv2.dilate(self.level, np.ones((reach, reach), np.uint8)), np.uint8)
        grown = cv2.dilate(self.upright, np.ones((reach, 3), np.uint8))
        _, labels, stats, _ = cv2.connectedComponentsWithStats(grown, connectivity=8)
        parts = np.array(
            [_parts_cells(labels == n, met, stats[n], letter) for n in range(1, len(stats))], bool
        )
        return np.asarray(np.where(np.concatenate([[False], parts])[labels], self.upright, 0), np.uint8)


def _parts_cells(
    rule: NDArray[np.bool_], met: NDArray[np.uint8], box: NDArray[np.int32], letter: float
) -> bool:
    """Whether an upright rule meets level ones at both ends, or every few lines of print."""
    import numpy as np

    x, y, width, height, _ = box
    area = np.s_[y : y + height, x : x + width]
    meets = np.asarray((rule[area] & (met[area] > 0)).any(axis=1), np.bool_)
    end = round(1.5 * letter)
    crossings = int(np.count_nonzero(np.diff(meets.astype(np.int8)) == 1)) + int(meets[0])
    return bool(meets[:end].any() and meets[-end:].any()) or crossings * 10 * letter > height


def find_rules(ink: NDArray[np.uint8], letter: float) -> Rules:
    """Rules in the ink of a straightened page; `letter` is the height of its letters in pixels."""
    upright = _strokes(ink.T, round(_LONG_UP * letter), letter).T
    return Rules(upright=upright, level=_strokes(ink, round(_LONG_ACROSS * letter), letter))


def _strokes(ink: NDArray[np.uint8], length: int, letter: float) -> NDArray[np.uint8]:
    """Level strokes of at least `length`: thin, with paper along both sides, unlike the feet of letters."""
    import cv2
    import numpy as np

    closed = np.asarray(cv2.dilate(np.ascontiguousarray(ink), np.ones((3, 3), np.uint8)), np.uint8)
    runs = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    if not cv2.countNonZero(runs):
        return np.zeros_like(ink)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    thin = stats[:, cv2.CC_STAT_AREA] < 0.75 * letter * stats[:, cv2.CC_STAT_WIDTH]
    thin[0] = False
    for number in np.flatnonzero(thin):
        thin[number] = _lone(closed, labels == number, stats[number], letter)
    return np.asarray(np.where(thin[labels], ink, 0), np.uint8)


def _lone(ink: NDArray[np.uint8], stroke: NDArray[np.bool_], box: NDArray[np.int32], letter: float) -> bool:
    """Whether there is mostly paper just above or just below a stroke, where letters would go on."""
    import numpy as np

    x, y, width, height, _ = box
    off = max(2, round(0.2 * letter))
    rows = slice(max(0, y - off), y + height + off)
    part, own = ink[rows, x : x + width] > 0, stroke[rows, x : x + width]
    first, last = np.argmax(own, axis=0), len(own) - 1 - np.argmax(own[::-1], axis=0)
    across, there = np.arange(width), own.any(axis=0)
    above = part[np.maximum(first - off, 0), across][there].mean()
    below = part[np.minimum(last + off, len(part) - 1), across][there].mean()
    return bool(above < 0.35 and below < 0.35)


def slanting_strokes(piece: NDArray[np.uint8], letter: float) -> NDArray[np.uint8]:
    """Mask of long straight strokes at any angle in one large piece of ink (the frame of a crooked stamp)."""
    import cv2
    import numpy as np

    mask = np.zeros_like(piece)
    shortest = round(6 * letter)
    found = cv2.HoughLinesP(
        piece, 1, np.pi / 360, shortest, minLineLength=shortest, maxLineGap=round(letter / 2)
    )
    for x0, y0, x1, y1 in [] if found is None else found.reshape(-1, 4):
        cv2.line(mask, (int(x0), int(y0)), (int(x1), int(y1)), 255, 3)
    return mask
