"""What is no text: emblems, photographs, dirt along the edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_docs.reading.layout.pieces import Pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["not_text"]

_HIGH, _WIDE = 6.0, 6.0
_FILLED = 0.13
"""Share of its box that a picture inks; frames and rings ink less."""


def not_text(pieces: Pieces, letter: float) -> NDArray[np.bool_]:
    """For each piece whether it is a picture, a part of one, or dirt at the page's edge."""
    import numpy as np

    fill = pieces.area / np.maximum(pieces.width * pieces.height, 1)
    large = (pieces.height > _HIGH * letter) & (pieces.width > _WIDE * letter) & (fill > _FILLED)
    solid = (pieces.width > 4 * letter) & (pieces.height > 1.2 * letter) & (fill > 0.75)
    dirt = _along_edges(pieces, letter) | solid
    dirt[0] = large[0] = False
    for number in np.flatnonzero(large):
        dirt |= _inside(pieces, int(number), 0.6 * letter)
    return np.asarray(dirt | large, np.bool_)


def _inside(pieces: Pieces, picture: int, margin: float) -> NDArray[np.bool_]:
    import numpy as np

    x, y = (pieces.x0 + pieces.x1) / 2, (pieces.y0 + pieces.y1) / 2
    across = (x > pieces.x0[picture] - margin) & (x < pieces.x1[picture] + margin)
    down = (y > pieces.y0[picture] - margin) & (y < pieces.y1[picture] + margin)
    return np.asarray(across & down, np.bool_)


def _along_edges(pieces: Pieces, letter: float) -> NDArray[np.bool_]:
    """Pieces that touch the page's edge: shadows and the neighbour's cut-off letters."""
    import numpy as np

    height, width = pieces.labels.shape
    touches = (pieces.x0 <= 1) | (pieces.y0 <= 1) | (pieces.x1 >= width - 1) | (pieces.y1 >= height - 1)
    return np.asarray(touches & ((pieces.width > letter) | (pieces.height > letter)), np.bool_)
