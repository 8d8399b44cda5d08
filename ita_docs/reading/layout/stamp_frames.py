"""The frames of rubber stamps among the rules of a page: small boxes that are no tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["stamp_frames"]

_WIDTHS, _HEIGHTS = (0.12, 0.48), (0.03, 0.2)
"""Sizes of a stamp as shares of the page's width, and of its height for an A4 page."""

_DRAWN = 0.55
"""Share of a side that must be inked for it to be one."""

Box = tuple[int, int, int, int]


def stamp_frames(strokes: NDArray[np.uint8], letter: float) -> list[Box]:
    """Boxes `(x0, y0, x1, y1)` of stamp frames. `strokes` holds all rules and slanting strokes of a page."""
    import cv2
    import numpy as np

    _height, width = strokes.shape
    reach = 2 * round(0.5 * letter) + 1
    grown = cv2.dilate(strokes, np.ones((reach, reach), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(grown, connectivity=8)
    found: list[Box] = []
    for number in range(1, len(stats)):
        x, y, wide, high, _ = (int(value) for value in stats[number])
        fits = _WIDTHS[0] < wide / width < _WIDTHS[1] and _HEIGHTS[0] < high / (1.414 * width) < _HEIGHTS[1]
        piece = (labels[y : y + high, x : x + wide] == number).astype(np.uint8)
        if fits and _is_frame(piece, letter):
            found.append((x, y, x + wide, y + high))
    return found


def _is_frame(piece: NDArray[np.uint8], letter: float) -> bool:
    """Ink along three sides at least, and no rule from top to bottom inside."""

    _high, wide = piece.shape
    edge = round(max(1.5 * letter, 0.08 * wide))
    sides = [piece[:edge].max(axis=0), piece[-edge:].max(axis=0)]
    sides += [piece[:, :edge].max(axis=1), piece[:, -edge:].max(axis=1)]
    drawn = sum(float(side.mean()) > _DRAWN for side in sides)
    inner = piece[:, edge:-edge]
    parted = bool(inner.size) and bool((inner.mean(axis=0) > 0.85).any())
    return drawn >= 3 and not parted
