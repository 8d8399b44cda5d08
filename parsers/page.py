"""What a reader hands to the parsers: pages of lines, each with its place and how sure the reader was.

Everything here is plain data. A plain-text file gives lines without boxes; a scan gives boxes,
a confidence for every character and, where the recogniser knows one, the runner-up character.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

__all__ = ["BBox", "Line", "LineRole", "Page", "TextOrigin", "around"]


BBox: TypeAlias = tuple[float, float, float, float]
"""`(x0, y0, x1, y1)` as fractions of the page, origin at the top left."""


class TextOrigin(StrEnum):
    """How the text of a page came to us."""

    OCR = "ocr"
    TEXT_LAYER = "text-layer"
    PLAIN = "plain"


class LineRole(StrEnum):
    """What a line is on the paper: print, or something laid over or around it."""

    PRINT = "print"
    STAMP = "stamp"
    HANDWRITING = "handwriting"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text as it stands on the page.

    `text` keeps what is written (Thai digits kept). `confidence` is the reader's for the whole line, 0 to 1.
    `char_confidences`, `runners_up` and `char_edges` are given by readers that know them: one confidence a
    character, one `(character, probability)` or None a character, and `len(text) + 1` x-positions as
    fractions of the page width. `filled_in` is the part that was
    written into the line by pen or numbering machine.
    """

    text: str
    bbox: BBox | None = None
    confidence: float = 1.0
    char_confidences: tuple[float, ...] | None = None
    runners_up: tuple[tuple[str, float] | None, ...] | None = None
    char_edges: tuple[float, ...] | None = None
    role: LineRole = LineRole.PRINT
    filled_in: str | None = None

    def rewritten(self, text: str, bbox: BBox | None, confidence: float, filled_in: str | None) -> Line:
        """The line with another text, of whose single characters nothing is known."""
        return replace(
            self,
            text=text,
            bbox=bbox,
            confidence=confidence,
            char_confidences=None,
            runners_up=None,
            char_edges=None,
            filled_in=filled_in,
        )


def around(boxes: Iterable[BBox]) -> BBox:
    """The smallest box around one or more.

    >>> around([(0.1, 0.2, 0.3, 0.4), (0.2, 0.1, 0.5, 0.3)])
    (0.1, 0.1, 0.5, 0.4)
    """
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


@dataclass(frozen=True, slots=True)
class Page:
    """One page in reading order. `number` counts from 1; `size` is width and height in points, if known.

    `turned` says by how many degrees clockwise (0, 90, 180, 270) the page of the file was turned to stand
    upright; `size` and all boxes are those of the upright page.
    """

    number: int
    lines: Sequence[Line]
    origin: TextOrigin = TextOrigin.PLAIN
    size: tuple[float, float] | None = None
    turned: int = 0

    @property
    def text(self) -> str:
        """The page's lines joined by newlines.

        >>> Page(1, [Line("เรื่อง ก"), Line("เรียน ข")]).text
        'เรื่อง ก\\nเรียน ข'
        """
        return "\n".join(line.text for line in self.lines)
