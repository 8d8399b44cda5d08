"""The straightened, smaller picture on which layout works, and the way back to the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parsers.page import BBox

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Frame", "Part", "frame_of"]

WIDTH = 1240
"""Pixels across an A4 sheet: 150 dpi."""


@dataclass(frozen=True, slots=True)
class Frame:
    """`level` is the straightened grey picture; `matrix` (2 x 3) takes a page pixel to it.

    `scale` is level pixels a page pixel, `size` width and height of the page in pixels, `angle` in degrees.
    """

    level: NDArray[np.uint8]
    matrix: NDArray[np.float64]
    scale: float
    size: tuple[int, int]
    angle: float

    def on_page(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Points `(n, 2)` of the level as page pixels."""
        import cv2
        import numpy as np

        back = cv2.invertAffineTransform(self.matrix)
        return np.asarray(points @ back[:, :2].T + back[:, 2], np.float64)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> BBox:
        """The upright box on the page, in fractions of it, around a box of the level."""
        import numpy as np

        corners = self.on_page(np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float64))
        low, high = corners.min(axis=0) / self.size, corners.max(axis=0) / self.size
        left, top, right, bottom = np.clip([*low, *high], 0.0, 1.0)
        return float(left), float(top), float(right), float(bottom)


@dataclass(frozen=True, slots=True)
class Part:
    """An even grey picture: a page of `size` (width, height in pixels), or what stands on it at `x`, `y`."""

    grey: NDArray[np.uint8]
    size: tuple[int, int]
    x: int = 0
    y: int = 0


def frame_of(part: Part, scale: float, angle: float) -> Frame:
    """The level picture of a page or a part of one at a scale, turned back by `angle` degrees."""
    import cv2
    import numpy as np

    small = _scaled(part.grey, scale)
    matrix = np.array([[scale, 0, -part.x * scale], [0, scale, -part.y * scale]], np.float64)
    if abs(angle) >= 0.04:
        turn = cv2.getRotationMatrix2D((small.shape[1] / 2, small.shape[0] / 2), angle, 1.0)
        small = np.asarray(cv2.warpAffine(small, turn, small.shape[::-1], borderValue=255.0), np.uint8)
        matrix = turn @ np.vstack([matrix, [0, 0, 1]])
    return Frame(small, matrix, scale, part.size, angle)


def _scaled(grey: NDArray[np.uint8], scale: float) -> NDArray[np.uint8]:
    import cv2
    import numpy as np

    if scale == 1:
        return grey
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=how), np.uint8)
