"""Citations: the letter, file, page and line that says so, with its words and its box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from ita_docs.knowledge.cited_pages import CitedPages, Source
from ita_docs.knowledge.search.fold import fold

__all__ = ["Citation", "Citations", "Source"]


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


class Citations:
    """Makes citations, loading each document and page once."""

    def __init__(self, session: Session):
        self._held = CitedPages(session)
        self.source, self.prepare, self.lines = self._held.source, self._held.prepare, self._held.lines

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
        if self._held.is_boxless(source.source_file_id, page):
            return None
        stored = self.lines(source.source_file_id, page)
        return stored[line - 1].get("bbox") if line <= len(stored) else None


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
