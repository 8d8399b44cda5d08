"""Letters as the store holds them, brought into the shape that the index takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Table, or_, select
from sqlmodel import Session

from ita_docs.knowledge.search.schema import IndexedLetter
from ita_docs.knowledge.tables import contacts, documents, fiscal_years, pages, topics

__all__ = ["BATCH", "indexed_letters", "letters_of"]

BATCH = 200
"""Letters loaded at once."""


def letters_of(session: Session, public_ids: Iterable[str]) -> set[int]:
    """Ids of the letters that these documents are or, being attachments, hang on."""
    wanted = sorted(set(public_ids))
    found: set[int] = set()
    for at in range(0, len(wanted), BATCH):
        query = select(documents.c.id, documents.c.parent_id).where(
            documents.c.public_id.in_(wanted[at : at + BATCH])
        )
        found.update(parent or own for own, parent in session.execute(query))
    return found


def indexed_letters(session: Session, ids: Sequence[int]) -> Iterator[IndexedLetter]:
    """The letters of these ids (not attachments of others) with all their text."""
    for at in range(0, len(ids), BATCH):
        yield from _batch(session, ids[at : at + BATCH])


def _batch(session: Session, ids: Sequence[int]) -> Iterator[IndexedLetter]:
    d = documents.c
    query = select(documents).where(or_(d.id.in_(ids), d.parent_id.in_(ids))).order_by(d.position)
    rows = session.execute(query).all()
    parts: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        parts[row.parent_id or row.id].append(row)
    members = [row.id for row in rows]
    text = _page_text(session, {row.source_file_id for row in rows})
    names = _many(session, topics, topics.c.topic, members)
    years = _many(session, fiscal_years, fiscal_years.c.fiscal_year, members)
    reached = _many(session, contacts, contacts.c.value, members)
    for letter_id, group in parts.items():
        letter = next((row for row in group if row.id == letter_id), None)
        if letter is None:
            continue
        yield IndexedLetter(
            id=letter.id,
            public_id=letter.public_id,
            subject=letter.subject or letter.title or "",
            parts=_parts(group, text),
            exact=_exact(group, reached),
            date=letter.date.isoformat() if letter.date else None,
            kind=letter.kind,
            agency=letter.issuer_name,
            province=letter.issuer_province,
            urgency=letter.urgency,
            topic=sorted({topic for row in group for topic in names[row.id]}),
            fiscal_years=sorted({year for row in group for year in years[row.id]}),
            has_deadline=letter.has_deadline,
            needs_review=letter.needs_review,
        )


def _page_text(session: Session, files: set[int]) -> dict[tuple[int, int], str]:
    query = select(pages.c.source_file_id, pages.c.number, pages.c.text).where(
        pages.c.source_file_id.in_(sorted(files))
    )
    return {(file, number): text for file, number, text in session.execute(query)}


def _parts(group: list[Any], text: dict[tuple[int, int], str]) -> list[str]:
    """The text of each page once, in order."""
    wanted = {
        (row.source_file_id, number) for row in group for number in range(row.first_page, row.last_page + 1)
    }
    return [text[place] for place in sorted(wanted) if place in text]


def _exact(group: list[Any], reached: dict[int, list[str]]) -> list[str]:
    keys = [row.number_key for row in group if row.number_key]
    return sorted({*keys, *(value for row in group for value in reached[row.id])})


def _many(session: Session, table: Table, column: Any, ids: list[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    query = select(table.c.document_id, column).where(table.c.document_id.in_(ids))
    for document_id, value in session.execute(query):
        found[document_id].append(value)
    return found
