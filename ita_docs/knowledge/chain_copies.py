"""Copies of one letter within a chain: shown as one, the others named beside it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, bindparam, not_, or_
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.linking.copies import Copies
from ita_docs.knowledge.linking.loading import CHUNK
from ita_docs.knowledge.linking.sides import Held, held_query
from ita_docs.knowledge.tables import documents

__all__ = ["fold_copies", "meeting_place"]

_OWN = documents.alias()
_SAME_NUMBER = (
    held_query()
    .select_from(documents.join(_OWN, _OWN.c.id == bindparam("own")))
    .where(
        or_(
            documents.c.id == _OWN.c.id,
            and_(documents.c.number_key == _OWN.c.number_key, documents.c.date == _OWN.c.date),
        )
    )
)
_BESIDE = (
    held_query()
    .where(among(documents.c.number_key, "keys"), not_(among(documents.c.id, "known")))
    .order_by(documents.c.id)
)


def meeting_place(session: Session, held: int) -> int:
    """The copy of a letter that citations meet in (`linking.decide` prefers it too)."""
    found = [Held(*row) for row in session.connection().execute(_SAME_NUMBER, {"own": held})]
    if len(found) <= 1:
        return held
    copies = Copies(session)
    own = next(letter for letter in found if letter.id == held)
    same = [other for other in found if other.id == held or copies.same(own, other)]
    return min(same, key=lambda other: (other.position, other.public_id)).id


def fold_copies(
    session: Session, letters: dict[int, dict[str, Any]], held: dict[int, Held], start: int
) -> dict[int, int]:
    """For each letter the one that stands for it; copies that no citation meets in are named beside it.

    What the start hangs on stays that, though a copy of it lies nearer on another way.
    """
    order = sorted(
        letters,
        key=lambda node: (
            node != start,
            letters[node]["depth"] >= 0,
            abs(letters[node]["depth"]),
            letters[node]["id"],
        ),
    )
    groups: dict[tuple[Any, ...], list[Held]] = {}
    same = {node: node for node in letters}
    copies = Copies(session)
    for node in order:
        if node not in held or held[node].number_key is None:
            continue
        group = groups.setdefault((held[node].number_key, held[node].date), [])
        twin = next((other for other in group if copies.same(other, held[node])), None)
        if twin is None:
            group.append(held[node])
        else:
            same[node] = twin.id
            letters[twin.id]["copies"].append(letters[node]["id"])
    _add_copies(session, letters, groups, copies)
    return same


def _add_copies(
    session: Session,
    letters: dict[int, dict[str, Any]],
    groups: dict[tuple[Any, ...], list[Held]],
    copies: Copies,
) -> None:
    keys = sorted({str(key) for key, _ in groups})
    known = [node for node in letters if node > 0]
    connection = session.connection()
    for at in range(0, len(keys), CHUNK):
        for row in connection.execute(_BESIDE, {"keys": keys[at : at + CHUNK], "known": known}):
            other = Held(*row)
            for letter in groups.get((other.number_key, other.date), ()):
                if copies.same(letter, other):
                    letters[letter.id]["copies"].append(other.public_id)
