"""Letters as the store holds them, brought into the shape that the index takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Select, Table, or_, select
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.search.schema import IndexedLetter
from ita_docs.knowledge.tables import contacts, documents, fiscal_years, pages, topics

__all__ = ["BATCH", "indexed_letters", "letters_of"]

BATCH = 200
"""Letters loaded at once."""

_d = documents.c
_MEMBERS = (
    select(
        _d.id, _d.parent_id, _d.public_id, _d.source_file_id, _d.first_page, _d.last_page, _d.subject,
        _d.title, _d.number_key, _d.date, _d.kind, _d.issuer_name, _d.issuer_province, _d.urgency,
        _d.has_deadline, _d.needs_review,
    )
    .where(or_(among(_d.id, "ids"), among(_d.parent_id, "ids")))
    .order_by(_d.position, _d.id)
)  # fmt: skip
_TEXTS = select(pages.c.source_file_id, pages.c.number, pages.c.text).where(
    among(pages.c.source_file_id, "ids")
)
_NAMED = select(_d.id, _d.parent_id).where(among(_d.public_id, "names"))


def letters_of(session: Session, public_ids: Iterable[str]) -> set[int]:
    """Ids of the letters that these documents are or, being attachments, hang on."""
    wanted = sorted(set(public_ids))
    found: set[int] = set()
    for at in range(0, len(wanted), BATCH):
        rows = session.connection().execute(_NAMED, {"names": wanted[at : at + BATCH]})
        found.update(parent or own for own, parent in rows)
    return found


def indexed_letters(session: Session, ids: Sequence[int]) -> Iterator[IndexedLetter]:
    """The letters of these ids (not attachments of others) with all their text."""
    for at in range(0, len(ids), BATCH):
        yield from _batch(session, ids[at : at + BATCH])


def _batch(session: Session, ids: Sequence[int]) -> Iterator[IndexedLetter]:
    rows = session.connection().execute(_MEMBERS, {"ids": ids}).all()
    parts: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        parts[row.parent_id or row.id].append(row)
    members = [row.id for row in rows]
    text = _page_text(session, {row.source_file_id for row in rows})
    names = _many(session, topics, "topic", members)
    years = _many(session, fiscal_years, "fiscal_year", members)
    reached = _many(session, contacts, "value", members)
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
    rows = session.connection().execute(_TEXTS, {"ids": sorted(files)})
    return {(file, number): text for file, number, text in rows}


def _parts(group: list[Any], text: dict[tuple[int, int], str]) -> list[str]:
    """The text of each page once, in order."""
    wanted = {
        (row.source_file_id, number) for row in group for number in range(row.first_page, row.last_page + 1)
    }
    return [text[place] for place in sorted(wanted) if place in text]


def _exact(group: list[Any], reached: dict[int, list[str]]) -> list[str]:
    keys = [row.number_key for row in group if row.number_key]
    return sorted({*keys, *(value for row in group for value in reached[row.id])})


def _many(session: Session, table: Table, column: str, ids: list[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for document_id, value in session.connection().execute(_values(table, column), {"ids": ids}):
        found[document_id].append(value)
    return found


@cache
def _values(table: Table, column: str) -> Select[Any]:
    return select(table.c.document_id, table.c[column]).where(among(table.c.document_id, "ids"))
