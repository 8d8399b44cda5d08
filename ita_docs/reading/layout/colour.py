"""Coloured ink (stamps, signatures, red urgency marks) taken apart from black print, overlaps unharmed.

Black ink darkens all three channels alike, coloured ink one less than the others: what the channels differ
by shows the coloured ink alone. How much such an ink darkens even its own channel is measured on the page and
taken off, so that the print beneath a stamp stays as dark as it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_docs.reading.layout.background import flatten

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Layers", "take_apart"]

_COLOURED = 45
_SMALLEST_SHARE = 0.0003
_FEWEST = 200
_GREYEST = 2.5


@dataclass(frozen=True, slots=True)
class Layers:
    """Even grey pictures of the print and, where there is any, of the coloured ink alone."""

    print: NDArray[np.uint8]
    colour: NDArray[np.uint8] | None = None


def take_apart(pixels: NDArray[np.uint8]) -> Layers:
    """The layers of a page, grey or RGB."""
    import cv2
    import numpy as np

    if pixels.ndim == 2:
        return Layers(flatten(pixels))
    ink = np.stack([255 - flatten(np.ascontiguousarray(pixels[..., index])) for index in range(3)])
    common, strongest = ink.min(axis=0), ink.max(axis=0)
    spread = strongest - common
    if float((spread[::3, ::3] > _COLOURED).mean()) < _SMALLEST_SHARE:
        return Layers(255 - np.asarray(cv2.addWeighted(ink[1], 0.7, common, 0.3, 0), np.uint8))
    print_ink = cv2.subtract(common, _left_in_own_channel(ink, common, spread))
    return Layers(255 - np.asarray(print_ink, np.uint8), 255 - cv2.convertScaleAbs(spread, alpha=1.4))


def _left_in_own_channel(
    ink: NDArray[np.uint8], common: NDArray[np.uint8], spread: NDArray[np.uint8]
) -> NDArray[np.uint8]:
    """What coloured ink adds to the darkness that all channels share, by the hue that it lets through."""
    import cv2
    import numpy as np

    hue = ink.argmin(axis=0)
    out = np.zeros_like(common)
    for channel in range(3):
        clear = (hue == channel) & (spread > _COLOURED)
        if clear.sum() < _FEWEST:
            continue
        share = float(np.percentile(common[clear] / spread[clear], 60))
        taken = cv2.convertScaleAbs(spread, alpha=min(share, _GREYEST))
        out = np.where((hue == channel) & (spread > _COLOURED // 4), taken, out)
    return np.asarray(out, np.uint8)
