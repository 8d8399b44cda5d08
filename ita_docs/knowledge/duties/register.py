"""Writes the register: a row a duty, its sources, its calendar identity and its history."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlmodel import Session

from ita_docs.knowledge.duties.fate import LATER_WORD, Fate, fate_of
from ita_docs.knowledge.duties.groups import groups_around
from ita_docs.knowledge.duties.tellings import Telling
from ita_docs.knowledge.tables import deadlines, duties, duty_changes, duty_sources, links
from models.columns import utc_now
from models.duties import DutyState

__all__ = ["update_duties"]

_NAMESPACE = uuid.UUID("5f0c5f9e-3c55-5d0e-9f43-0b1f3a1f6a11")

_TOLD = ("due", "rule", "action", "responsible", "item", "respond_via")
"""What a calendar shows of a duty: a change of it raises `sequence`."""


def update_duties(session: Session, document_ids: Iterable[int]) -> None:
    """Bring the duties that these documents tell, or told before, up to date."""
    ids = sorted(set(document_ids))
    touched = set(ids) | _documents_beside(session, ids) | _documents_changed_by(session, ids)
    groups = groups_around(session, touched)
    moved: list[tuple[int, Fate, dt.date | None]] = []
    losers: set[int] = set()
    for group in groups:
        duty_id, due = _write(session, group, losers)
        moved.append((duty_id, fate_of(session, group), due))
    for duty_id, fate, due in moved:
        _apply(session, duty_id, fate, due)
    _drop_untold(session, losers)


def _documents_beside(session: Session, ids: list[int]) -> set[int]:
    """Documents that share a duty with these now: a corrected day may part them."""
    mine, theirs = duty_sources.alias(), duty_sources.alias()
    own, other = deadlines.alias(), deadlines.alias()
    query = (
        select(other.c.document_id)
        .select_from(own)
        .join(mine, mine.c.deadline_id == own.c.id)
        .join(theirs, theirs.c.duty_id == mine.c.duty_id)
        .join(other, other.c.id == theirs.c.deadline_id)
        .where(own.c.document_id.in_(ids))
    )
    return set(session.execute(query).scalars())


def _documents_changed_by(session: Session, ids: list[int]) -> set[int]:
    """Documents whose duties these letters move or cancel, or did until now."""
    now = select(links.c.to_id).where(links.c.from_id.in_(ids), links.c.kind.in_(LATER_WORD))
    until_now = (
        select(deadlines.c.document_id)
        .join(duty_sources, duty_sources.c.deadline_id == deadlines.c.id)
        .join(duty_changes, duty_changes.c.duty_id == duty_sources.c.duty_id)
        .where(duty_changes.c.by_document_id.in_(ids))
    )
    found = {*session.execute(now).scalars(), *session.execute(until_now).scalars()}
    return {document for document in found if document is not None}


def _write(session: Session, group: list[Telling], losers: set[int]) -> tuple[int, dt.date | None]:
    """The duty of a group: the row that its tellings had, else a new one."""
    first = group[0]
    tellings = [telling.id for telling in group]
    query = (
        select(duties)
        .join(duty_sources, duty_sources.c.duty_id == duties.c.id)
        .where(duty_sources.c.deadline_id.in_(tellings))
        .order_by(duties.c.settled_by.is_(None), duties.c.id)
    )
    held = session.execute(query).first()
    values = _values(group)
    if held is None:
        duty_id = _insert(session, first, values)
    else:
        duty_id = held.id
        _revise(session, held, values, first.key)
    losers |= _set_sources(session, duty_id, group)
    return duty_id, first.due


def _values(group: list[Telling]) -> dict[str, Any]:
    first = group[0]
    return {
        "fiscal_year": _first(telling.fiscal_year for telling in group),
        "topic": _first(telling.topic for telling in group),
        "responsible": _first(telling.responsible for telling in group),
        "responsible_kind": _first(telling.party for telling in group),
        "issuer_id": first.issuer_id,
        "item": first.item,
        "action": first.action,
        "due": first.due,
        "rule": json.loads(first.rule) if first.rule else None,
        "respond_via": _first(telling.respond_via for telling in group),
        "attachments": list(first.attachments),
    }


def _first(values: Iterable[Any]) -> Any:
    return next((value for value in values if value is not None), None)


def _insert(session: Session, first: Telling, values: dict[str, Any]) -> int:
    uid = f"{uuid.uuid5(_NAMESPACE, first.key)}@ita-docs"
    taken = session.execute(select(duties.c.id).where(duties.c.key == first.key)).scalar()
    key = first.key if taken is None else f"{first.key}/{uuid.uuid4().hex[:8]}"
    if taken is not None:
        uid = f"{uuid.uuid5(_NAMESPACE, key)}@ita-docs"
    row = {
        **values,
        "uid": uid,
        "key": key,
        "state": str(DutyState.OPEN),
        "sequence": 0,
        "changed_at": utc_now(),
    }
    return int(session.execute(insert(duties).values(**row).returning(duties.c.id)).scalar_one())


def _revise(session: Session, held: Any, values: dict[str, Any], key: str) -> None:
    changed = {name: value for name, value in values.items() if getattr(held, name) != value}
    if not changed:
        return
    if any(name in changed for name in _TOLD):
        changed |= {"sequence": held.sequence + 1, "changed_at": utc_now()}
    session.execute(update(duties).where(duties.c.id == held.id).values(**changed))
    if "due" in changed:
        _note(session, held.id, held.state, held.state, held.due, values["due"], None)


def _set_sources(session: Session, duty_id: int, group: list[Telling]) -> set[int]:
    """Make these the tellings of a duty; gives the duties that lost one to it."""
    c = duty_sources.c
    query = select(c.deadline_id, c.responsible, c.party).where(c.duty_id == duty_id)
    held = {row.deadline_id: (row.responsible, row.party) for row in session.execute(query)}
    tellings = [telling.id for telling in group]
    elsewhere = duty_sources.c.deadline_id.in_(tellings) & (duty_sources.c.duty_id != duty_id)
    losers = set(session.execute(select(duty_sources.c.duty_id).where(elsewhere)).scalars())
    if losers:
        session.execute(delete(duty_sources).where(elsewhere))
    wanted = {telling.id: (telling.responsible, telling.party) for telling in group}
    stale = [key for key, whom in held.items() if wanted.get(key) != whom]
    if stale:
        session.execute(delete(duty_sources).where(c.duty_id == duty_id, c.deadline_id.in_(stale)))
    new = [
        {"duty_id": duty_id, "deadline_id": key, "responsible": whom[0], "party": whom[1]}
        for key, whom in wanted.items()
        if held.get(key) != whom
    ]
    if new:
        session.execute(insert(duty_sources), new)
    return losers


def _apply(session: Session, duty_id: int, fate: Fate, due: dt.date | None) -> None:
    """Write what letters made of the duty, unless a person has settled it."""
    held = session.execute(select(duties).where(duties.c.id == duty_id)).one()
    moved_to = None
    if fate.moved_to is not None:
        source = select(duty_sources.c.duty_id).where(duty_sources.c.deadline_id == fate.moved_to.id)
        moved_to = session.execute(source).scalar()
    if held.settled_by is not None or (held.state, held.moved_to_id) == (str(fate.state), moved_to):
        return
    values = {"state": str(fate.state), "moved_to_id": moved_to, "sequence": held.sequence + 1}
    session.execute(update(duties).where(duties.c.id == duty_id).values(**values, changed_at=utc_now()))
    new_due = fate.moved_to.due if fate.moved_to else due
    _note(session, duty_id, held.state, str(fate.state), due, new_due, fate.by_document_id)


def _note(
    session: Session,
    duty_id: int,
    old_state: str,
    new_state: str,
    old_due: dt.date | None,
    new_due: dt.date | None,
    by_document_id: int | None,
) -> None:
    session.execute(
        insert(duty_changes).values(
            duty_id=duty_id,
            at=utc_now(),
            old_state=old_state,
            new_state=new_state,
            old_due=old_due,
            new_due=new_due,
            by_document_id=by_document_id,
        )
    )


def _drop_untold(session: Session, ids: set[int]) -> None:
    """Take out those of these duties that no letter tells any more."""
    if ids:
        told = select(duty_sources.c.duty_id).where(duty_sources.c.duty_id.in_(ids))
        session.execute(delete(duties).where(duties.c.id.in_(ids), duties.c.id.not_in(told)))
