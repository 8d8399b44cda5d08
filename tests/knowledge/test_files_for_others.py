"""What goes out to other programs: calendars, GraphML, DOT."""

from __future__ import annotations

import datetime as dt
from typing import Any
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from sqlalchemy import select, update

from ita_docs.knowledge.base import KnowledgeBase
from ita_docs.knowledge.calendar_file import calendar_of
from ita_docs.knowledge.chains import chain_of
from ita_docs.knowledge.graph_files import to_dot, to_graphml
from models import Deadline, Document, Duty
from models.session import reading, writing

LETTER = {
    "number": "มท 0322/ว 1861",
    "date": "2025-01-10",
    "issuer": "กรมการปกครอง",
    "subject": 'การประเมิน "ITA" ของอำเภอ & จังหวัด',
    "lines": ["ขอให้อำเภอเผยแพร่ข้อมูล ภายในวันที่ ๓๐ เมษายน ๒๕๖๘"],
    "references": [{"number": "มท 0322/ว 9", "date": "2024-12-01"}],
    "deadlines": [
        {"due": "2025-04-30", "responsible": "อำเภอ", "action": "เผยแพร่ข้อมูลตามแบบวัดการเปิดเผยข้อมูลสาธารณะ " * 3}
    ],
    "meetings": [
        {"date": "2025-01-28", "start": "09:30", "end": "12:00", "title": "ประชุมชี้แจง", "venue": "ห้อง 1"}
    ],
}


@pytest.fixture
def filed(shelf: Any, tmp_path: Any) -> Any:
    """One letter with a duty, a meeting and a citation of a letter not held."""
    shelf.relink = KnowledgeBase(tmp_path / "index").relink
    shelf.file(LETTER)
    return shelf


def test_calendar(filed: Any) -> None:
    with reading(filed.engine) as session:
        content = calendar_of(session)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    for line in content.split(b"\r\n"):
        line.decode("utf-8")
    duty, meeting = Calendar.from_ical(content).walk("VEVENT")
    assert duty["summary"].startswith("เผยแพร่ข้อมูล")
    assert duty["dtstart"].dt.isoformat() == "2025-04-30"
    assert duty["status"] == "CONFIRMED"
    assert meeting["dtstart"].dt.isoformat() == "2025-01-28T02:30:00+00:00"


def test_a_changed_duty_keeps_its_uid_and_raises_its_sequence(filed: Any) -> None:
    def event() -> Any:
        with reading(filed.engine) as session:
            return Calendar.from_ical(calendar_of(session)).walk("VEVENT")[0]

    before = event()
    with writing(filed.engine) as session:
        session.execute(update(Duty).values(state="cancelled", sequence=Duty.sequence + 1))
    after = event()
    assert before["uid"] == after["uid"]
    assert after["sequence"] == before["sequence"] + 1
    assert after["status"] == "CANCELLED"


def test_graphs(filed: Any) -> None:
    with reading(filed.engine) as session:
        chain = chain_of(session, "มท 0322/ว 1861").to_json()
    root = ElementTree.fromstring(to_graphml(chain))
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    assert len(root.findall(".//g:node", space)) == 2
    assert len(root.findall(".//g:edge", space)) == 1
    dot = to_dot(chain)
    assert dot.count("->") == 1
    assert "style=dashed" in dot
    assert '\\"ITA\\"' in dot


EXTENSION = {
    "number": "มท 0322/ว 2500",
    "date": "2025-04-20",
    "issuer": "กรมการปกครอง",
    "subject": "ขยายระยะเวลาการเผยแพร่ข้อมูล",
    "references": [{"number": "มท 0322/ว 1861", "date": "2025-01-10", "issuer": "กรมการปกครอง"}],
    "deadlines": [{**LETTER["deadlines"][0], "due": "2025-05-15"}],  # type: ignore[index]
}


def duty_events(shelf: Any) -> dict[str, tuple[str, int, str]]:
    """By UID the day, sequence and status of each duty of the calendar."""
    with reading(shelf.engine) as session:
        found = Calendar.from_ical(calendar_of(session, with_meetings=False)).walk("VEVENT")
    return {
        str(event["uid"]): (event["dtstart"].dt.isoformat(), event["sequence"], str(event["status"]))
        for event in found
    }


def test_a_moved_duty_is_called_off_under_its_uid_and_the_new_day_has_its_own(filed: Any) -> None:
    ((uid, (_, sequence, _)),) = duty_events(filed).items()
    filed.file(EXTENSION, name="later.txt")
    events = duty_events(filed)
    day, raised, status = events.pop(uid)
    assert (day, status) == ("2025-04-30", "CANCELLED")
    assert raised == sequence + 1
    assert [(day, status) for day, _, status in events.values()] == [("2025-05-15", "CONFIRMED")]


def test_a_corrected_day_keeps_the_uid_and_an_unchanged_letter_raises_nothing(filed: Any) -> None:
    ((uid, (_, sequence, _)),) = duty_events(filed).items()
    with writing(filed.engine) as session:
        (letter,) = session.execute(select(Document.id)).scalars()
        filed.relink(session, [letter])
    assert duty_events(filed)[uid] == ("2025-04-30", sequence, "CONFIRMED")
    with writing(filed.engine) as session:
        session.execute(update(Deadline).values(due=dt.date(2025, 5, 2)))
        filed.relink(session, [letter])
    assert duty_events(filed) == {uid: ("2025-05-02", sequence + 1, "CONFIRMED")}
