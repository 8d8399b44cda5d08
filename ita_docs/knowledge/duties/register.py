"""Writes the register: a row a duty, its sources, its calendar identity and its history."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Iterable
from typing import Any

from sqlalchemy import insert, select, union, update
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.duties.fate import LATER_WORD, Fate, Fates
from ita_docs.knowledge.duties.groups import groups_around
from ita_docs.knowledge.duties.held import HeldDuties
from ita_docs.knowledge.duties.tellings import Telling
from ita_docs.knowledge.linking.loading import CHUNK
from ita_docs.knowledge.tables import deadlines, duties, duty_changes, duty_sources, links
from models.columns import utc_now
from models.duties import DutyState

__all__ = ["update_duties"]

_NAMESPACE = uuid.UUID("5f0c5f9e-3c55-5d0e-9f43-0b1f3a1f6a11")

_TOLD = ("due", "rule", "action", "responsible", "item", "respond_via")
"""What a calendar shows of a duty: a change of it raises `sequence`."""

_MINE, _THEIRS, _OWN, _OTHER = (
    duty_sources.alias(),
    duty_sources.alias(),
    deadlines.alias(),
    deadlines.alias(),
)
_BESIDE = (
    select(_OTHER.c.document_id)
    .select_from(_OWN)
    .join(_MINE, _MINE.c.deadline_id == _OWN.c.id)
    .join(_THEIRS, _THEIRS.c.duty_id == _MINE.c.duty_id)
    .join(_OTHER, _OTHER.c.id == _THEIRS.c.deadline_id)
    .where(among(_OWN.c.document_id, "ids"))
)
_CHANGED_NOW = select(links.c.to_id).where(
    among(links.c.from_id, "ids"), links.c.to_id.is_not(None), links.c.kind.in_(LATER_WORD)
)
_WORD, _WORD_BEFORE = links.alias(), links.alias()
_CHANGED_BESIDE = (
    select(_WORD_BEFORE.c.from_id)
    .select_from(_WORD.join(_WORD_BEFORE, _WORD_BEFORE.c.to_id == _WORD.c.to_id))
    .where(among(_WORD.c.from_id, "ids"), _WORD.c.kind.in_(LATER_WORD), _WORD_BEFORE.c.kind.in_(LATER_WORD))
)
_CHANGED_BEFORE = (
    select(deadlines.c.document_id)
    .join(duty_sources, duty_sources.c.deadline_id == deadlines.c.id)
    .join(duty_changes, duty_changes.c.duty_id == duty_sources.c.duty_id)
    .where(among(duty_changes.c.by_document_id, "ids"))
)
_TOUCHED = union(_BESIDE, _CHANGED_NOW, _CHANGED_BESIDE, _CHANGED_BEFORE)
"""Documents whose duties may change with these: told beside them, or changed by them now or before."""


def update_duties(session: Session, document_ids: Iterable[int]) -> None:
    """Bring the duties that these documents tell, told before, or change, up to date."""
    ids = sorted(set(document_ids))
    touched = set(ids)
    for at in range(0, len(ids), CHUNK):
        touched.update(session.connection().execute(_TOUCHED, {"ids": ids[at : at + CHUNK]}).scalars())
    groups = groups_around(session, touched)
    if not groups:
        return
    fates = Fates(session, groups)
    parts = [part for group in groups for part in fates.of(group)]
    held = HeldDuties(session, [tellings for tellings, _ in parts])
    kept = [(_write(session, tellings, held), tellings) for tellings, _ in parts]
    held.write_sources(kept)
    for (duty_id, tellings), (_, fate) in zip(kept, parts, strict=True):
        _apply(session, held, duty_id, fate, tellings[0].due)
    held.drop_untold()


def _write(session: Session, group: list[Telling], held: HeldDuties) -> int:
    """The duty of a group: the row that its tellings had, else a new one. Gives its id."""
    values = _values(group)
    row = held.claim(group)
    if row is None:
        return held.add({**values, **_identity(group[0], held)})
    changed = {name: value for name, value in values.items() if row[name] != value}
    if not changed:
        return int(row["id"])
    if any(name in changed for name in _TOLD):
        changed |= {"sequence": row["sequence"] + 1, "changed_at": utc_now()}
    if "due" in changed:
        _note(session, row["id"], row["state"], row["state"], row["due"], values["due"], None)
    held.change(row["id"], changed)
    return int(row["id"])


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


def _identity(first: Telling, held: HeldDuties) -> dict[str, Any]:
    """Key and calendar id of a new duty, from its first telling; another where that one is taken."""
    key = first.key
    while held.has_key(key):
        key += "+"
    uid = f"{uuid.uuid5(_NAMESPACE, key)}@ita-docs"
    return {"key": key, "uid": uid, "state": str(DutyState.OPEN), "sequence": 0, "changed_at": utc_now()}


def _apply(session: Session, held: HeldDuties, duty_id: int, fate: Fate, due: dt.date | None) -> None:
    """Write what letters made of the duty, unless a person has settled it."""
    row = held.row(duty_id)
    moved_to = held.duty_of(fate.moved_to.id) if fate.moved_to is not None else None
    if row["settled_by"] is not None or (row["state"], row["moved_to_id"]) == (str(fate.state), moved_to):
        return
    _note(
        session,
        duty_id,
        row["state"],
        str(fate.state),
        due,
        fate.moved_to.due if fate.moved_to else due,
        fate.by_document_id,
    )
    values = {"state": str(fate.state), "moved_to_id": moved_to, "sequence": row["sequence"] + 1}
    session.execute(update(duties).where(duties.c.id == duty_id).values(**values, changed_at=utc_now()))


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
