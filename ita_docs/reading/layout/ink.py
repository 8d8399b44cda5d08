"""The ink of a page at the scale of layout: dark print, faint print, and no watermark."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["ink_of"]

_DARK, _FAINT = 0.42, 0.2
"""Shares of the way from white paper to the page's own black."""

_GRAIN = 6.0
"""Quartiles of the paper's grain (1.5 make a deviation): where little is printed, all dark is grain."""

_THICK = 9
"""Pixels: no stroke of a letter is as thick at the scale of layout, those of a watermark are."""


def ink_of(level: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Ink (255) of an even grey page.

    Faint strokes count as ink where they are thin as print is; of thick ones (a watermark, the shade of a
    fold) only what is dark does.
    """
    import cv2
    import numpy as np

    black, shaded, paper = np.percentile(level[::3, ::3], (0.7, 25, 50))
    reach = max(255.0 - float(black), 60.0)
    faintest = max(_FAINT * reach, 255.0 - float(paper) + _GRAIN * float(paper - shaded))
    _, faint = cv2.threshold(level, 255 - faintest, 255, cv2.THRESH_BINARY_INV)
    _, dark = cv2.threshold(level, 255 - _DARK * reach, 255, cv2.THRESH_BINARY_INV)
    pale = cv2.subtract(faint, cv2.dilate(dark, np.ones((3, 3), np.uint8)))
    thick = cv2.morphologyEx(pale, cv2.MORPH_OPEN, np.ones((_THICK, _THICK), np.uint8))
    if cv2.countNonZero(thick):
        shade = cv2.dilate(thick, np.ones((_THICK, _THICK), np.uint8))
        faint = cv2.subtract(faint, cv2.subtract(shade, dark))
    return np.asarray(faint, np.uint8)
