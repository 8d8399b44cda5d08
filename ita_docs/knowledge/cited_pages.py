"""What citations are made of: documents as they are named, pages with their lines, each loaded once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, select, tuple_
from sqlmodel import Session

from ita_docs.knowledge.tables import documents, pages, source_files
from parsers.page import TextOrigin

__all__ = ["CitedPages", "Source"]

CHUNK = 400
_Key = TypeVar("_Key")


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


class CitedPages:
    """Documents and pages of one session; `prepare` loads those of many rows at once."""

    def __init__(self, session: Session):
        self._session = session
        self._sources: dict[int, Source] = {}
        self._lines: dict[tuple[int, int], list[dict[str, Any]]] = {}
        self._boxless: set[tuple[int, int]] = set()

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
        self._boxless |= self._plain(self._page_of(row) for row in rows if row.bbox is None)
        unplaced = {self._page_of(row) for row in rows if row.line is None}
        boxed = {self._page_of(row) for row in rows if row.bbox is None} - self._boxless
        p = pages.c
        for row in self._pages((unplaced | boxed) - self._lines.keys(), p.source_file_id, p.number, p.lines):
            self._lines[row.source_file_id, row.number] = row.lines or []

    def _page_of(self, evidence: Any) -> tuple[int, int]:
        source = self.source(evidence.document_id)
        return source.source_file_id, evidence.page or source.first_page

    def _plain(self, wanted: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
        """Those pages that came as text: their lines have no boxes, and need not be loaded for them."""
        asked, p, plain = set(wanted), pages.c, set()
        for part in _parts(sorted({source_file_id for source_file_id, _ in asked})):
            query = select(p.source_file_id, p.number).where(
                p.origin == str(TextOrigin.PLAIN), p.source_file_id.in_(part)
            )
            plain |= {(row.source_file_id, row.number) for row in self._session.execute(query)}
        return asked & plain

    def _pages(self, wanted: set[tuple[int, int]], *columns: Any) -> Iterator[Any]:
        for part in _parts(sorted(wanted)):
            query = select(*columns).where(tuple_(pages.c.source_file_id, pages.c.number).in_(part))
            yield from self._session.execute(query)

    def lines(self, source_file_id: int, page: int) -> list[dict[str, Any]]:
        """The stored lines of a page; empty where there is none."""
        key = (source_file_id, page)
        if key not in self._lines:
            wanted = {"file": source_file_id, "number": page}
            self._lines[key] = self._session.execute(_lines_query(), wanted).scalar_one_or_none() or []
        return self._lines[key]

    def is_boxless(self, source_file_id: int, page: int) -> bool:
        """Whether a page is known to have come as text, so that its lines have no boxes."""
        return (source_file_id, page) in self._boxless


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
