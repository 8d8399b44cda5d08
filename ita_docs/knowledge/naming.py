"""A letter named by its public id, or by its number in any spelling."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, bindparam, select
from sqlmodel import Session

from ita_docs.errors import NotFound
from ita_docs.knowledge.search.routes import number_routes
from ita_docs.knowledge.tables import cited_letters, documents
from models.columns import newest_first
from models.keys import number_key

__all__ = ["Named", "name_letters", "one_letter"]

Named = tuple[int | None, int | None]
"""The id of a document, or of a letter known from citations only."""

_HELD_BY_ID = select(documents.c.id).where(documents.c.public_id.in_([bindparam("name"), bindparam("first")]))
_CITED_BY_ID = select(cited_letters.c.id, cited_letters.c.document_id).where(
    cited_letters.c.public_id == bindparam("name")
)


def name_letters(session: Session, name: str) -> list[Named]:
    """All letters that go by this name, held ones first, the newest first."""
    return [letter for group in _groups(session, name.strip()) for letter in group]


def one_letter(session: Session, name: str) -> Named:
    """The letter of this name; the newest where several go by it.

    Raises:
        NotFound: none does.
    """
    for group in _groups(session, name.strip()):
        if group:
            return group[0]
    raise NotFound(name)


def _groups(session: Session, name: str) -> Iterator[list[Named]]:
    """Letters of that id; else held ones of that number, then unseen ones; each looked up when asked for."""
    by_id = [] if "/" in name else _by_public_id(session, name)
    if by_id:
        yield by_id
        return
    yield [(row, None) for row in _by_number(session, name, documents)]
    yield [(None, row) for row in _by_number(session, name, cited_letters)]


def _by_public_id(session: Session, name: str) -> list[Named]:
    connection = session.connection()
    held = connection.execute(_HELD_BY_ID, {"name": name, "first": f"{name}-1"}).scalars().first()
    if held is not None:
        return [(held, None)]
    row = connection.execute(_CITED_BY_ID, {"name": name}).first()
    if row is None:
        return []
    return [(row.document_id, None) if row.document_id else (None, row.id)]


def _by_number(session: Session, name: str, table: Table) -> list[int]:
    for query, values in _lookups(name, table):
        found = list(session.connection().execute(query, values).scalars())
        if found:
            return found
    return []


def _lookups(name: str, table: Table) -> Iterator[tuple[Select[Any], dict[str, str]]]:
    """The number as it is typed, then as it is understood: parsing waits until it is needed."""
    if key := number_key(name):
        yield _with_key(table), {"key": key}
    for route in number_routes(name):
        if route.key:
            yield _with_key(table), {"key": route.key}
        elif route.serial:
            yield _with_serial(table, route.circular), {"serial": route.serial}


@cache
def _with_key(table: Table) -> Select[Any]:
    return _newest_first(table, table.c.number_key == bindparam("key"))


@cache
def _with_serial(table: Table, circular: bool) -> Select[Any]:
    same = table.c.serial == bindparam("serial")
    return _newest_first(table, and_(same, table.c.circular) if circular else same)


def _newest_first(table: Table, condition: ColumnElement[bool]) -> Select[Any]:
    query = select(table.c.id).where(condition)
    if table is cited_letters:
        query = query.where(table.c.document_id.is_(None))
    order = [table.c.position] if table is documents else []
    return query.order_by(newest_first(table.c.date), *order, table.c.public_id)
