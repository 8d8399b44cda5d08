"""Connected pieces of ink as one table, and the height of the letters among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Pieces", "letter_height", "pieces_of"]

_SMALLEST, _LARGEST = 5, 90
"""Pixels at the scale of layout: shorter is a mark or dirt, taller no letter of running text."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Pieces by number: box edges, area, and the picture that holds the numbers (0 is paper)."""

    labels: NDArray[np.int32]
    x0: NDArray[np.int32]
    y0: NDArray[np.int32]
    x1: NDArray[np.int32]
    y1: NDArray[np.int32]
    area: NDArray[np.int32]

    @property
    def width(self) -> NDArray[np.int32]:
        """Widths of the boxes."""
        return self.x1 - self.x0

    @property
    def height(self) -> NDArray[np.int32]:
        """Heights of the boxes."""
        return self.y1 - self.y0


def pieces_of(ink: NDArray[np.uint8]) -> Pieces:
    """The pieces of an ink mask; number 0 is a dummy for the paper."""
    import cv2
    import numpy as np

    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8, ltype=cv2.CV_32S)
    x0, y0, width, height, area = stats.T
    return Pieces(np.asarray(labels, np.int32), x0, y0, x0 + width, y0 + height, area)


def letter_height(pieces: Pieces) -> float:
    """The height of a consonant without marks (about 12 pixels for 16 points at 150 dpi).

    Consonants are the commonest height among pieces that are neither flat (dashes, wide marks) nor thin; each
    piece counts by its width, so that specks do not outvote print.
    """
    import numpy as np

    height, width = pieces.height[1:], pieces.width[1:]
    print_like = (height >= _SMALLEST) & (height <= _LARGEST) & (width > 0.25 * height) & (width < 8 * height)
    if print_like.sum() < 10:
        return 12.0
    weights = np.minimum(width, 3 * height)[print_like]
    counts = np.bincount(height[print_like], weights=weights, minlength=_LARGEST + 3)
    smooth = np.convolve(counts, [0.25, 0.5, 1, 0.5, 0.25], mode="same")
    return float(_refined(smooth, int(np.argmax(smooth))))


def _refined(counts: NDArray[np.float64], peak: int) -> float:
    """The centre of mass around the peak."""
    import numpy as np

    around = np.arange(max(peak - 2, 0), peak + 3)
    return float((counts[around] * around).sum() / counts[around].sum())
