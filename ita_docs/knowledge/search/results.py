"""Letters found, as results: the columns that a list shows and the best passages, in two statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, and_, or_, select
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.citations import Citation
from ita_docs.knowledge.search.passages import Needle, best_lines, marks, needles_of
from ita_docs.knowledge.search.query import parse_query
from ita_docs.knowledge.tables import documents, pages, source_files

__all__ = ["results_of"]

PASSAGES = 2
"""Lines shown of a letter."""


def results_of(session: Session, letters: Sequence[tuple[int, float]], text: str) -> list[dict[str, Any]]:
    """Letters with their scores as results, in this order, each with its best passages for the query."""
    if not letters:
        return []
    needles = needles_of(parse_query(text))
    connection = session.connection()
    found = _pages_of(connection, [letter for letter, _ in letters])
    best = {letter: _best(rows, needles) for letter, rows in found.items()}
    lines = _lines_of(connection, (row.page_id for places in best.values() for row, _ in places))
    results = []
    for letter, score in letters:
        own = next((row for row in found[letter] if row.id == letter), None)
        if own is None:
            continue
        shown = (_passage(own, row, line, lines[row.page_id], needles) for row, line in best[letter])
        results.append({**_head(own, score), "passages": [passage for passage in shown if passage]})
    return results


@cache
def _pages_query() -> Select[Any]:
    """Each page of the letters and of what hangs on them, with the columns that results show."""
    d, p = documents.c, pages.c
    on_page = and_(p.source_file_id == d.source_file_id, p.number.between(d.first_page, d.last_page))
    return (
        select(
            d.id, d.parent_id, d.public_id, d.number, d.date, d.subject, d.title, d.issuer_name, d.kind,
            source_files.c.name.label("file"), p.id.label("page_id"), p.number.label("page"), p.text,
        )
        .select_from(documents)
        .join(source_files, source_files.c.id == d.source_file_id)
        .outerjoin(pages, on_page)
        .where(or_(among(d.id, "ids"), among(d.parent_id, "ids")))
        .order_by(d.parent_id.is_not(None), d.id)
    )  # fmt: skip


@cache
def _lines_query() -> Select[Any]:
    return select(pages.c.id, pages.c.lines).where(among(pages.c.id, "ids"))


def _pages_of(connection: Connection, ids: Sequence[int]) -> dict[int, list[Any]]:
    """Rows of a document and a page of it, by letter: its own first, then those of what hangs on it."""
    found: dict[int, list[Any]] = {letter: [] for letter in ids}
    for row in connection.execute(_pages_query(), {"ids": ids}):
        for letter in (row.id, row.parent_id):
            if letter in found:
                found[letter].append(row)
    return found


def _lines_of(connection: Connection, pages_wanted: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    ids = sorted(set(pages_wanted))
    if not ids:
        return {}
    rows = connection.execute(_lines_query(), {"ids": ids})
    return {row.id: row.lines or [] for row in rows}


def _best(rows: Sequence[Any], needles: Sequence[Needle]) -> list[tuple[Any, int]]:
    """The rows and line numbers of the best lines, the best first. A page counts for one document."""
    held = {row.page_id: row for row in reversed(rows) if row.page_id is not None}
    ordered = sorted(held.values(), key=lambda row: (row.file, row.page))
    texts = [(at, row.text) for at, row in enumerate(ordered)]
    return [(ordered[at], line) for at, line in best_lines(texts, needles, PASSAGES)]


def _head(letter: Any, score: float) -> dict[str, Any]:
    return {
        "letter": letter.public_id,
        "number": letter.number,
        "date": letter.date.isoformat() if letter.date else None,
        "subject": letter.subject or letter.title,
        "issuer": letter.issuer_name,
        "kind": letter.kind,
        "score": round(score, 3),
    }


def _passage(
    letter: Any, row: Any, line: int, lines: Sequence[dict[str, Any]], needles: Sequence[Needle]
) -> dict[str, Any] | None:
    """A line as a citation; an attachment's goes under the number of its letter where it has none."""
    if line > len(lines):
        return None
    stored = lines[line - 1]
    spans = marks(stored["text"], needles)
    number = row.number or letter.number
    box = stored.get("bbox")
    return Citation(row.public_id, number, row.file, row.page, line, stored["text"], box, spans).to_json()
