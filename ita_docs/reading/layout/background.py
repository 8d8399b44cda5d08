"""Even paper: toner haze, shadows and watermarks divided out, so that print is dark on white everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["flatten", "paper_of", "to_grey"]

_COARSE = 8
_NEIGHBOURHOOD = 15
_WHITE = 250
_STREAK = 3
"""Pixels of the small picture: narrower bright upright bands are a worn drum's, not paper."""


def to_grey(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """One channel; colour is weighed as the eye does."""
    import cv2
    import numpy as np

    if pixels.ndim == 2:
        return pixels
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)


def paper_of(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The paper's brightness, in a picture 8 times smaller.

    It is the brightest spot nearby; lines of print are narrower than that, so print never counts. Nor does a
    thin bright streak, which would make all paper beside it look dark.
    """
    import cv2
    import numpy as np

    height, width = grey.shape
    size = (max(width // _COARSE, 1), max(height // _COARSE, 1))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    small = np.asarray(cv2.morphologyEx(small, cv2.MORPH_OPEN, np.ones((1, _STREAK), np.uint8)), np.uint8)
    bright = cv2.dilate(small, np.ones((_NEIGHBOURHOOD, _NEIGHBOURHOOD), np.uint8))
    return np.asarray(np.maximum(cv2.medianBlur(bright, _NEIGHBOURHOOD), 1), np.uint8)


def flatten(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A grey page divided by its paper; always a new picture."""
    import cv2
    import numpy as np

    paper = paper_of(grey)
    if int(paper.min()) >= _WHITE:
        return grey.copy()
    full = cv2.resize(paper, grey.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, full, scale=255), np.uint8)
