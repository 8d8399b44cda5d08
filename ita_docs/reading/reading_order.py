"""Lines in the order in which a person reads them: rows from the top, in a row from the left."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.page import BBox, Line

__all__ = ["in_reading_order"]


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Lines sorted into rows; lines side by side on one baseline stand left to right."""
    placed = sorted((line for line in lines if line.bbox), key=lambda line: _middle(line.bbox))
    rows: list[list[Line]] = []
    for line in placed:
        if rows and _same_row(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: _box(line)[0])]


def _box(line: Line) -> BBox:
    return line.bbox or (0.0, 0.0, 0.0, 0.0)


def _middle(box: BBox | None) -> float:
    return (box[1] + box[3]) / 2 if box else 0.0


def _same_row(row: Sequence[Line], line: Line) -> bool:
    """Beside the row, not under it: boxes share most of their height and none of their width."""
    box = _box(line)
    for other in map(_box, row):
        shared = min(box[3], other[3]) - max(box[1], other[1])
        beside = min(box[2], other[2]) - max(box[0], other[0]) < 0.2 * min(
            box[2] - box[0], other[2] - other[0]
        )
        if beside and shared > 0.5 * min(box[3] - box[1], other[3] - other[1]):
            return True
    return False
