"""Whether a page lies on its side or stands on its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_docs.reading.layout.pieces import Pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["lies_on_its_side", "turned"]

_FEWEST, _MOST = 40, 900
_MOSTLY = 0.62


def lies_on_its_side(pieces: Pieces, letter: float) -> bool:
    """Whether most letters have their nearest neighbour above or below instead of beside them."""
    import numpy as np

    height, width = pieces.height, pieces.width
    alike = (np.maximum(height, width) < 1.6 * letter) & (np.minimum(height, width) > 0.45 * letter)
    alike[0] = False
    numbers = np.flatnonzero(alike & (pieces.area > 0))
    if len(numbers) < _FEWEST:
        return False
    places = np.stack([(pieces.x0 + pieces.x1)[numbers], (pieces.y0 + pieces.y1)[numbers]], axis=1) / 2
    probe = places[:: max(1, len(places) // _MOST)]
    apart = np.abs(probe[:, None, :] - places[None, :, :])
    distance = apart.sum(axis=2)
    distance[distance == 0] = np.inf
    nearest = apart[np.arange(len(probe)), np.argmin(distance, axis=1)]
    return bool((nearest[:, 1] > nearest[:, 0]).mean() > _MOSTLY)


def turned(pixels: NDArray[np.uint8], degrees: int) -> NDArray[np.uint8]:
    """The picture turned clockwise by 0, 90, 180 or 270 degrees."""
    import numpy as np

    return pixels if not degrees else np.ascontiguousarray(np.rot90(pixels, -degrees // 90))
