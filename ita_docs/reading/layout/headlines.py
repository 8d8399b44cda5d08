"""Print far larger than the rest of its page: ด่วนที่สุด over a letter's number."""

from __future__ import annotations

from collections.abc import Sequence

from ita_docs.reading.layout.row import Row

__all__ = ["is_headline"]

_LETTERS, _ROW = 3, 4
_APART = 0.5
"""Letter heights from other print."""


def is_headline(row: Row, rows: Sequence[Row], head: float) -> bool:
    """Whether large pieces are a row of print: enough of them, high on the page, no smaller ones beside.

    Signatures, and a number by hand behind `ที่ มท ๐๘๐๙.๒/`, are none. `head` is where the head of the page
    ends, in pixels.
    """
    if len(row.members) < _LETTERS or row.foot > head:
        return False
    return not any(_in_line(row, other) for other in rows if len(other.members) >= _ROW)


def _in_line(row: Row, other: Row) -> bool:
    """Whether another row's letters stand at the height of this row's, within or next to it."""
    gap = _APART * row.letter
    if other.x1 < row.x0 - gap or other.x0 > row.x1 + gap:
        return False
    middle = (max(row.x0, other.x0) + min(row.x1, other.x1)) / 2
    foot, theirs = row.baseline(middle), other.baseline(middle)
    return theirs - other.letter < foot and theirs > foot - row.letter
