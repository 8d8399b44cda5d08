"""What later letters did to a duty: moved its day, or cancelled it, for all who tell it or for some."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.duties.match import action_likeness, same_action, urges
from ita_docs.knowledge.duties.reach import Reach, parts_of
from ita_docs.knowledge.duties.tellings import Telling, tellings_of
from ita_docs.knowledge.linking.names import likeness
from ita_docs.knowledge.tables import documents, links
from models.duties import DutyState
from models.references import LinkKind

__all__ = ["LATER_WORD", "Fate", "Fates"]

LATER_WORD = (str(LinkKind.CHANGES), str(LinkKind.REMINDS), str(LinkKind.CANCELS))
"""Kinds of link that may give a duty another day, or end it: a reminder may set a new day too."""

SAME_MATTER = 0.3
"""From this likeness of subjects on, a cancelling letter means the duties of the letter that it names."""

_CITED = documents.alias()
_LATER = (
    select(
        links.c.from_id,
        links.c.to_id,
        links.c.kind,
        documents.c.date,
        documents.c.subject,
        documents.c.issuer_province,
        _CITED.c.subject.label("cited_subject"),
        _CITED.c.issuer_province.label("cited_province"),
        _CITED.c.number_key.label("cited_key"),
        _CITED.c.date.label("cited_date"),
    )
    .select_from(
        links.join(documents, documents.c.id == links.c.from_id).join(_CITED, _CITED.c.id == links.c.to_id)
    )
    .where(among(links.c.to_id, "ids"), links.c.kind.in_(LATER_WORD))
)


@dataclass(frozen=True, slots=True)
class Fate:
    """The state that letters give a duty, by which letter, and the telling of the new day."""

    state: DutyState = DutyState.OPEN
    by_document_id: int | None = None
    moved_to: Telling | None = None


class Fates:
    """What became of duties, with all that later letters say loaded at once."""

    def __init__(self, session: Session, groups: Sequence[Sequence[Telling]]):
        ids = {telling.document_id for group in groups for telling in group}
        self._reach = Reach(session, ids)
        ids |= {target for document in ids for target in self._set_anew(document)}
        self._later: dict[int, list[Any]] = defaultdict(list)
        for part in parts_of(ids):
            for row in session.connection().execute(_LATER, {"ids": part}):
                self._later[row.to_id].append(row)
        concerned = {key for rows in self._later.values() for row in rows for key in (row.from_id, row.to_id)}
        concerned |= {telling.document_id for group in groups for telling in group if telling.restated}
        self._told: dict[int, list[Telling]] = defaultdict(list)
        for telling in tellings_of(session, concerned):
            self._told[telling.document_id].append(telling)

    def of(self, group: Sequence[Telling]) -> list[tuple[list[Telling], Fate]]:
        """The tellings of a duty parted by what the latest letter on each made of it.

        A letter that reaches only some of them (the province's own copy) parts these from the rest. The part
        with the first telling comes first.
        """
        left = list(group)
        found: list[tuple[list[Telling], Fate]] = []
        rows = {row for telling in group for row in self._words_on(telling)}
        for row in sorted(rows, key=lambda row: (row.date or dt.date.min, row.from_id), reverse=True):
            reached = [telling for telling in left if self._reach.concerns(row, telling)]
            fate = None
            if reached:
                fate = _cancelled(row) if row.kind == LinkKind.CANCELS else self._moved(reached, row)
            if fate is not None:
                found.append((reached, fate))
                left = [telling for telling in left if telling not in reached]
        for telling in [telling for telling in left if telling.restated]:
            if (new := self._set_beside(telling)) is not None:
                found.append(([telling], Fate(DutyState.MOVED, telling.document_id, new)))
                left.remove(telling)
        if left:
            found.append((left, Fate()))
        return sorted(found, key=lambda part: part[0][0] is not group[0])

    def _set_anew(self, document_id: int) -> list[int]:
        """The letters whose days a letter set anew."""
        return [target for target, kind in self._reach.onto(document_id).items() if kind in LATER_WORD]

    def _set_beside(self, restated: Telling) -> Telling | None:
        """The new day that a letter gives beside the old one, of a letter that is not held."""
        fresh = (new for new in self._told[restated.document_id] if new.due and not new.restated)
        return next((new for new in fresh if new.due != restated.due and same_action(new, restated)), None)

    def _words_on(self, telling: Telling) -> Iterator[Any]:
        """Later letters on the telling's letter, and on the letter whose duty this telling moved."""
        yield from self._later.get(telling.document_id, ())
        for target in self._set_anew(telling.document_id):
            if any(same_action(telling, old) for old in self._told[target]):
                yield from (row for row in self._later[target] if _is_later(row, telling))

    def _moved(self, tellings: Sequence[Telling], row: Any) -> Fate | None:
        """The new telling of the same action on another day; of one that tells the old day too, any words."""
        own = {telling.id for telling in tellings}
        fresh = [
            telling
            for telling in self._told[row.from_id]
            if telling.due
            and telling.due != tellings[0].due
            and not telling.restated
            and telling.id not in own
        ]
        match = next((new for new in fresh if self._means(row, new, tellings)), None)
        if match is None and len(fresh) == 1 and row.kind == LinkKind.CHANGES:
            match = fresh[0] if self._only_one(row, tellings) else None
        return Fate(DutyState.MOVED, row.from_id, match) if match else None

    def _means(self, row: Any, new: Telling, tellings: Sequence[Telling]) -> bool:
        """Whether a new day is that of this duty: no other duty of the letter is more like it.

        A reminder sets a new day only where it tells the old one too, or urges.
        """
        if not any(same_action(new, old) for old in tellings):
            return False
        told_again = [telling for telling in self._told[row.from_id] if telling.restated]
        if row.kind == LinkKind.REMINDS and not told_again and not urges(new):
            return False
        own = {telling.id for telling in tellings}
        others = [old for old in self._told[row.to_id] if old.id not in own and old.due != tellings[0].due]
        best = max(action_likeness(new, old) for old in tellings)
        return all(action_likeness(new, old) <= best for old in others)

    def _only_one(self, row: Any, tellings: Sequence[Telling]) -> bool:
        """Whether a change with one new day can mean nothing else: it tells the old day, and that alone."""
        before = [telling for telling in self._told[row.to_id] if not telling.restated]
        told_again = [telling for telling in self._told[row.from_id] if telling.restated]
        return len(before) == 1 and any(telling.due == tellings[0].due for telling in told_again)


def _is_later(row: Any, telling: Telling) -> bool:
    """Whether a letter came after the one that tells."""
    if row.from_id == telling.document_id or row.date is None or telling.letter_date is None:
        return False
    return bool(row.date > telling.letter_date)


def _cancelled(row: Any) -> Fate | None:
    """A letter cancels the duties of the letter that it names, if it speaks of the same matter.

    A letter without a subject line (a stamped one) is taken at the other's word.
    """
    if row.cited_subject and likeness(row.subject or "", row.cited_subject) < SAME_MATTER:
        return None
    return Fate(DutyState.CANCELLED, row.from_id)
