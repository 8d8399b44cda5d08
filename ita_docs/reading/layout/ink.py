"""The ink of a page at the scale of layout: dark print, faint print, and no watermark."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["ink_of"]

_DARK, _FAINT = 0.42, 0.2
"""Shares of the way from white paper to the page's own black."""


def ink_of(level: NDArray[np.uint8], tallest: int) -> NDArray[np.uint8]:
    """Ink (255) of an even grey page.

    Faint strokes count as ink where they hang together in pieces no larger than letters (`tallest` pixels);
    in larger pieces (a watermark, the shade of a fold) only what is dark does.
    """
    import cv2
    import numpy as np

    black = float(np.percentile(level[::2, ::2], 0.7))
    reach = max(255.0 - black, 60.0)
    faint = (level < 255 - _FAINT * reach).astype(np.uint8)
    dark = (level < 255 - _DARK * reach).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(faint, connectivity=8)
    large = (stats[:, cv2.CC_STAT_HEIGHT] > tallest) | (stats[:, cv2.CC_STAT_WIDTH] > 12 * tallest)
    large[0] = True
    return np.where(large[labels], dark, faint).astype(np.uint8) * 255
