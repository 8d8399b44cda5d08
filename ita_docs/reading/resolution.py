"""At how many pixels a page is read: its own, where they are between a poor fax and a fine scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_docs.reading.engine import PageImage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["render_scale", "to_working_size"]

FEWEST, MOST = 1240, 3310
"""Pixels across an A4 sheet: 150 and 400 dpi. Below, tone marks vanish; above, nothing is gained."""

_SQUARE_ROOT_OF_TWO = 1.414
_TALL = 1.6


def to_working_size(image: PageImage) -> PageImage:
    """Scale a picture that is too coarse or too fine; grey where it has no colour."""
    import cv2
    import numpy as np

    pixels = _grey_if_colourless(image)
    across = _across(pixels.shape[1], pixels.shape[0])
    scale = _clipped(across) / across
    if scale != 1:
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        pixels = np.asarray(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=how), np.uint8)
    return PageImage(pixels, image.dpi * scale, image.size)


def render_scale(size: tuple[float, float], native_dpi: float | None, dpi: int) -> float:
    """Pixels a point for rendering a PDF page: its full-page picture's own resolution, else `dpi`.

    `size` is in points. A page that states an absurd size still gets a useful number of pixels.
    """
    across = _across(*size)
    return _clipped(across * (native_dpi or dpi) / 72) / across


def _across(width: float, height: float) -> float:
    """The width of the A4 sheet that the page is, or (a long strip) is a length of."""
    return width if height > _TALL * width else max(width, height) / _SQUARE_ROOT_OF_TWO


def _clipped(across: float) -> float:
    return min(max(across, FEWEST), MOST)


def _grey_if_colourless(image: PageImage) -> NDArray[np.uint8]:
    """One channel where a coarse look finds no coloured ink."""
    import cv2
    import numpy as np

    pixels = image.pixels
    if not image.is_colour:
        return pixels
    sample = pixels[::4, ::4].astype(np.int16)
    spread = sample.max(axis=2) - sample.min(axis=2)
    if float((spread > 40).mean()) > 0.0002:
        return pixels
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
