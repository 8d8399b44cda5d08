"""Citations: the letter, file, page and line that says so, with its words and its box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, select, tuple_
from sqlmodel import Session

from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.tables import documents, pages, source_files

__all__ = ["Citation", "Citations", "Source"]


CHUNK = 400
_Key = TypeVar("_Key")
PHONE = 8
"""Digits from which on a number is looked for with the dashes in it left out."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One place that says so. `page` and `line` count from 1; `bbox` is null in plain text."""

    letter: str
    number: str | None
    file: str
    page: int | None
    line: int | None
    text: str
    bbox: list[float] | None
    highlights: tuple[tuple[int, int], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The published shape; highlights are ranges of characters in `text`."""
        return {
            "letter": self.letter,
            "number": self.number,
            "file": self.file,
            "page": self.page,
            "line": self.line,
            "text": self.text,
            "bbox": self.bbox,
            "highlights": [list(span) for span in self.highlights],
        }


@dataclass(frozen=True, slots=True)
class Source:
    """A document as citations name it."""

    id: int
    letter: str
    number: str | None
    file: str
    source_file_id: int
    first_page: int
    last_page: int


class Citations:
    """Makes citations, loading each document and page once."""

    def __init__(self, session: Session):
        self._session = session
        self._sources: dict[int, Source] = {}
        self._lines: dict[tuple[int, int], list[dict[str, Any]]] = {}

    def source(self, document_id: int) -> Source:
        """The document as citations name it: an attachment under the number of its letter."""
        if document_id not in self._sources:
            row = self._session.execute(_source_query(), {"documents": [document_id]}).one()
            self._sources[document_id] = _source(row)
        return self._sources[document_id]

    def prepare(self, evidence: Iterable[Any]) -> None:
        """Load at once what the places of many rows need: `document_id` and the evidence columns."""
        rows = list(evidence)
        ids = sorted({row.document_id for row in rows} - self._sources.keys())
        for part in _parts(ids):
            for row in self._session.execute(_source_query(), {"documents": part}):
                self._sources[row.id] = _source(row)
        unplaced = [row for row in rows if row.bbox is None or row.line is None]
        wanted = {(self.source(row.document_id), row.page) for row in unplaced}
        self._prepare_lines({(source.source_file_id, page or source.first_page) for source, page in wanted})

    def _prepare_lines(self, wanted: set[tuple[int, int]]) -> None:
        missing = wanted - self._lines.keys()
        for part in _parts(sorted(missing)):
            p = pages.c
            query = select(p.source_file_id, p.number, p.lines).where(
                tuple_(p.source_file_id, p.number).in_(part)
            )
            for row in self._session.execute(query):
                self._lines[row.source_file_id, row.number] = row.lines or []

    def lines(self, source_file_id: int, page: int) -> list[dict[str, Any]]:
        """The stored lines of a page; empty where there is none."""
        key = (source_file_id, page)
        if key not in self._lines:
            wanted = {"file": source_file_id, "number": page}
            self._lines[key] = self._session.execute(_lines_query(), wanted).scalar_one_or_none() or []
        return self._lines[key]

    def from_evidence(self, document_id: int, evidence: Any) -> Citation | None:
        """The place of an extracted value: any row with the evidence columns. None where it has no place."""
        if evidence.page is None and not evidence.evidence_text:
            return None
        source = self.source(document_id)
        page = evidence.page or source.first_page
        line = evidence.line or self._line_of(source, page, evidence.evidence_text or "")
        text = evidence.evidence_text or self._text(source, page, line)
        return Citation(
            source.letter,
            source.number,
            source.file,
            page,
            line,
            text,
            self._box(source, page, line, evidence),
        )

    def of_line(
        self, document_id: int, page: int, line: int, highlights: tuple[tuple[int, int], ...] = ()
    ) -> Citation:
        """A line of a document's file, whole."""
        source = self.source(document_id)
        stored = self.lines(source.source_file_id, page)[line - 1]
        return Citation(
            source.letter,
            source.number,
            source.file,
            page,
            line,
            stored["text"],
            stored.get("bbox"),
            highlights,
        )

    def find(self, document_id: int, text: str) -> Citation | None:
        """The line of the document that these words stand in or begin on; None where they stand nowhere."""
        source = self.source(document_id)
        for page in range(source.first_page, source.last_page + 1):
            line = self._line_of(source, page, text)
            if line is not None:
                return self.of_line(document_id, page, line)
        return None

    def from_provenance(self, document_id: int, place: dict[str, Any] | None, text: str) -> Citation | None:
        """The place of a value by the parse's provenance, else by its words."""
        if place and place.get("page"):
            return self.from_evidence(document_id, _Place.of(place))
        return self.find(document_id, text)

    def _line_of(self, source: Source, page: int, text: str) -> int | None:
        """The first line of the page that holds the beginning of the words, spaces aside."""
        wanted = fold(text).replace(" ", "").replace("\n", "")
        if not wanted:
            return None
        number = len(wanted) >= PHONE and wanted.isdigit()
        for place, stored in enumerate(self.lines(source.source_file_id, page), 1):
            line = fold(stored["text"]).replace(" ", "")
            if number:
                line = line.replace("-", "")
            if wanted in line or (len(line) >= 8 and wanted.startswith(line)) or wanted[:16] in line:
                return place
        return None

    def _text(self, source: Source, page: int, line: int | None) -> str:
        stored = self.lines(source.source_file_id, page)
        return str(stored[line - 1]["text"]) if line and line <= len(stored) else ""

    def _box(self, source: Source, page: int, line: int | None, evidence: Any) -> list[float] | None:
        if evidence.bbox is not None or line is None:
            return list(evidence.bbox) if evidence.bbox is not None else None
        stored = self.lines(source.source_file_id, page)
        return stored[line - 1].get("bbox") if line <= len(stored) else None


def _parts(keys: Sequence[_Key]) -> Iterator[Sequence[_Key]]:
    """Few enough at once for any database's limit of parameters."""
    for at in range(0, len(keys), CHUNK):
        yield keys[at : at + CHUNK]


def _source(row: Any) -> Source:
    return Source(
        row.id,
        row.public_id,
        row.number or row.letter_number,
        row.name,
        row.source_file_id,
        row.first_page,
        row.last_page,
    )


@cache
def _source_query() -> Select[Any]:
    """Built once: a page of citations asks it fifty times, and to build it takes longer than to ask it."""
    d, letter = documents.c, documents.alias().c
    return (
        select(
            d.id,
            d.public_id,
            d.number,
            letter.number.label("letter_number"),
            source_files.c.name,
            d.source_file_id,
            d.first_page,
            d.last_page,
        )
        .select_from(documents)
        .join(source_files, source_files.c.id == d.source_file_id)
        .outerjoin(letter.id.table, letter.id == d.parent_id)
        .where(d.id.in_(bindparam("documents", expanding=True)))
    )


@cache
def _lines_query() -> Select[Any]:
    p = pages.c
    return select(p.lines).where(p.source_file_id == bindparam("file"), p.number == bindparam("number"))


@dataclass(frozen=True, slots=True)
class _Place:
    """A place of the parse's provenance, with the names that evidence columns have."""

    page: int | None
    line: int | None
    bbox: Any
    evidence_text: str | None

    @classmethod
    def of(cls, place: dict[str, Any]) -> _Place:
        return cls(place.get("page"), place.get("line"), place.get("bbox"), place.get("text"))
