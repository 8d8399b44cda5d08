"""Groups of tellings that are one duty, followed along links until nothing more joins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlmodel import Session

from ita_docs.knowledge.duties.match import pair_up
from ita_docs.knowledge.duties.tellings import Telling, tellings_of
from ita_docs.knowledge.tables import documents, links
from models.references import LinkKind

__all__ = ["groups_around"]

_PASSES_ON = (LinkKind.FORWARDS, LinkKind.FOLLOWS, LinkKind.REMINDS, LinkKind.ACTS_ON, LinkKind.REPLIES)
"""Kinds of link along which a duty stays the same duty; a change or a cancelling makes another of it."""


def groups_around(session: Session, document_ids: Iterable[int]) -> list[list[Telling]]:
    """All groups that a telling of these documents belongs to, each in the order of its letters."""
    told: dict[int, list[Telling]] = defaultdict(list)
    joined = _Joined()
    waiting = set(document_ids)
    seen: set[int] = set()
    while waiting:
        seen |= waiting
        _load(session, waiting, told)
        fresh: set[int] = set()
        for document in sorted(waiting):
            if not told[document]:
                continue
            near = _neighbours(session, document)
            _load(session, near - seen - fresh, told)
            for other in near:
                pairs = pair_up(told[document], told[other])
                for one, twin in pairs:
                    joined.join(one.id, twin.id)
                if pairs and other not in seen:
                    fresh.add(other)
        waiting = fresh
    groups: dict[int, list[Telling]] = defaultdict(list)
    for document in seen:
        for telling in told[document]:
            groups[joined.root(telling.id)].append(telling)
    return [sorted(group, key=_order) for _, group in sorted(groups.items())]


def _load(session: Session, ids: Iterable[int], told: dict[int, list[Telling]]) -> None:
    missing = [document for document in ids if document not in told]
    for telling in tellings_of(session, missing):
        told[telling.document_id].append(telling)
    for document in missing:
        told.setdefault(document, [])


def _order(telling: Telling) -> tuple[bool, str, str]:
    """Own words before restated ones, then the earlier letter."""
    day = telling.letter_date.isoformat() if telling.letter_date else "9999"
    return (telling.restated, day, telling.key)


def _neighbours(session: Session, document: int) -> set[int]:
    """Letters linked to this one, letters that pass on what it passes on, and its copies."""
    l = links.c  # noqa: E741
    kinds = l.kind.in_(_PASSES_ON)
    found: set[int] = set()
    targets = session.execute(
        select(l.to_id, l.to_cited_id, l.kind).where(l.from_id == document, kinds)
    ).all()
    for to_id, to_cited_id, kind in targets:
        if to_id is not None:
            found.add(to_id)
        if kind == LinkKind.FORWARDS:
            same = l.to_id == to_id if to_id is not None else l.to_cited_id == to_cited_id
            siblings = select(l.from_id).where(same, l.kind == LinkKind.FORWARDS)
            found.update(session.execute(siblings).scalars())
    found.update(session.execute(select(l.from_id).where(l.to_id == document, kinds)).scalars())
    found.update(_copies(session, document))
    found.discard(document)
    return found


def _copies(session: Session, document: int) -> list[int]:
    own, other = documents.alias(), documents.alias()
    query = (
        select(other.c.id)
        .select_from(own)
        .join(other, (other.c.number_key == own.c.number_key) & (other.c.date == own.c.date))
        .where(own.c.id == document, or_(other.c.issuer_id == own.c.issuer_id, own.c.issuer_id.is_(None)))
    )
    return list(session.execute(query).scalars())


class _Joined:
    """Sets of ids that have been joined."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def root(self, one: int) -> int:
        """The smallest id of the set."""
        while (above := self._above.get(one, one)) != one:
            one = above
        return one

    def join(self, one: int, other: int) -> None:
        """Make one set of the two."""
        low, high = sorted((self.root(one), self.root(other)))
        self._above[high] = low
