"""From fractions of an upright page to the user space of a PDF page that may be turned or cropped."""

from __future__ import annotations

import math
from dataclasses import dataclass

__all__ = ["Placement"]


@dataclass(frozen=True, slots=True)
class Placement:
    """A page's visible box `(left, bottom, right, top)` in points, and how it is turned to be upright.

    `degrees` clockwise are the page's own `/Rotate` and what the reader turned it by on top.
    """

    box: tuple[float, float, float, float]
    degrees: int

    @property
    def angle(self) -> float:
        """The direction of reading in user space, in radians counter-clockwise."""
        return math.radians(self.degrees % 360)

    def point(self, across: float, down: float) -> tuple[float, float]:
        """User space of a place given as fractions from the upright page's top left.

        >>> Placement((0, 0, 600, 800), 0).point(0.5, 0.25)
        (300.0, 600.0)
        >>> Placement((0, 0, 600, 800), 90).point(0.0, 0.0)
        (0.0, 0.0)
        """
        x, y = _unturned(across, down, self.degrees % 360)
        left, bottom, right, top = self.box
        return left + x * (right - left), top - y * (top - bottom)

    def length_across(self, share: float) -> float:
        """Points of a share of the upright page's width."""
        return share * (self._size()[1] if self.degrees % 180 else self._size()[0])

    def length_down(self, share: float) -> float:
        """Points of a share of the upright page's height."""
        return share * (self._size()[0] if self.degrees % 180 else self._size()[1])

    def _size(self) -> tuple[float, float]:
        left, bottom, right, top = self.box
        return right - left, top - bottom


def _unturned(x: float, y: float, degrees: int) -> tuple[float, float]:
    """Where a place of the upright page was before it was turned clockwise, both from the top left."""
    if degrees == 90:
        return y, 1 - x
    if degrees == 180:
        return 1 - x, 1 - y
    if degrees == 270:
        return 1 - y, x
    return x, y
