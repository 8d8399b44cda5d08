"""Pieces of ink to rows of print, robust against the marks that Thai stacks above and below its letters.

Only letters of ordinary height make rows: each is drawn as a thin bar at mid-height, drawn out sideways, and
bars that touch are one row. Tall letters, marks and dots then join the row on, over, under or in which they
stand. What is left is looked at again as print of a larger size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_docs.reading.layout.headlines import headlines
from ita_docs.reading.layout.joining import WIDEST_GAP, joined_rows
from ita_docs.reading.layout.marks import give_marks
from ita_docs.reading.layout.pieces import Pieces, letter_height
from ita_docs.reading.layout.row import ABOVE, BELOW, Row, fit_row, parted_levels

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["find_rows"]

_SHORT, _TALL, _TALLEST = 0.62, 1.4, 3.8
_LARGER_PRINT = 1.35
_SIZES = 3
"""Sizes of print looked for, each larger than the one before."""
_PRINT_DENSITY = 0.6


def find_rows(pieces: Pieces, letter: float, barriers: NDArray[np.uint8], head: float) -> list[Row]:
    """The rows of a straightened page. `barriers` (nonzero on upright rules) part what stands beside them.

    Above `head`, in pixels, headlines may stand.
    """
    import numpy as np

    free = pieces.area > 0
    free[0] = False
    rows: list[Row] = []
    smallest = letter
    for _ in range(_SIZES):
        found = _rows_of_size(pieces, free, letter, barriers)
        rows = [row for row in rows if not _is_mark_of(pieces, row, found)] + found
        for row in rows:
            free[row.members] = False
        tall = free & (pieces.height > _LARGER_PRINT * letter) & (pieces.height < 5 * letter)
        if tall.sum() < 2:
            break
        letter = max(letter_height(_only(pieces, tall)), _LARGER_PRINT * letter)
    rows = joined_rows(pieces, rows, barriers)
    large = headlines(pieces, rows, smallest, head)
    rows = [
        row for row in rows if not any(np.isin(row.members, word.members).all() for word in large)
    ] + large
    kept = [row for row in rows if not _is_mark_of(pieces, row, rows)]
    for row in rows:
        free[row.members] = not any(row is other for other in kept)
    rows = kept
    give_marks(pieces, rows, np.flatnonzero(free))
    return rows


def _only(pieces: Pieces, chosen: NDArray[np.bool_]) -> Pieces:
    import numpy as np

    keep = np.concatenate([[0], np.flatnonzero(chosen)])
    edges = (pieces.x0[keep], pieces.y0[keep], pieces.x1[keep], pieces.y1[keep])
    return Pieces(pieces.labels, *edges, pieces.area[keep])


def _rows_of_size(
    pieces: Pieces, free: NDArray[np.bool_], letter: float, barriers: NDArray[np.uint8]
) -> list[Row]:
    """Rows of print of one size among the free pieces, with the tall letters that stand in them."""
    import numpy as np

    height, width = pieces.height, pieces.width
    body = free & (height >= _SHORT * letter) & (height <= _TALL * letter) & (width >= 0.2 * letter)
    body &= (width <= 60 * letter) & (pieces.area >= 0.08 * letter * letter)
    numbers = np.flatnonzero(body)
    if not len(numbers):
        return []
    groups = _groups(pieces, numbers, letter, barriers)
    fitted = [fit_row(pieces, numbers[groups == group], letter) for group in np.unique(groups)]
    rows = [part for row in fitted for part in parted_levels(pieces, row, letter)]
    tall = free & (height > _TALL * letter) & (height <= _TALLEST * letter) & (width <= 60 * letter)
    _give_tall(pieces, rows, np.flatnonzero(tall))
    return rows


def _groups(
    pieces: Pieces, body: NDArray[np.int64], letter: float, barriers: NDArray[np.uint8]
) -> NDArray[np.int64]:
    """The group of each letter: bars drawn out by half the widest gap, parted at barriers."""
    import cv2
    import numpy as np

    bars = np.zeros(pieces.labels.shape, np.uint8)
    reach = WIDEST_GAP * letter / 2
    middle = pieces.y1[body] - np.minimum(pieces.height[body], letter) / 2
    left = np.round(pieces.x0[body] - reach).astype(int)
    right = np.round(pieces.x1[body] + reach).astype(int)
    top, bottom = np.round(middle - 0.2 * letter).astype(int), np.round(middle + 0.2 * letter).astype(int)
    for place in range(len(body)):
        corner, other = (int(left[place]), int(top[place])), (int(right[place]), int(bottom[place]))
        cv2.rectangle(bars, corner, other, 255, -1)
    bars[cv2.dilate(barriers, np.ones((1, 3), np.uint8)) > 0] = 0
    _, labels = cv2.connectedComponents(bars, connectivity=4)
    x = np.clip((pieces.x0[body] + pieces.x1[body]) // 2, 0, labels.shape[1] - 1)
    y = np.clip(middle.astype(np.int64), 0, labels.shape[0] - 1)
    groups = labels[y, x].astype(np.int64)
    alone = labels.max() + 1 + np.arange(len(body))
    return np.asarray(np.where(groups == 0, alone, groups), np.int64)


def _give_tall(pieces: Pieces, rows: list[Row], tall: NDArray[np.int64]) -> None:
    """Tall letters (ป ใ โ, letters grown together with their marks) to the row that they stand in."""
    import numpy as np

    for row in rows * 2:  # twice, since a row may begin or end with two of them
        free = tall[~np.isin(tall, row.members)] if len(tall) else tall
        x0, x1, y0, y1 = pieces.x0[free], pieces.x1[free], pieces.y0[free], pieces.y1[free]
        base = row.foot + row.slope * ((x0 + x1) / 2 - row.x0)
        reach = np.where(np.abs(y1 - base) < 0.35 * row.letter, WIDEST_GAP - 0.5, 1.8) * row.letter
        near = (x1 > row.x0 - reach) & (x0 < row.x1 + reach)
        stands = (y0 < base - 0.6 * row.letter) & (y1 > base - 0.35 * row.letter)
        stands &= (y0 > base - 3.2 * row.letter) & (y1 < base + 1.2 * row.letter)
        row.take(pieces, free[near & stands])
        tall = free[~(near & stands)]


def _is_mark_of(pieces: Pieces, row: Row, others: list[Row]) -> bool:
    """Whether a row is nothing but marks over or under larger print, or a few marks grown together."""
    if len(row.members) > 3 and row.density(pieces) > _PRINT_DENSITY:
        return False
    return any(_lies_in_marks_zone(row, other) for other in others if other is not row)


def _lies_in_marks_zone(row: Row, other: Row) -> bool:
    letter = other.letter
    inside = row.x0 > other.x0 - 1.5 * letter and row.x1 < other.x1 + 1.5 * letter
    storey = (other.baseline((row.x0 + row.x1) / 2) - row.foot) / letter
    if not inside or not (0.8 < storey < ABOVE or -BELOW - 0.3 < storey < -0.25):
        return False
    narrow = row.x1 - row.x0 < 0.6 * (other.x1 - other.x0)
    return narrow or letter > _LARGER_PRINT * row.letter
