"""A line as the network sees it: 48 pixels high, ink 1 and paper 0. Training and reading share this."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

__all__ = ["HEIGHT", "STRIDE", "prepare", "prepared_width", "spread_ink"]

HEIGHT = 48
STRIDE = 4
"""Pixels of width for one step of the network's output."""

_SHORTEST, _LONGEST = 16, 4096


def prepare(image: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """Grayscale (h, w), dark on light, to float32 (48, w'), ink 1.0 on paper 0.0."""
    height, width = image.shape
    way = cv2.INTER_AREA if height >= HEIGHT else cv2.INTER_CUBIC
    small = cv2.resize(image, (prepared_width(height, width), HEIGHT), interpolation=way)
    return spread_ink(np.asarray(small, np.uint8))


def prepared_width(height: int, width: int) -> int:
    """The width that a picture of `height` x `width` has when it is 48 high, within 16 to 4096."""
    return max(_SHORTEST, min(_LONGEST, round(width * HEIGHT / height)))


def spread_ink(small: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """Stretch the contrast: the paper's level (75th percentile) becomes 0 and the darkest ink 1."""
    counts = np.bincount(small.ravel(), minlength=256).cumsum()
    paper = int(np.searchsorted(counts, counts[-1] * 0.75))
    black = int(np.searchsorted(counts, counts[-1] * 0.01))
    span = max(40, paper - black)
    return np.clip((paper - small.astype(np.float32)) / span, 0.0, 1.0)
