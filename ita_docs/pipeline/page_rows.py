"""Pages as rows of the store, and back again: a file can be parsed anew without being read anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlmodel import Session, col, select

import models
from ita_docs.pipeline.storable import storable
from parsers.page import Line, LineRole, Page, TextOrigin

__all__ = ["pages_of", "row_of_page"]

JSON = dict[str, Any]

# A confidence or an edge finer than this is noise; the store keeps a million letters.
_DECIMALS = 4


def row_of_page(source_file_id: int, page: Page) -> JSON:
    """The column values of one page, without the characters that no database holds."""
    width, height = page.size or (None, None)
    return {
        "source_file_id": source_file_id,
        "number": page.number,
        "origin": str(page.origin),
        "width": width,
        "height": height,
        "turned": page.turned,
        "text": storable(page.text),
        "lines": [_line_to_json(line) for line in page.lines],
    }


def pages_of(session: Session, source_file_id: int) -> list[Page]:
    """The pages of a file as its reader gave them."""
    query = select(models.Page).where(models.Page.source_file_id == source_file_id)
    return [_page(row) for row in session.exec(query.order_by(col(models.Page.number)))]


def _page(row: models.Page) -> Page:
    size = None if row.width is None or row.height is None else (row.width, row.height)
    return Page(row.number, [_line(line) for line in row.lines], TextOrigin(row.origin), size, row.turned)


def _line_to_json(line: Line) -> JSON:
    return dict(_line_items(line))


def _line_items(line: Line) -> Iterator[tuple[str, Any]]:
    text = storable(line.text)
    yield "text", text
    yield "bbox", _rounded(line.bbox)
    yield "confidence", round(line.confidence, _DECIMALS)
    yield "role", str(line.role)
    if text != line.text:
        return  # the values of single characters would no longer stand beside them
    if line.char_confidences is not None:
        yield "char_confidences", _rounded(line.char_confidences)
    if line.runners_up is not None:
        yield "runners_up", [rival and [rival[0], round(rival[1], _DECIMALS)] for rival in line.runners_up]
    if line.char_edges is not None:
        yield "char_edges", _rounded(line.char_edges)


def _rounded(values: Sequence[float] | None) -> list[float] | None:
    return None if values is None else [round(float(value), _DECIMALS) for value in values]


def _line(stored: JSON) -> Line:
    box = stored["bbox"]
    rivals = stored.get("runners_up")
    return Line(
        text=stored["text"],
        bbox=None if box is None else (box[0], box[1], box[2], box[3]),
        confidence=stored["confidence"],
        role=LineRole(stored["role"]),
        char_confidences=_floats(stored.get("char_confidences")),
        runners_up=None if rivals is None else tuple(rival and (rival[0], rival[1]) for rival in rivals),
        char_edges=_floats(stored.get("char_edges")),
    )


def _floats(values: list[float] | None) -> tuple[float, ...] | None:
    return None if values is None else tuple(values)
