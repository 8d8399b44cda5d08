"""Loads the two sides of linking by their ids."""

from __future__ import annotations

from collections.abc import Iterable

from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.linking.sides import Cited, Held, cited_query, held_query, to_cited
from ita_docs.knowledge.tables import documents, references

__all__ = ["CHUNK", "load_cited", "load_held"]

CHUNK = 400
"""Ids asked for at once: SQLite takes no more than 999 values in older builds."""


_BY_ID = held_query().where(among(documents.c.id, "ids"))
_CITED_BY_ID = cited_query().where(among(references.c.id, "ids")).order_by(references.c.id)


def load_held(session: Session, ids: Iterable[int]) -> list[Held]:
    """The documents of these ids that are letters (no attachments)."""
    wanted = sorted(set(ids))
    found: list[Held] = []
    for at in range(0, len(wanted), CHUNK):
        found.extend(
            Held(*row) for row in session.connection().execute(_BY_ID, {"ids": wanted[at : at + CHUNK]})
        )
    return found


def load_cited(session: Session, ids: Iterable[int]) -> list[Cited]:
    """The citations of these ids, in order."""
    wanted = sorted(set(ids))
    found: list[Cited] = []
    for at in range(0, len(wanted), CHUNK):
        rows = session.connection().execute(_CITED_BY_ID, {"ids": wanted[at : at + CHUNK]})
        found.extend(to_cited(row) for row in rows)
    return found
