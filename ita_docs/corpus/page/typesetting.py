"""Measuring and drawing shaped Thai text at sizes given in points of TH Sarabun New."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from ita_docs.typefaces import Typeface

__all__ = ["Ink", "Typesetter"]

Ink = tuple[int, int, int]


@lru_cache(maxsize=256)
def _font(path: Path, pixels: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), pixels, layout_engine=ImageFont.Layout.RAQM)


@lru_cache(maxsize=65536)
def _advance(path: Path, pixels: float, text: str) -> float:
    return _font(path, pixels).getlength(text, language="th")


class Typesetter:
    """Text in one typeface at one resolution; sizes are points of TH Sarabun New, results pixels."""

    def __init__(self, typeface: Typeface, dpi: int) -> None:
        self.typeface = typeface
        self.dpi = dpi

    def pixels(self, points: float) -> float:
        """Points to pixels."""
        return points * self.dpi / 72

    def cm(self, centimetres: float) -> float:
        """Centimetres to pixels."""
        return centimetres * self.dpi / 2.54

    def _key(self, size: float, bold: bool) -> tuple[Path, float]:
        path = self.typeface.bold if bold and self.typeface.bold else self.typeface.regular
        return path, round(self.pixels(size * self.typeface.size_factor), 2)

    def width(self, text: str, size: float = 16, *, bold: bool = False) -> float:
        """The advance of `text` in pixels."""
        path, pixels = self._key(size, bold)
        return _advance(path, pixels, text)

    def ink_box(
        self, at: tuple[float, float], text: str, size: float = 16, *, bold: bool = False
    ) -> tuple[float, float, float, float]:
        """The box of the ink when the baseline starts at `at`."""
        font = _font(*self._key(size, bold))
        x0, y0, x1, y1 = font.getbbox(text, anchor="ls", language="th")
        return at[0] + x0, at[1] + y0, at[0] + x1, at[1] + y1

    def draw(
        self, image: Image.Image, at: tuple[float, float], text: str, size: float = 16, *,
        bold: bool = False, ink: Ink = (12, 12, 14),
    ) -> None:  # fmt: skip
        """Draw `text` with its baseline starting at `at`."""
        font = _font(*self._key(size, bold))
        ImageDraw.Draw(image).text(at, text, font=font, fill=ink, anchor="ls", language="th")
