"""Even paper: toner haze, shadows and watermarks divided out, so that print is dark on white everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["flatten", "to_grey"]

_COARSE = 8
_NEIGHBOURHOOD = 15
_WHITE = 250.0


def to_grey(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """One channel; colour is weighed as the eye does."""
    import cv2
    import numpy as np

    if pixels.ndim == 2:
        return pixels
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)


def flatten(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The page in grey, divided by its background.

    The background is the brightest paper nearby, estimated on a picture 8 times smaller: a line of print is
    narrower than the neighbourhood, so it never counts as paper.
    """
    import cv2
    import numpy as np

    grey = to_grey(pixels)
    height, width = grey.shape
    small = cv2.resize(
        grey, (max(width // _COARSE, 1), max(height // _COARSE, 1)), interpolation=cv2.INTER_AREA
    )
    paper = cv2.dilate(small, np.ones((_NEIGHBOURHOOD, _NEIGHBOURHOOD), np.uint8))
    paper = cv2.medianBlur(paper, 2 * (_NEIGHBOURHOOD // 2) + 1)
    if int(paper.min()) >= _WHITE:
        return grey
    full = cv2.resize(np.maximum(paper, 1), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, full, scale=255), np.uint8)
