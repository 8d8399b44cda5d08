"""One row of print: its baseline, the height of its letters, and the pieces of ink that it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_docs.reading.layout.pieces import Pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["ABOVE", "BELOW", "Row", "fit_row", "parted_levels"]

ABOVE, BELOW = 2.45, 0.95
"""Letter heights from the baseline that marks reach: two storeys above the letter, one below."""

_BESIDE = 1.6
_STEEPEST = 0.03


@dataclass(slots=True)
class Row:
    """A row in pixels of the straightened page.

    The baseline is `y = foot + slope * (x - x0)`; `letter` the height of this row's letters; `members` the
    numbers of its pieces.
    """

    x0: float
    x1: float
    foot: float
    slope: float
    letter: float
    members: NDArray[np.int64]

    def density(self, pieces: Pieces) -> float:
        """The share of its length that pieces take up: over a half for print, less for scattered marks."""
        return float(pieces.width[self.members].sum() / max(self.x1 - self.x0, 1.0))

    def baseline(self, x: float) -> float:
        """The baseline's height at a place."""
        return self.foot + self.slope * (x - self.x0)

    def take(self, pieces: Pieces, more: NDArray[np.int64], *, refit: bool = True) -> None:
        """Add pieces; with `refit` they may lengthen the row."""
        import numpy as np

        if not len(more):
            return
        self.members = np.concatenate([self.members, more])
        if refit:
            left = min(self.x0, float(pieces.x0[more].min()))
            self.foot = self.baseline(left)
            self.x0, self.x1 = left, max(self.x1, float(pieces.x1[more].max()))

    def distance(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
        """How far places lie from the letters, in shares of how far a mark may lie; infinite beyond that."""
        import numpy as np

        storey = (self.foot + self.slope * (x - self.x0) - y) / self.letter
        above, below = (storey - 1) / (ABOVE - 1), -storey / BELOW
        cost = np.maximum(np.maximum(above, below), 0.0)
        beside = (x < self.x0 - _BESIDE * self.letter) | (x > self.x1 + _BESIDE * self.letter)
        return np.where(beside | (cost > 1), np.inf, cost)


def fit_row(pieces: Pieces, members: NDArray[np.int64], letter: float) -> Row:
    """Baseline and letter height of letters that stand in a row; `letter` is the page's letter height."""
    import numpy as np

    x = (pieces.x0[members] + pieces.x1[members]) / 2
    feet, heights = pieces.y1[members].astype(np.float64), pieces.height[members].astype(np.float64)
    own, level = float(np.median(heights)), float(np.median(feet))
    near = np.abs(feet - level) < 0.35 * own + _STEEPEST * 0.5 * float(np.ptp(x))
    slope, foot = _line_through(x[near], feet[near], level, own)
    left, right = float(pieces.x0[members].min()), float(pieces.x1[members].max())
    return Row(left, right, foot + slope * left, slope, _letter(heights, letter), members)


def _letter(heights: NDArray[np.float64], letter: float) -> float:
    """The row's letter height: the page's where enough letters are as high; marks grow onto the others."""
    import numpy as np

    own = float(np.median(heights))
    as_usual = float((np.abs(heights / letter - 1) < 0.16).mean())
    if as_usual >= 0.15 or (len(heights) < 6 and 0.8 < own / letter < 1.4):
        return letter
    return own


def _line_through(
    x: NDArray[np.float64], y: NDArray[np.float64], level: float, letter: float
) -> tuple[float, float]:
    """Slope and height at x = 0; a short row stays level."""
    import numpy as np

    if len(x) < 6 or float(np.ptp(x)) < 15 * letter:
        return 0.0, level
    slope, foot = np.polyfit(x, y, 1)
    for _ in range(2):
        rest = np.abs(y - (slope * x + foot))
        keep = rest <= max(1.5, 2 * float(np.median(rest)))
        slope, foot = np.polyfit(x[keep], y[keep], 1)
    return (0.0, level) if abs(slope) > _STEEPEST else (float(slope), float(foot))


def parted_levels(pieces: Pieces, row: Row, letter: float) -> list[Row]:
    """The row, or two where letters stand on two levels (side by side, joined by a slip of the bars)."""
    import numpy as np

    feet = pieces.y1[row.members] - row.slope * (pieces.x0[row.members] - row.x0)
    if len(feet) < 4 or float(np.ptp(feet)) < 0.9 * letter:
        return [row]
    order = np.sort(feet)
    gaps = np.diff(order)
    cut = int(np.argmax(gaps))
    if gaps[cut] < 0.5 * letter or min(cut + 1, len(feet) - cut - 1) < 2:
        return [row]
    lower = feet > (order[cut] + order[cut + 1]) / 2
    return [fit_row(pieces, row.members[part], letter) for part in (~lower, lower)]
