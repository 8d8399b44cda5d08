"""The letters of a chain as they are shown, held ones and those known from citations only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, exists, literal_column, select

from ita_docs.knowledge.among import among
from ita_docs.knowledge.linking.loading import CHUNK
from ita_docs.knowledge.linking.sides import Held, held_query
from ita_docs.knowledge.tables import cited_letters, documents, references
from models.references import ReferenceState

__all__ = ["held_letters", "parts_of", "unseen_letters"]

Shown = dict[str, Any]

_HELD = select(*held_query().selected_columns, documents.c.number, documents.c.title).where(
    among(documents.c.id, "ids")
)
_DOUBTFUL = exists().where(
    references.c.cited_letter_id == cited_letters.c.id,
    references.c.state == literal_column(f"'{ReferenceState.AMBIGUOUS}'"),
)
_UNSEEN = select(
    cited_letters.c.id,
    cited_letters.c.public_id,
    cited_letters.c.number,
    cited_letters.c.date,
    cited_letters.c.subject,
    cited_letters.c.kind,
    cited_letters.c.issuer_name,
    _DOUBTFUL.label("doubtful"),
).where(among(cited_letters.c.id, "ids"))


def held_letters(connection: Connection, steps: dict[int, int]) -> tuple[dict[int, Shown], dict[int, Held]]:
    """The held letters of a walk by id: as they are shown, and as linking compares them."""
    shown: dict[int, Shown] = {}
    known: dict[int, Held] = {}
    for part in parts_of(node for node in steps if node > 0):
        for *held, number, title in connection.execute(_HELD, {"ids": part}).all():
            letter = Held(*held)
            known[letter.id] = letter
            shown[letter.id] = {
                "id": letter.public_id,
                "number": number,
                "date": letter.date.isoformat() if letter.date else None,
                "subject": letter.subject or title,
                "state": "held",
                "kind": letter.kind,
                "issuer": letter.issuer,
                "depth": steps[letter.id],
                "copies": [],
            }
    return shown, known


def unseen_letters(connection: Connection, steps: dict[int, int]) -> dict[int, Shown]:
    """The letters of a walk that are not held, by their id made negative."""
    shown: dict[int, Shown] = {}
    for part in parts_of(-node for node in steps if node < 0):
        for row in connection.execute(_UNSEEN, {"ids": part}):
            shown[-row.id] = {
                "id": row.public_id,
                "number": row.number,
                "date": row.date.isoformat() if row.date else None,
                "subject": row.subject,
                "state": "ambiguous" if row.doubtful else "missing",
                "kind": row.kind,
                "issuer": row.issuer_name,
                "depth": steps[-row.id],
                "copies": [],
            }
    return shown


def parts_of(ids: Iterable[int]) -> Iterator[list[int]]:
    """Ids in order, few enough at once for any database's limit of parameters."""
    wanted = sorted(ids)
    for at in range(0, len(wanted), CHUNK):
        yield wanted[at : at + CHUNK]
