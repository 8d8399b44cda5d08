"""Readings of found lines become lines of a page."""

from __future__ import annotations

from collections.abc import Sequence

from ita_docs.reading.engine import LineReading
from ita_docs.reading.layout.page_layout import FoundLine, Layout
from ita_docs.reading.line_roles import role_of
from ita_docs.reading.sifting import is_text, seen_twice, without_specks
from parsers.page import Line

__all__ = ["lines_of"]


def lines_of(layout: Layout, readings: Sequence[LineReading]) -> list[Line]:
    """One line a reading that holds text, with its role."""
    pairs = zip(layout.lines, readings, strict=True)
    kept = [(found, without_specks(reading)) for found, reading in pairs if is_text(reading)]
    twice = seen_twice([found.bbox for found, _ in kept], [reading for _, reading in kept])
    return [
        _line(found, reading, layout.letter)
        for (found, reading), again in zip(kept, twice, strict=True)
        if not again
    ]


def _line(found: FoundLine, reading: LineReading, letter: float) -> Line:
    return Line(
        reading.text,
        found.bbox,
        reading.confidence,
        reading.confidences,
        reading.runners_up,
        _edges(found, reading),
        role_of(found, reading, letter),
    )


def _edges(found: FoundLine, reading: LineReading) -> tuple[float, ...] | None:
    """From shares of the picture's width to fractions of the page's."""
    left, right = found.reach
    return None if reading.edges is None else tuple(left + at * (right - left) for at in reading.edges)
