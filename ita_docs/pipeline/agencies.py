"""Bodies by name: found or added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from models import Agency
from models.columns import table_of

__all__ = ["agency_ids"]

JSON = dict[str, Any]


def agency_ids(session: Session, documents: Iterable[JSON]) -> dict[str, int]:
    """The id of each body that issued one of these documents (given as columns), by name; new ones are added.

    Call it in a writing transaction only: writers take turns, so that no body is added twice.
    """
    wanted = {row["issuer_name"]: _agency(row) for row in documents if row["issuer_name"]}
    if not wanted:
        return {}
    found = _find(session, wanted)
    new = [row for name, row in wanted.items() if name not in found]
    if new:
        session.connection().execute(table_of(Agency).insert(), new)
        found = _find(session, wanted)
    return found


def _agency(document: JSON) -> JSON:
    return {
        "name": document["issuer_name"],
        "code": document["number_agency"],
        "province": document["issuer_province"],
        "kind": None,
    }


def _find(session: Session, names: Iterable[str]) -> dict[str, int]:
    table = table_of(Agency)
    query = select(table.c.name, table.c.id).where(table.c.name.in_(list(names)))
    return {name: number for name, number in session.connection().execute(query)}
