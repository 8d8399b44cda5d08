"""One meeting out of the calendar of all."""

from __future__ import annotations

from sqlmodel import Session, select

from ita_docs.errors import NotFound
from ita_docs.knowledge.calendar_file import calendar_of
from ita_docs.knowledge.duties.lists import DutyFilter
from models import Document, Meeting

__all__ = ["meeting_calendar"]


def meeting_calendar(session: Session, document: Document, position: int) -> bytes:
    """The calendar file of a letter's meeting at `position` (from 1); its identity is that of the feed.

    Raises:
        NotFound: the letter has no such meeting, or it has no day.
    """
    from icalendar import Calendar

    query = select(Meeting).where(Meeting.document_id == document.id, Meeting.position == position)
    meeting = session.exec(query).first()
    if meeting is None or meeting.date is None:
        raise NotFound(f"{document.public_id} meeting {position}")
    day = DutyFilter(since=meeting.date, until=meeting.date, limit=5000)
    calendar = Calendar.from_ical(calendar_of(session, day))
    wanted = f"{document.public_id}-m{position}@ita-docs"
    calendar.subcomponents = [event for event in calendar.walk("VEVENT") if event["uid"] == wanted]
    return bytes(calendar.to_ical())
