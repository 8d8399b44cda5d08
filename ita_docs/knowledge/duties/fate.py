"""What later letters did to a duty: moved its day, or cancelled it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from ita_docs.knowledge.duties.match import same_action
from ita_docs.knowledge.duties.tellings import Telling, tellings_of
from ita_docs.knowledge.linking.names import likeness
from ita_docs.knowledge.tables import documents, links
from models.duties import DutyState
from models.references import LinkKind

__all__ = ["LATER_WORD", "Fate", "fate_of"]


LATER_WORD = (LinkKind.CHANGES, LinkKind.REMINDS, LinkKind.CANCELS)
"""Kinds of link that may give a duty another day, or end it: a reminder may set a new day too."""

SAME_MATTER = 0.3
"""From this likeness of subjects on, a cancelling letter means the duties of the letter that it names."""


@dataclass(frozen=True, slots=True)
class Fate:
    """The state that letters give a duty, by which letter, and the telling of the new day."""

    state: DutyState = DutyState.OPEN
    by_document_id: int | None = None
    moved_to: Telling | None = None


def fate_of(session: Session, group: Sequence[Telling]) -> Fate:
    """What the latest letter that changes or cancels a source of the duty makes of it."""
    ids = sorted({telling.document_id for telling in group})
    query = (
        select(links.c.from_id, links.c.to_id, links.c.kind, documents.c.date, documents.c.subject)
        .join(documents, documents.c.id == links.c.from_id)
        .where(links.c.to_id.in_(ids), links.c.kind.in_(LATER_WORD))
    )
    later = sorted(session.execute(query).all(), key=lambda row: (row.date or dt.date.min, row.from_id))
    for row in reversed(later):
        told = tellings_of(session, [row.from_id])
        cancels = row.kind == LinkKind.CANCELS
        fate = _cancelled(session, row) if cancels else _moved(session, group, row, told)
        if fate is not None:
            return fate
    return Fate()


def _moved(session: Session, group: Sequence[Telling], row: Any, told: list[Telling]) -> Fate | None:
    """The new telling of the same action on another day; the only duty of a change needs no likeness."""
    own = {telling.id for telling in group}
    fresh = [
        telling
        for telling in told
        if telling.due and telling.due != group[0].due and not telling.restated and telling.id not in own
    ]
    match = next((telling for telling in fresh if any(same_action(telling, old) for old in group)), None)
    if match is None and len(fresh) == 1 and row.kind == LinkKind.CHANGES:
        before = [telling for telling in tellings_of(session, [row.to_id]) if not telling.restated]
        match = fresh[0] if len(before) == 1 else None
    return Fate(DutyState.MOVED, row.from_id, match) if match else None


def _cancelled(session: Session, row: Any) -> Fate | None:
    """A letter cancels the duties of the letter that it names, if it speaks of the same matter."""
    target = session.execute(select(documents.c.subject).where(documents.c.id == row.to_id)).scalar_one()
    if likeness(row.subject or "", target or "") < SAME_MATTER:
        return None
    return Fate(DutyState.CANCELLED, row.from_id)
