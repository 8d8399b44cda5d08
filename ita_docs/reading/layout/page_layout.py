"""The lines of a page with their pictures: print first, then what stands in coloured ink."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_docs.reading.layout.analysis import Analysis, analyse, angle_of
from ita_docs.reading.layout.colour import take_apart
from ita_docs.reading.layout.crops import Cutter
from ita_docs.reading.layout.frame import WIDTH, Frame, Part
from ita_docs.reading.layout.orientation import lies_on_its_side
from ita_docs.reading.layout.row import Row

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from parsers.page import BBox

__all__ = ["FoundLine", "Layout", "lay_out"]


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One line of print: its picture, and where it stands.

    `bbox` is the box of its ink and `reach` the left and right edge of the picture, as fractions of the page.
    """

    picture: NDArray[np.uint8]
    bbox: BBox
    reach: tuple[float, float]
    row: Row
    coloured: bool
    framed: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines found on a page, how it was straightened, and whether it lies on its side.

    `letter` is the height of its letters in pixels of `frame.level`.
    """

    lines: list[FoundLine]
    frame: Frame
    letter: float
    lies: bool = False


def lay_out(pixels: NDArray[np.uint8]) -> Layout:
    """Find the lines of a page picture, grey or RGB."""
    size = (pixels.shape[1], pixels.shape[0])
    layers = take_apart(pixels)
    page = Part(layers.print, size)
    scale = WIDTH / min(size)
    found = analyse(page, scale, angle_of(page, scale))
    if lies_on_its_side(found.pieces, found.letter):
        return Layout([], found.frame, found.letter, lies=True)
    lines = _lines(page, found, coloured=False)
    for coloured in layers.coloured:
        part = Part(coloured.grey, size, coloured.x, coloured.y)
        angle = angle_of(part, found.frame.scale, otherwise=found.frame.angle)
        lines += _lines(part, analyse(part, found.frame.scale, angle, found.letter), coloured=True)
    return Layout(lines, found.frame, found.letter)


def _lines(part: Part, found: Analysis, *, coloured: bool) -> list[FoundLine]:
    cutter = Cutter(part, found.frame, found.pieces, found.rows, found.barriers)
    return [_line(cutter, found, row, index, coloured) for index, row in enumerate(found.rows)]


def _line(cutter: Cutter, found: Analysis, row: Row, index: int, coloured: bool) -> FoundLine:
    picture, left, right = cutter.cut(row, index)
    pieces = found.pieces
    top, bottom = float(pieces.y0[row.members].min()), float(pieces.y1[row.members].max())
    x0, _, x1, _ = found.frame.box(left, row.foot, right, row.foot)
    box = found.frame.box(row.x0, top, row.x1, bottom)
    return FoundLine(picture, box, (x0, x1), row, coloured, _framed(found, row))


def _framed(found: Analysis, row: Row) -> bool:
    """Whether a row lies in a stamp's frame; print that a stamp was set upon reaches out of it."""
    y = row.baseline((row.x0 + row.x1) / 2) - row.letter / 2
    slack = 0.6 * row.letter
    return any(x0 - slack < row.x0 and row.x1 < x1 + slack and y0 < y < y1 for x0, y0, x1, y1 in found.frames)
