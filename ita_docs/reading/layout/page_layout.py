"""The lines of a page with their pictures: print first, then what stands in coloured ink."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_docs.reading.layout.analysis import Analysis, analyse, angle_of
from ita_docs.reading.layout.colour import take_apart
from ita_docs.reading.layout.crops import SIDE, Cutter
from ita_docs.reading.layout.frame import Frame
from ita_docs.reading.layout.row import Row

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from parsers.page import BBox

__all__ = ["FoundLine", "Layout", "lay_out"]


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One line: its picture, the box of its ink as fractions of the page, its row, whether it is coloured."""

    picture: NDArray[np.uint8]
    bbox: BBox
    row: Row
    coloured: bool

    @property
    def side(self) -> float:
        """The margin at either end of the picture, as a share of its width."""
        margin = SIDE * self.row.letter
        return margin / (self.row.x1 - self.row.x0 + 2 * margin)


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines found on a page, and how it was straightened."""

    lines: list[FoundLine]
    frame: Frame
    letter: float


def lay_out(pixels: NDArray[np.uint8]) -> Layout:
    """Find the lines of a page picture, grey or RGB."""
    layers = take_apart(pixels)
    angle = angle_of(layers.print)
    found = analyse(layers.print, angle)
    lines = _lines(layers.print, found, coloured=False)
    if layers.colour is not None:
        lines += _lines(layers.colour, analyse(layers.colour, angle, found.letter), coloured=True)
    return Layout(lines, found.frame, found.letter)


def _lines(grey: NDArray[np.uint8], found: Analysis, *, coloured: bool) -> list[FoundLine]:
    cutter = Cutter(grey, found.frame, found.pieces, found.rows)
    return [
        FoundLine(cutter.cut(row, index), _box(found, row), row, coloured)
        for index, row in enumerate(found.rows)
    ]


def _box(found: Analysis, row: Row) -> BBox:
    pieces = found.pieces
    top, bottom = float(pieces.y0[row.members].min()), float(pieces.y1[row.members].max())
    return found.frame.box(row.x0, top, row.x1, bottom)
