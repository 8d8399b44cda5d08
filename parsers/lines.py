"""The lines of a file as the parsers look at them: cleaned of mark-up, with both kinds of digits at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from parsers.page import BBox, Line, LineRole, Page
from parsers.rows import whole_lines
from parsers.script import BULLET, arabic, clean, skeleton

__all__ = ["SourceLine", "source_lines"]

_WIDE = re.compile(r"\t|[ \u00a0\u3000]{3,}")


@dataclass(frozen=True)
class SourceLine:
    """One line with its place: page and line count from 1; `gap` says that white space stands above it.

    `filled_in` is the part that was written by pen or numbering machine.
    """

    page: int
    no: int
    raw: str
    text: str
    bbox: BBox | None
    confidence: float
    role: LineRole
    gap: bool
    page_start: bool
    bullet: bool
    filled_in: str | None = None

    @cached_property
    def arabic(self) -> str:
        """The text with Arabic digits, of the same length."""
        return arabic(self.text)

    @cached_property
    def skeleton(self) -> str:
        """The text without marks above and below, with Arabic digits."""
        return skeleton(self.arabic)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The parts of the line that wide white space keeps apart."""
        return tuple(part for part in (clean(piece) for piece in _WIDE.split(self.raw.strip())) if part)

    @cached_property
    def indent(self) -> float:
        """Where the line starts, as a fraction of the page's width (text files: a hundredth a space)."""
        if self.bbox is not None:
            return self.bbox[0]
        return (len(self.raw) - len(self.raw.lstrip())) / 100


def source_lines(pages: Sequence[Page]) -> list[SourceLine]:
    """All lines of the pages that hold something, in reading order."""
    return [line for page in pages for line in _page_lines(page)]


def _page_lines(page: Page) -> Iterator[SourceLine]:
    gap, start, above = True, True, None
    for no, line in whole_lines(page.lines):
        text = clean(line.text)
        if not text:
            gap = True
            continue
        yield SourceLine(
            page.number,
            no,
            line.text,
            text,
            line.bbox,
            line.confidence,
            line.role,
            gap or _white_space(above, line),
            start,
            bool(BULLET.match(line.text.strip())),
            line.filled_in,
        )
        gap, start, above = False, False, line


def _white_space(above: Line | None, line: Line) -> bool:
    if above is None or above.bbox is None or line.bbox is None:
        return False
    height = max(line.bbox[3] - line.bbox[1], above.bbox[3] - above.bbox[1])
    return line.bbox[1] - above.bbox[3] > 1.1 * height or line.bbox[1] < above.bbox[1] - height
