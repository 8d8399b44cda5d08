"""Loads the two sides of linking by their ids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, bindparam
from sqlmodel import Session

from ita_docs.knowledge.linking.sides import Cited, Held, cited_query, held_query, to_cited
from ita_docs.knowledge.tables import documents

__all__ = ["CHUNK", "load_cited", "load_held", "several"]

CHUNK = 400
"""Ids asked for at once: SQLite takes no more than 999 values in older builds."""


def several(name: str) -> Any:
    """A bound list of values, of any length."""
    return bindparam(name, expanding=True)


_BY_ID = held_query().where(documents.c.id.in_(several("ids")))


def load_held(session: Session, ids: Iterable[int]) -> list[Held]:
    """The documents of these ids that are letters (no attachments)."""
    wanted = sorted(set(ids))
    found: list[Held] = []
    for at in range(0, len(wanted), CHUNK):
        found.extend(Held(*row) for row in session.execute(_BY_ID, {"ids": wanted[at : at + CHUNK]}))
    return found


def load_cited(session: Session, *conditions: ColumnElement[bool]) -> list[Cited]:
    """The citations that meet the conditions."""
    return [to_cited(row) for row in session.execute(cited_query().where(*conditions))]
