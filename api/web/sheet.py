"""A page as the desk shows it: the picture with boxes over it, or its lines where it has no picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from ita_docs.reading.media import PDF, PICTURES
from models import Page, SourceFile

__all__ = ["DOUBTFUL", "Mark", "Sheet", "mark_of", "mark_values", "open_sheet"]

A4 = (595.0, 842.0)
DOUBTFUL = 0.8
"""Below this confidence a value's box is dashed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A box on a page; `box` is x, y, width, height as fractions of the page."""

    field: str
    box: tuple[float, float, float, float]
    doubtful: bool = False
    active: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a file. `ratio` is height by width."""

    letter: str
    number: int
    count: int
    has_picture: bool
    ratio: float
    lines: Sequence[dict[str, Any]]
    marks: list[Mark] = field(default_factory=list)
    line: int | None = None

    def marked_lines(self, provenance: Mapping[str, dict[str, Any]]) -> list[dict[str, Any]]:
        """The page's lines with the values found in them: `{"text", "spans": [(start, end, field)]}`."""
        shown = [{"text": str(line["text"]), "spans": []} for line in self.lines]
        for pointer, place in provenance.items():
            if place["page"] == self.number:
                _mark_line(shown, place, pointer.strip("/"))
        return shown

    @property
    def picture(self) -> str:
        """The address of the page's picture, without its width."""
        return f"/api/v1/letters/{self.letter}/pages/{self.number}.png"


def _mark_line(lines: list[dict[str, Any]], place: dict[str, Any], field: str) -> None:
    """Note the value in the first line that holds its words; a place that overlaps another gives way."""
    words = str(place["text"]).strip()
    nearest = [place["line"] - 1] if place.get("line") else []
    for at in [*nearest, *range(len(lines))]:
        if not words or at >= len(lines):
            continue
        start = lines[at]["text"].find(words)
        if start >= 0:
            end = start + len(words)
            if all(end <= left or start >= right for left, right, _ in lines[at]["spans"]):
                lines[at]["spans"] = sorted([*lines[at]["spans"], (start, end, field)])
            return


def mark_of(name: str, bbox: Any, *, doubtful: bool = False, active: bool = False) -> Mark | None:
    """A box from its corners; None where the value has no place on a picture."""
    if not bbox:
        return None
    x0, y0, x1, y1 = bbox
    pad = 0.004
    box = (x0 - pad, y0 - pad, x1 - x0 + 2 * pad, y1 - y0 + 2 * pad)
    return Mark(name, box, doubtful, active)


def mark_values(sheet: Sheet, places: Mapping[str, dict[str, Any]], *, chosen: object = None) -> None:
    """A box for every value on the page; `chosen` is the place in hand.

    A part whose whole has a box needs none of its own, unless it is the one in hand.
    """
    for pointer, spot in places.items():
        if spot["page"] != sheet.number or (pointer.rpartition("/")[0] in places and spot is not chosen):
            continue
        doubtful = spot["confidence"] < DOUBTFUL
        mark = mark_of(pointer.strip("/"), spot["bbox"], doubtful=doubtful, active=spot is chosen)
        sheet.marks.extend([mark] if mark else [])


def open_sheet(
    session: Session, source: SourceFile, letter: str, number: int, line: int | None = None
) -> Sheet:
    """Page `number` of a file; a `line` that is asked for gets a box of its own."""
    query = select(Page).where(col(Page.source_file_id) == source.id, col(Page.number) == number)
    page: Page | None = session.execute(query).scalar_one_or_none()
    lines: list[dict[str, Any]] = list(page.lines) if page else []
    width, height = (page.width or A4[0], page.height or A4[1]) if page else A4
    pictured = source.media_type == PDF or source.media_type in PICTURES
    sheet = Sheet(letter, number, source.pages or 1, pictured, height / width, lines, [], line)
    if line and 1 <= line <= len(lines) and (mark := mark_of("line", lines[line - 1]["bbox"], active=True)):
        sheet.marks.append(mark)
    return sheet
