"""Duties and meetings as an iCalendar file (RFC 5545), folded at 75 octets without cutting a character.

A duty keeps its UID for good; when its day or words change, SEQUENCE rises, and a cancelled one stays with
STATUS:CANCELLED, so that calendars take the change over. Duties are whole-day events, since many calendars
show no tasks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from ita_docs.knowledge.duties.lists import DutyFilter, find_duties
from ita_docs.knowledge.tables import documents as letters
from ita_docs.knowledge.tables import duties, meetings
from models.columns import BANGKOK

__all__ = ["calendar_of"]

_PRODUCT = "-//ITA Docs//duties and meetings//TH"


def calendar_of(session: Session, wanted: DutyFilter | None = None, *, with_meetings: bool = True) -> bytes:
    """The dated duties that fit (moved and cancelled ones too), and the meetings, as a calendar file."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "ITA Docs")
    calendar.add("x-wr-timezone", "Asia/Bangkok")
    wanted = wanted or DutyFilter(states=None, limit=5000)
    for duty in find_duties(session, wanted):
        if duty["due"]:
            calendar.add_component(_duty_event(duty, _identity(session, duty["uid"])))
    if with_meetings:
        for row in _meetings(session, wanted):
            calendar.add_component(_meeting_event(row))
    return bytes(calendar.to_ical())


def _identity(session: Session, uid: str) -> Any:
    query = select(duties.c.sequence, duties.c.changed_at).where(duties.c.uid == uid)
    return session.execute(query).one()


def _duty_event(duty: dict[str, Any], identity: Any) -> Any:
    from icalendar import Event

    day = dt.date.fromisoformat(duty["due"])
    event = Event()
    event.add("uid", duty["uid"])
    event.add("sequence", identity.sequence)
    event.add("dtstamp", identity.changed_at)
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(1))
    event.add("summary", duty["action"] or duty["text"] or "")
    event.add("description", _description(duty))
    event.add("transp", "TRANSPARENT")
    event.add("status", _status(duty))
    if duty["topic"]:
        event.add("categories", [duty["topic"]])
    return event


def _status(duty: dict[str, Any]) -> str:
    """What a memo only proposes is tentative."""
    if duty["state"] in ("moved", "cancelled"):
        return "CANCELLED"
    return "TENTATIVE" if duty["proposal"] else "CONFIRMED"


def _description(duty: dict[str, Any]) -> str:
    """Who is bound, by which letter, and where it stands."""
    lines = ["เสนอ ยังไม่ใช่คำสั่ง"] if duty["proposal"] else []
    lines += [duty["responsible"] or "", f"หนังสือ {duty['number']}" if duty["number"] else ""]
    lines += [
        f"{source['file']} หน้า {source['page']} บรรทัด {source['line']}" for source in duty["sources"][:5]
    ]
    lines += [f"ช่องทาง: {duty['respond_via']}" if duty["respond_via"] else ""]
    return "\n".join(line for line in lines if line)


def _meetings(session: Session, wanted: DutyFilter) -> Sequence[Any]:
    m = meetings.c
    query = (
        select(meetings, letters.c.public_id, letters.c.number, letters.c.changed_at)
        .join(letters, letters.c.id == m.document_id)
        .where(m.date.is_not(None))
        .order_by(m.date, m.id)
        .limit(wanted.limit)
    )
    if wanted.since:
        query = query.where(m.date >= wanted.since)
    if wanted.until:
        query = query.where(m.date <= wanted.until)
    return session.execute(query).all()


def _meeting_event(row: Any) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{row.public_id}-m{row.position}@ita-docs")
    event.add("sequence", int(row.changed_at.timestamp()) // 60 % 2**31)
    event.add("dtstamp", row.changed_at)
    last = row.end_date or row.date
    if row.start:
        event.add("dtstart", _moment(row.date, row.start))
        event.add(
            "dtend", _moment(last, row.end) if row.end else _moment(last, row.start) + dt.timedelta(hours=1)
        )
    else:
        event.add("dtstart", row.date)
        event.add("dtend", last + dt.timedelta(1))
    event.add("summary", row.title or "ประชุม")
    if row.venue:
        event.add("location", row.venue)
    event.add("description", f"หนังสือ {row.number or row.public_id}")
    return event


def _moment(day: dt.date, clock: str) -> dt.datetime:
    """A Thai hour as UTC, so that no time zone needs describing: Thailand knows no summer time."""
    return dt.datetime.combine(day, dt.time.fromisoformat(clock), BANGKOK).astimezone(dt.UTC)
