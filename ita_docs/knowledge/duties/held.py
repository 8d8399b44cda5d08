"""The rows of the register that some tellings had until now, and what becomes of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.duties.tellings import Telling
from ita_docs.knowledge.linking.loading import CHUNK
from ita_docs.knowledge.tables import duties, duty_sources

__all__ = ["HeldDuties"]

_SOURCES = select(duty_sources).where(among(duty_sources.c.deadline_id, "ids"))
_ALL_SOURCES = select(duty_sources).where(among(duty_sources.c.duty_id, "ids"))
_DUTIES = select(duties).where(among(duties.c.id, "ids"))
_KEYS = select(duties.c.key).where(among(duties.c.key, "keys"))
_NEW = insert(duties).returning(duties.c.id)

Whom = tuple[str | None, str | None]


class HeldDuties:
    """Duties by id and sources by telling, loaded once for many groups."""

    def __init__(self, session: Session, groups: Sequence[Sequence[Telling]]):
        self._session = session
        tellings = sorted({telling.id for group in groups for telling in group})
        self._duty_of: dict[int, int] = {}
        for row in self._many(_SOURCES, tellings):
            self._duty_of[row.deadline_id] = row.duty_id
        ids = sorted(set(self._duty_of.values()))
        self._rows = {row.id: dict(row._mapping) for row in self._many(_DUTIES, ids)}
        self._whom: dict[int, dict[int, Whom]] = defaultdict(dict)
        for row in self._many(_ALL_SOURCES, ids):
            self._whom[row.duty_id][row.deadline_id] = (row.responsible, row.party)
        self._claimed: set[int] = set()
        keys = sorted({group[0].key for group in groups})
        self._keys = {row["key"] for row in self._rows.values()}
        for at in range(0, len(keys), CHUNK):
            self._keys.update(session.connection().execute(_KEYS, {"keys": keys[at : at + CHUNK]}).scalars())

    def _many(self, query: Any, ids: list[int]) -> Iterable[Any]:
        for at in range(0, len(ids), CHUNK):
            yield from self._session.connection().execute(query, {"ids": ids[at : at + CHUNK]})

    def claim(self, group: Sequence[Telling]) -> dict[str, Any] | None:
        """The row for a group: one that a person has settled before others, then the oldest."""
        had = {self._duty_of[telling.id] for telling in group if telling.id in self._duty_of}
        free = sorted(
            (self._rows[key] for key in had - self._claimed),
            key=lambda row: (row["settled_by"] is None, row["id"]),
        )
        if not free:
            return None
        self._claimed.add(free[0]["id"])
        return free[0]

    def has_key(self, key: str) -> bool:
        """Whether a duty goes by this key."""
        return key in self._keys

    def add(self, values: dict[str, Any]) -> int:
        """A new duty."""
        duty_id = int(self._session.connection().execute(_NEW, values).scalar_one())
        self._rows[duty_id] = {"settled_by": None, "moved_to_id": None, **values, "id": duty_id}
        self._keys.add(values["key"])
        self._claimed.add(duty_id)
        return duty_id

    def change(self, duty_id: int, values: dict[str, Any]) -> None:
        """Write new values of a duty."""
        self._rows[duty_id] |= values
        self._session.execute(update(duties).where(duties.c.id == duty_id).values(**values))

    def row(self, duty_id: int) -> dict[str, Any]:
        """A duty as it stands."""
        return self._rows[duty_id]

    def duty_of(self, telling_id: int) -> int | None:
        """The duty that a telling tells now."""
        if telling_id not in self._duty_of:
            query = select(duty_sources.c.duty_id).where(duty_sources.c.deadline_id == telling_id)
            found = self._session.execute(query).scalar()
            if found is not None:
                self._duty_of[telling_id] = found
        return self._duty_of.get(telling_id)

    def write_sources(self, kept: Sequence[tuple[int, Sequence[Telling]]]) -> None:
        """Make each group's tellings the sources of its duty, and of no other."""
        stale: list[dict[str, int]] = []
        new: list[dict[str, Any]] = []
        for duty_id, group in kept:
            wanted = {telling.id: (telling.responsible, telling.party) for telling in group}
            held = self._whom[duty_id]
            stale += [_pair(duty_id, key) for key, whom in held.items() if wanted.get(key) != whom]
            for key, whom in wanted.items():
                before = self._duty_of.get(key)
                if before is not None and before != duty_id:
                    stale.append(_pair(before, key))
                if held.get(key) != whom:
                    new.append(
                        {"duty_id": duty_id, "deadline_id": key, "responsible": whom[0], "party": whom[1]}
                    )
                self._duty_of[key] = duty_id
        if stale:
            c = duty_sources.c
            gone = delete(duty_sources).where(
                c.duty_id == bindparam("duty"), c.deadline_id == bindparam("telling")
            )
            self._session.connection().execute(gone, stale)
        if new:
            self._session.execute(insert(duty_sources), new)

    def drop_untold(self) -> None:
        """Take out the duties that lost their last telling."""
        losers = sorted(set(self._rows) - self._claimed)
        if losers:
            told = select(duty_sources.c.duty_id).where(duty_sources.c.duty_id.in_(losers))
            self._session.execute(delete(duties).where(duties.c.id.in_(losers), duties.c.id.not_in(told)))


def _pair(duty_id: int, telling_id: int) -> dict[str, int]:
    return {"duty": duty_id, "telling": telling_id}
