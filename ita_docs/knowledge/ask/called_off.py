"""Meetings that a later letter called off or put on another day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlmodel import Session

from ita_docs.knowledge.tables import documents, links, meetings
from models.references import LinkKind

__all__ = ["called_off"]

_ENDS = (str(LinkKind.CANCELS), str(LinkKind.CHANGES))
_CHUNK = 400


def called_off(session: Session, rows: Sequence[Any]) -> dict[int, list[dict[str, Any]]]:
    """By meeting id what became of it: `state`, the letter that says so, and the new day if it has one.

    A letter that cancels or moves a meeting tells the old day once more: that telling is off as well.
    """
    off = _by_subject(rows)
    bonds = list(_bonds(session, {row.document_id for row in rows}))
    held = _meetings(session, {key for bond in bonds for key in (bond.from_id, bond.to_id) if key})
    for bond in bonds:
        old, told = held[bond.to_id], held[bond.from_id]
        fresh = _fresh(bond, old, told)
        if bond.kind == LinkKind.CHANGES and not fresh:
            continue
        said = _told(bond, fresh)
        for meeting in [*old, *(meeting for meeting in told if meeting not in fresh)]:
            off[meeting.id] = [said | {"from": _iso(meeting.date)}]
    return off


_OFF = re.compile(r"^(?:ขอ|แจ้ง|การ|ขอแจ้ง)*(?:(?P<moved>เลื่อน|เปลี่ยนแปลง)|ยกเลิก|งด)")


def _by_subject(rows: Sequence[Any]) -> dict[int, list[dict[str, Any]]]:
    """What letters call off by their subject, whichever they mean: all, or with เลื่อน all but the last."""
    told: dict[int, list[Any]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.id):
        if _OFF.match(row.subject or ""):
            told[row.document_id].append(row)
    off = {}
    for group in told.values():
        found = _OFF.match(group[0].subject)
        moved = found is not None and found["moved"] is not None
        new = group[-1] if moved and len(group) > 1 else None
        state = {"state": "moved" if moved else "cancelled", "to": _iso(new.date) if new else None}
        for row in group if not moved else group[:-1]:
            named = {"letter": row.public_id, "number": row.number, "from": _iso(row.date)}
            off[row.id] = [{**state, **named}]
    return off


def _fresh(bond: Any, old: Sequence[Any], told: Sequence[Any]) -> list[Any]:
    """What the later letter newly sets; where the earlier one is not held, all but its first day."""
    if bond.kind == LinkKind.CANCELS:
        return []
    if not old:
        return list(told[1:])
    days = {(meeting.date, meeting.start) for meeting in old}
    return [meeting for meeting in told if (meeting.date, meeting.start) not in days]


def _bonds(session: Session, ids: set[int]) -> Iterable[Any]:
    wanted = sorted(ids)
    for at in range(0, len(wanted), _CHUNK):
        part = wanted[at : at + _CHUNK]
        query = (
            select(links.c.from_id, links.c.to_id, links.c.kind, documents.c.public_id, documents.c.number)
            .join(documents, documents.c.id == links.c.from_id)
            .where(or_(links.c.to_id.in_(part), links.c.from_id.in_(part)))
            .where(links.c.kind.in_(_ENDS))
        )
        yield from session.execute(query)


def _meetings(session: Session, ids: set[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    wanted = sorted(ids)
    for at in range(0, len(wanted), _CHUNK):
        query = select(meetings).where(meetings.c.document_id.in_(wanted[at : at + _CHUNK]))
        for row in session.execute(query.order_by(meetings.c.id)):
            found[row.document_id].append(row)
    return found


def _told(bond: Any, fresh: Sequence[Any]) -> dict[str, Any]:
    moved = bond.kind == LinkKind.CHANGES
    return {
        "state": "moved" if moved else "cancelled",
        "to": _iso(fresh[0].date) if moved and fresh else None,
        "letter": bond.public_id,
        "number": bond.number,
    }


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
