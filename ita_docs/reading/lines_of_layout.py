"""Readings of found lines become lines of a page; what is no text is left out."""

from __future__ import annotations

from collections.abc import Sequence

from ita_docs.reading.engine import LineReading
from ita_docs.reading.layout.page_layout import FoundLine, Layout
from parsers.page import Line, LineRole

__all__ = ["lines_of"]

_NO_TEXT = 0.45
"""Mean confidence under which a line is a drawing, a signature or dirt."""


def lines_of(layout: Layout, readings: Sequence[LineReading]) -> list[Line]:
    """One line a reading that holds text."""
    pairs = zip(layout.lines, readings, strict=True)
    return [_line(found, reading) for found, reading in pairs if _is_text(found, reading)]


def _is_text(found: FoundLine, reading: LineReading) -> bool:
    return bool(reading.text.strip()) and reading.confidence >= _NO_TEXT


def _line(found: FoundLine, reading: LineReading) -> Line:
    role = LineRole.STAMP if found.coloured else LineRole.PRINT
    return Line(
        reading.text,
        found.bbox,
        reading.confidence,
        reading.confidences,
        reading.runners_up,
        _edges(found, reading),
        role,
    )


def _edges(found: FoundLine, reading: LineReading) -> tuple[float, ...] | None:
    """From shares of the picture's width to fractions of the page's."""
    left, right = found.reach
    return None if reading.edges is None else tuple(left + at * (right - left) for at in reading.edges)
