"""Scanned lines put back together: readers cut printed lines into pieces, and see specks as letters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.cues import opens_with
from parsers.filled_in import with_filled_in
from parsers.page import BBox, Line, LineRole, around

__all__ = ["whole_lines"]

_LOOK_BACK = 4
_WIDEST_GAP = 0.04
_SPECK_CONFIDENCE = 0.8
_FILLED_IN = 12
_NUMBER_AT = re.compile(r"^.{0,3}ที่\s")
_SPECK = re.compile(r"^(?!\d+$)(?=.{1,6}$)(?!.*[ก-ฮ].?[ก-ฮ])")


def whole_lines(lines: Iterable[Line]) -> list[tuple[int, Line]]:
    """The lines of a page, counted from 1, with the pieces of each printed line joined and specks left out.

    Pieces far apart stay apart: number and office stand on one row of a letterhead. Lines without boxes
    are taken as they are.
    """
    kept: list[tuple[int, Line]] = []
    for no, line in with_filled_in(lines):
        at = _left_neighbour(kept, line)
        if at is None:
            kept.append((no, line))
        else:
            kept[at] = (kept[at][0], _joined(kept[at][1], line))
    return [(no, line) for no, line in kept if not _is_speck(line)]


def _left_neighbour(kept: list[tuple[int, Line]], line: Line) -> int | None:
    if line.bbox is None:
        return None
    for at in range(len(kept) - 1, max(len(kept) - 1 - _LOOK_BACK, -1), -1):
        box = kept[at][1].bbox
        if box is not None and _one_hand(kept[at][1], line) and _on_one_row(box, line.bbox):
            return at
    return None


def _one_hand(left: Line, right: Line) -> bool:
    """Pieces of one role; a number or day filled in by hand belongs to the printed words before it.

    An office beside the letter's number is the letterhead, however close.
    """
    if _NUMBER_AT.match(left.text.strip()) and opens_with("offices", right.text.strip()):
        return False
    if left.role is right.role:
        return True
    filled = left.role is LineRole.PRINT and right.role is LineRole.HANDWRITING
    return filled and len(right.text.strip()) <= _FILLED_IN


def _on_one_row(left: BBox, right: BBox) -> bool:
    gap = right[0] - left[2]
    if not -0.005 <= gap <= _WIDEST_GAP:
        return False
    overlap = min(left[3], right[3]) - max(left[1], right[1])
    return overlap > 0.5 * min(left[3] - left[1], right[3] - right[1])


def _joined(left: Line, right: Line) -> Line:
    return left.rewritten(
        f"{left.text} {right.text}",
        around(line.bbox for line in (left, right) if line.bbox is not None),
        min(left.confidence, right.confidence),
        left.filled_in or right.filled_in or _by_pen(right),
    )


def _by_pen(right: Line) -> str | None:
    return right.text.strip() if right.role is LineRole.HANDWRITING else None


def _is_speck(line: Line) -> bool:
    if line.bbox is None or line.role is not LineRole.PRINT:
        return False
    text = line.text.strip()
    if len(text) <= 2 and not any(letter.isalnum() for letter in text):
        return True
    return line.confidence < _SPECK_CONFIDENCE and bool(_SPECK.match(text))
