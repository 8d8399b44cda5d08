"""Lines in the order in which a person reads them: rows from the top, two columns one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.page import BBox, Line

__all__ = ["in_reading_order"]

_FEWEST = 8
"""Lines that each of two columns must have."""

_NARROWEST_GUTTER = {False: 0.025, True: 0.04}
"""Share of the page's width between two columns; between two sheets on one landscape page it is wider."""

_FILLED = {False: 0.75, True: 0.35}
"""How much of its column the middle line fills. Cells of a table fill less; a sheet has short lines too."""


def in_reading_order(lines: Sequence[Line], *, landscape: bool = False) -> list[Line]:
    """Lines in reading order; lines without a box are left out. A `landscape` page may hold two sheets."""
    placed = [line for line in lines if line.bbox]
    gutter = _gutter(placed, landscape)
    if gutter is None:
        return _by_rows(placed)
    left = [line for line in placed if _box(line)[2] <= gutter]
    right = [line for line in placed if _box(line)[0] >= gutter]
    across = [line for line in placed if _box(line)[0] < gutter < _box(line)[2]]
    ordered: list[Line] = []
    for band in _bands(across):
        ordered += _by_rows(_within(left, band)) + _by_rows(_within(right, band))
        ordered += _by_rows([line for line in across if _box(line)[1] == band[1]])
    return ordered


def _gutter(lines: Sequence[Line], landscape: bool) -> float | None:
    """Where a page is parted into two columns, if it is."""
    boxes = [_box(line) for line in lines]
    for x in sorted((place / 100 for place in range(40, 61)), key=lambda x: abs(x - 0.5)):
        left, right = [box for box in boxes if box[2] <= x], [box for box in boxes if box[0] >= x]
        crossing = len(boxes) - len(left) - len(right)
        if min(len(left), len(right)) < _FEWEST or crossing > 0.15 * len(boxes):
            continue
        gap = min(box[0] for box in right) - max(box[2] for box in left)
        full = min(_fill(left), _fill(right)) >= _FILLED[landscape]
        if gap >= _NARROWEST_GUTTER[landscape] and full and _beside(left, right):
            return x
    return None


def _fill(column: Sequence[BBox]) -> float:
    """The length of the middle line as a share of the column's width."""
    widths = sorted(box[2] - box[0] for box in column)
    return widths[len(widths) // 2] / max(max(b[2] for b in column) - min(b[0] for b in column), 1e-6)


def _beside(left: Sequence[BBox], right: Sequence[BBox]) -> bool:
    """Whether two columns stand beside each other for most of their height."""
    tops = [min(box[1] for box in side) for side in (left, right)]
    bottoms = [max(box[3] for box in side) for side in (left, right)]
    shared = min(bottoms) - max(tops)
    return shared > 0.5 * min(bottoms[0] - tops[0], bottoms[1] - tops[1])


def _bands(across: Sequence[Line]) -> list[tuple[float, float]]:
    """Stretches of the page `(top, bottom)` between lines that run across both columns."""
    edges = [0.0, *sorted({_box(line)[1] for line in across}), 2.0]
    return list(pairwise(edges))


def _within(lines: Sequence[Line], band: tuple[float, float]) -> list[Line]:
    return [line for line in lines if band[0] <= _box(line)[1] < band[1]]


def _by_rows(lines: Sequence[Line]) -> list[Line]:
    """Lines sorted into rows; lines side by side on one baseline stand left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=_middle):
        if rows and _same_row(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: _box(line)[0])]


def _box(line: Line) -> BBox:
    return line.bbox or (0.0, 0.0, 0.0, 0.0)


def _middle(line: Line) -> float:
    return (_box(line)[1] + _box(line)[3]) / 2


def _same_row(row: Sequence[Line], line: Line) -> bool:
    """Beside the row, not under it: boxes share most of their height and none of their width."""
    box = _box(line)
    for other in map(_box, row):
        shared = min(box[3], other[3]) - max(box[1], other[1])
        overlap = min(box[2], other[2]) - max(box[0], other[0])
        beside = overlap < 0.2 * min(box[2] - box[0], other[2] - other[0])
        if beside and shared > 0.5 * min(box[3] - box[1], other[3] - other[1]):
            return True
    return False
