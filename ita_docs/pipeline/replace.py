"""Puts the rows of a new parse in the place of the old ones, keeping the id of each position."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table
from sqlmodel import Session

from models import Reference, ReferenceState, Row
from models.columns import table_of

__all__ = ["replace_items", "unlinked"]

JSON = dict[str, Any]

# What linking wrote about a reference holds only while the reference says the same.
_IDENTITY = ("kind", "issuer_name", "number_key", "date", "subject", "same_file_target")
_UNLINKED: JSON = {
    "state": str(ReferenceState.UNRESOLVED),
    "target_id": None,
    "cited_letter_id": None,
    "link_kind": None,
    "score": None,
    "candidates": [],
    "why": [],
    "chosen_by": None,
    "resolved_at": None,
}


def unlinked(model: type[Row]) -> JSON:
    """The columns that linking fills in, as they are before: none but for references."""
    return _UNLINKED if model is Reference else {}


def replace_items(session: Session, model: type[Row], document_id: int, rows: list[JSON]) -> None:
    """Make `rows` the rows of `model` that belong to a document, in order.

    A row keeps its id as long as its position exists, so that what hangs on it (a duty's source, a
    reference's target) survives a new parse.
    """
    table, connection = table_of(model), session.connection()
    numbered = [{**row, "document_id": document_id, "position": place} for place, row in enumerate(rows, 1)]
    found = connection.execute(table.select().where(table.c.document_id == document_id)).mappings()
    old = {row["position"]: dict(row) for row in found}
    new = [{**unlinked(model), **row} for row in numbered if row["position"] not in old]
    if new:
        connection.execute(table.insert(), new)
    for row in numbered:
        if row["position"] in old:
            _update(connection, table, old[row["position"]], row)
    surplus = [before["id"] for place, before in old.items() if place > len(rows)]
    if surplus:
        connection.execute(table.delete().where(table.c.id.in_(surplus)))


def _update(connection: Connection, table: Table, before: JSON, row: JSON) -> None:
    if table.name == Reference.__tablename__ and any(before[name] != row[name] for name in _IDENTITY):
        row = {**_UNLINKED, **row}
    changed = {name: value for name, value in row.items() if before[name] != value}
    if changed:
        connection.execute(table.update().where(table.c.id == before["id"]).values(**changed))
