"""Puts the rows of a new parse in the place of the old ones, keeping the id of each position."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table
from sqlmodel import Session

from models import Reference, ReferenceState, Row
from models.columns import table_of

__all__ = ["replace_items"]

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


def replace_items(
    session: Session, model: type[Row], document_id: int, rows: list[JSON], *, fresh: bool
) -> None:
    """Make `rows` the rows of `model` that belong to a document, in order.

    A row keeps its id as long as its position exists, so that what hangs on it (a duty's source, a
    reference's target) survives a new parse. `fresh` says that the document has no rows yet.
    """
    table = table_of(model)
    numbered = [{**row, "document_id": document_id, "position": place} for place, row in enumerate(rows, 1)]
    old = {} if fresh else _existing(session, table, document_id)
    new = [_new(model, row) for row in numbered if row["position"] not in old]
    if new:
        session.execute(table.insert(), new)
    for row in numbered:
        if row["position"] in old:
            _update(session, table, old[row["position"]], row)
    surplus = [before["id"] for place, before in old.items() if place > len(rows)]
    if surplus:
        session.execute(table.delete().where(table.c.id.in_(surplus)))


def _existing(session: Session, table: Table, document_id: int) -> dict[int, JSON]:
    found = session.execute(table.select().where(table.c.document_id == document_id)).mappings()
    return {row["position"]: dict(row) for row in found}


def _new(model: type[Row], row: JSON) -> JSON:
    return {**_UNLINKED, **row} if model is Reference else row


def _update(session: Session, table: Table, before: JSON, row: JSON) -> None:
    if table.name == Reference.__tablename__ and any(before[name] != row[name] for name in _IDENTITY):
        row = {**_UNLINKED, **row}
    changed = {name: value for name, value in row.items() if before[name] != value}
    if changed:
        session.execute(table.update().where(table.c.id == before["id"]).values(**changed))
