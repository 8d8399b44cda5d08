"""Groups of tellings that are one duty, followed along links until nothing more joins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import and_, or_, select, union
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.duties.match import pair_up
from ita_docs.knowledge.duties.tellings import Telling, tellings_of
from ita_docs.knowledge.linking.loading import CHUNK
from ita_docs.knowledge.tables import documents, links
from models.references import LinkKind

__all__ = ["PASSES_ON", "groups_around"]

PASSES_ON = tuple(
    str(kind)
    for kind in (
        LinkKind.FORWARDS,
        LinkKind.FOLLOWS,
        LinkKind.REMINDS,
        LinkKind.ACTS_ON,
        LinkKind.REPLIES,
        LinkKind.CHANGES,
    )
)
"""Kinds of link along which a duty stays the same duty; a change restates the day that it moves."""

_ONTO = select(links.c.from_id, links.c.to_id).where(
    among(links.c.from_id, "ids"), links.c.to_id.is_not(None), links.c.kind.in_(PASSES_ON)
)
_FROM = select(links.c.to_id, links.c.from_id).where(among(links.c.to_id, "ids"), links.c.kind.in_(PASSES_ON))
_OWN, _OTHER = links.alias(), links.alias()
_SAME_TARGET = or_(_OTHER.c.to_id == _OWN.c.to_id, _OTHER.c.to_cited_id == _OWN.c.to_cited_id)
_BESIDE = (
    select(_OWN.c.from_id, _OTHER.c.from_id)
    .select_from(_OWN.join(_OTHER, _SAME_TARGET))
    .where(
        among(_OWN.c.from_id, "ids"),
        _OWN.c.kind == str(LinkKind.FORWARDS),
        _OTHER.c.kind == str(LinkKind.FORWARDS),
    )
)
_LEFT, _RIGHT = documents.alias(), documents.alias()
_COPIES = (
    select(_LEFT.c.id, _RIGHT.c.id)
    .select_from(
        _LEFT.join(_RIGHT, and_(_RIGHT.c.number_key == _LEFT.c.number_key, _RIGHT.c.date == _LEFT.c.date))
    )
    .where(among(_LEFT.c.id, "ids"))
)
_NEAR = union(_ONTO, _FROM, _BESIDE, _COPIES)


def groups_around(session: Session, document_ids: Iterable[int]) -> list[list[Telling]]:
    """All groups that a telling of these documents belongs to, each in the order of its letters."""
    told: dict[int, list[Telling]] = {}
    joined = _Joined()
    waiting = set(document_ids)
    seen: set[int] = set()
    while waiting:
        seen |= waiting
        _load(session, waiting, told)
        near = _neighbours(session, [document for document in waiting if told[document]])
        _load(session, {other for others in near.values() for other in others}, told)
        fresh: set[int] = set()
        for document, others in near.items():
            for other in others:
                pairs = pair_up(told[document], told[other]) if told[other] else []
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
    for document in missing:
        told[document] = []
    for telling in tellings_of(session, missing):
        told[telling.document_id].append(telling)


def _order(telling: Telling) -> tuple[bool, str, str]:
    """Own words before restated ones, then the earlier letter."""
    day = telling.letter_date.isoformat() if telling.letter_date else "9999"
    return (telling.restated, day, telling.key)


def _neighbours(session: Session, ids: list[int]) -> dict[int, list[int]]:
    """For each document the letters linked to it, those that pass on what it passes on, and its copies."""
    found: dict[int, set[int]] = {document: set() for document in ids}
    for part in _parts(sorted(ids)):
        for document, other in session.connection().execute(_NEAR, {"ids": part}):
            if other != document:
                found[document].add(other)
    return {document: sorted(others) for document, others in found.items()}


def _parts(ids: list[int]) -> Iterator[list[int]]:
    for at in range(0, len(ids), CHUNK):
        yield ids[at : at + CHUNK]


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
