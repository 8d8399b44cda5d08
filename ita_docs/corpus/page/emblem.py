"""An invented emblem at the head of letters: a winged figure of simple shapes, drawn, nobody's seal."""

from __future__ import annotations

import math
from functools import lru_cache

from PIL import Image, ImageDraw

__all__ = ["emblem"]


@lru_cache(maxsize=8)
def emblem(height: int) -> Image.Image:
    """A picture `height` pixels high, black on transparent."""
    scale = 3
    size = height * scale
    mask = Image.new("L", (round(size * 1.02), size), 0)
    pen, mid = ImageDraw.Draw(mask), mask.width / 2
    _wings(pen, mid, size)
    _figure(pen, mid, size)
    mask = mask.resize((mask.width // scale, height), Image.Resampling.LANCZOS)
    picture = Image.new("RGBA", mask.size, (15, 15, 15, 0))
    picture.putalpha(mask)
    return picture


def _wings(pen: ImageDraw.ImageDraw, mid: float, size: int) -> None:
    """Spread wings: feathers as pointed blades, longest in the middle."""
    for side in (-1, 1):
        for feather in range(11):
            angle = math.radians(-38 + feather * 11)
            reach = size * (0.30 + 0.16 * math.sin(math.pi * (feather + 2) / 13))
            x0, y0 = mid + side * size * 0.08, size * (0.36 + 0.012 * feather)
            x1, y1 = x0 + side * reach * math.cos(angle), y0 - reach * math.sin(-angle)
            bend = size * 0.03
            pen.polygon([(x0, y0 - bend), (x1, y1), (x0 + side * bend, y0 + bend)], fill=255)


def _figure(pen: ImageDraw.ImageDraw, mid: float, size: int) -> None:
    unit = size / 100
    pen.polygon([(mid, 2 * unit), (mid - 7 * unit, 17 * unit), (mid + 7 * unit, 17 * unit)], fill=255)
    pen.ellipse((mid - 6 * unit, 15 * unit, mid + 6 * unit, 28 * unit), fill=255)
    pen.ellipse((mid - 3 * unit, 18 * unit, mid + 3 * unit, 25 * unit), fill=0)
    pen.polygon(
        [
            (mid - 12 * unit, 31 * unit),
            (mid + 12 * unit, 31 * unit),
            (mid + 7 * unit, 62 * unit),
            (mid - 7 * unit, 62 * unit),
        ],
        fill=255,
    )
    for row in range(4):
        y = (36 + row * 6) * unit
        pen.line((mid - 8 * unit, y, mid + 8 * unit, y), fill=0, width=round(unit * 1.3))
    for side in (-1, 1):
        pen.line(
            (mid + side * 4 * unit, 60 * unit, mid + side * 14 * unit, 90 * unit),
            fill=255,
            width=round(6 * unit),
        )
        pen.line(
            (mid + side * 14 * unit, 90 * unit, mid + side * 24 * unit, 93 * unit),
            fill=255,
            width=round(4 * unit),
        )
    for row in range(5):
        reach = (10 + row * 3) * unit
        top = (66 + row * 6) * unit
        pen.arc(
            (mid - reach, top - 4 * unit, mid + reach, top + 8 * unit),
            20,
            160,
            fill=255,
            width=round(2 * unit),
        )
