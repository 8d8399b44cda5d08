"""Rows that go on where another ended, within a column and beneath the frame of a stamp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_docs.reading.layout.pieces import Pieces
from ita_docs.reading.layout.row import Row

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["SOFT", "WIDEST_GAP", "joined_rows"]

WIDEST_GAP = 5.2
"""Letter heights between two words of one row; a wider gap parts columns."""

SOFT = 128
"""Value of a barrier that parts only what keeps a distance from it: the frame of a stamp."""


def joined_rows(pieces: Pieces, rows: list[Row], barriers: NDArray[np.uint8]) -> list[Row]:
    """Rows that go on where another ended."""
    rows = sorted(rows, key=lambda row: row.x0)
    joined: list[Row] = []
    for row in rows:
        before = next((other for other in joined if _goes_on(pieces, other, row, barriers)), None)
        if before is None:
            joined.append(row)
        else:
            before.take(pieces, row.members)
    return joined


def _goes_on(pieces: Pieces, row: Row, after: Row, barriers: NDArray[np.uint8]) -> bool:
    """Whether a row begins where another ends, or print that has grown into a frame fills the gap."""
    letter = min(row.letter, after.letter)
    gap = after.x0 - row.x1
    if gap > 40 * letter or max(row.letter, after.letter) > 1.6 * letter:
        return False
    meet = (min(row.x1, after.x1) + after.x0) / 2
    if abs(row.baseline(meet) - after.baseline(meet)) > 0.3 * letter:
        return False
    left, right = sorted((round(min(row.x1, after.x1)), round(after.x0)))
    y = round(after.foot - 0.5 * letter)
    between = barriers[min(max(y, 0), len(barriers) - 1), max(left - 2, 0) : right + 3]
    if between.any() and (between.max() > SOFT or gap > letter):
        return False
    return gap < WIDEST_GAP * letter or _bridged(pieces, left, right, y, letter)


def _bridged(pieces: Pieces, left: int, right: int, y: int, letter: float) -> bool:
    """Whether unowned ink at the height of the letters leaves no gap as wide as one between columns."""
    import numpy as np

    half = max(1, round(0.4 * letter))
    labels = pieces.labels[max(y - half, 0) : y + half, left:right]
    inked = np.flatnonzero((pieces.area[labels] > 0).any(axis=0) & (labels > 0).any(axis=0))
    stops = np.concatenate([[0], inked, [right - left]])
    return bool(np.diff(stops).max() < 0.6 * WIDEST_GAP * letter)
