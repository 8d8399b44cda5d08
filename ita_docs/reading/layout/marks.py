"""What stands over, under and after the letters of a row: tone marks, vowels, dots and dashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_docs.reading.layout.pieces import Pieces
from ita_docs.reading.layout.row import Row

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["give_marks"]

_FOLLOWS = 1.8
"""Letter heights from the last letter to a dot or dash that still belongs to it."""


def give_marks(pieces: Pieces, rows: list[Row], loose: NDArray[np.int64]) -> None:
    """Every other piece to the row whose letters it belongs to, if any."""
    import numpy as np

    if not len(loose) or not rows:
        return
    x, y = (pieces.x0[loose] + pieces.x1[loose]) / 2, (pieces.y0[loose] + pieces.y1[loose]) / 2
    costs = np.stack([row.distance(x, y) for row in rows])
    owner = np.argmin(costs, axis=0)
    letters = np.array([row.letter for row in rows])[owner]
    owned = (costs[owner, np.arange(len(loose))] < np.inf) & (pieces.height[loose] < 3 * letters)
    for index, row in enumerate(rows):
        row.take(pieces, loose[owned & (owner == index)], refit=False)
        _lengthen(pieces, row, loose[~owned])


def _lengthen(pieces: Pieces, row: Row, loose: NDArray[np.int64]) -> None:
    """Dots, dashes and brackets that follow one another at either end of a row belong to it."""
    import numpy as np

    ends = pieces.y0[row.members] < row.baseline(row.x1) + row.letter
    row.x0 = min(row.x0, float(pieces.x0[row.members[ends]].min()))
    row.x1 = max(row.x1, float(pieces.x1[row.members[ends]].max()))
    middle = (pieces.y0[loose] + pieces.y1[loose]) / 2
    near = loose[(np.abs(row.foot - 0.5 * row.letter - middle) < 0.75 * row.letter)]
    near = near[pieces.height[near] < 2 * row.letter]
    for direction in (1, -1):
        for number in near[np.argsort(direction * pieces.x0[near])]:
            gap = pieces.x0[number] - row.x1 if direction > 0 else row.x0 - pieces.x1[number]
            if 0 <= gap < _FOLLOWS * row.letter:
                row.take(pieces, np.array([number]))
