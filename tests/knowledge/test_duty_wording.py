"""What is to be done is shown without spaced-out print, preambles and the doer; a proposal is told apart."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col

from api.queries.duty_lines import with_sources
from ita_docs.knowledge.ask.answer import ask
from ita_docs.knowledge.base import KnowledgeBase
from ita_docs.knowledge.calendar_file import calendar_of
from ita_docs.knowledge.duties.lists import DutyFilter, find_duties
from ita_docs.knowledge.duties.wording import shown_action
from ita_docs.knowledge.search.index import SearchIndex
from models import Duty
from models.session import reading


@pytest.mark.parametrize(
    ("action", "responsible", "shown"),
    [
        pytest.param("ส่งแบบรายงาน ตามแบบที่กำหนด", "อำเภอ", "ส่งแบบรายงาน ตามแบบที่กำหนด", id="คงเดิม"),
        pytest.param("ส่ง แบบ รายงาน ผล ให้ จังหวัด", None, "ส่งแบบรายงานผลให้จังหวัด", id="ช่องไฟกระจาย"),
        pytest.param("ส่ง แบบ OIT จำนวน 3 ชุด ให้ จังหวัด", None, "ส่งแบบ OIT จำนวน 3 ชุดให้จังหวัด", id="ตัวเลขคงช่อง"),
        pytest.param("กรมตัวอย่าง ขอเรียนว่า ส่งรายชื่อผู้ประสานงาน", None, "ส่งรายชื่อผู้ประสานงาน", id="ขอเรียนว่า"),
        pytest.param(
            "กรมตัวอย่างขอเรียนว่า เพื่อให้การประเมินเป็นไปด้วยความเรียบร้อย จึงกำหนดให้ตอบแบบวัดให้ครบ",
            None,
            "ตอบแบบวัดให้ครบ",
            id="คำปรารภ",
        ),
        pytest.param(
            "กรมตัวอย่าง ขอ เรียน ว่า เพื่อให้ หน่วยงาน เตรียมการ ได้ทัน จึง ขยายเวลาให้จังหวัดตอบแบบวัดให้ครบ เป็น",
            "จังหวัด",
            "ตอบแบบวัดให้ครบ",
            id="ขยายเวลา",
        ),
        pytest.param("อำเภอส่งรายชื่อผู้ประสานงาน", "อำเภอ", "ส่งรายชื่อผู้ประสานงาน", id="ผู้ทำซ้ำ"),
        pytest.param("อำเภอ", "อำเภอ", "อำเภอ", id="เหลือว่าง"),
        pytest.param(None, "อำเภอ", None, id="ไม่มี"),
    ],
)
def test_what_is_shown(action: str | None, responsible: str | None, shown: str | None) -> None:
    assert shown_action(action, responsible) == shown


MEMO = {
    "kind": "memo",
    "number": "นน 0018.1/55",
    "date": "2025-01-08",
    "issuer": "ที่ทำการปกครองจังหวัดน่าน",
    "province": "น่าน",
    "subject": "การสำรวจข้อมูลครัวเรือน",
    "lines": ["เห็นควรแจ้งให้อำเภอสำรวจข้อมูลครัวเรือน ภายในวันที่ ๒๐ มกราคม ๒๕๖๘"],
    "body": "เห็นควรแจ้งให้อำเภอสำรวจข้อมูลครัวเรือน ภายในวันที่ ๒๐ มกราคม ๒๕๖๘",
    "deadlines": [
        {
            "due": "2025-01-20",
            "responsible": "อำเภอ",
            "action": "อำเภอสำรวจข้อมูลครัวเรือน",
            "text": "ภายในวันที่ ๒๐ มกราคม ๒๕๖๘",
        }
    ],
}
ORDERED = {
    **MEMO,
    "kind": "external_letter",
    "number": "นน 0018.1/ว 60",
    "date": "2025-01-09",
    "lines": ["ขอให้อำเภอส่งผลการสำรวจ ภายในวันที่ ๓๐ มกราคม ๒๕๖๘"],
    "body": "ขอให้อำเภอส่งผลการสำรวจ ภายในวันที่ ๓๐ มกราคม ๒๕๖๘",
    "deadlines": [
        {
            "due": "2025-01-30",
            "responsible": "อำเภอ",
            "action": "ส่งผลการสำรวจ",
            "text": "ภายในวันที่ ๓๐ มกราคม ๒๕๖๘",
        }
    ],
}


@pytest.fixture
def filed(shelf: Any, tmp_path: Path) -> Any:
    shelf.relink = KnowledgeBase(tmp_path).relink
    shelf.file(MEMO, name="memo.txt")
    shelf.file(ORDERED, name="letter.txt")
    return shelf


def test_a_proposal_is_flagged_in_the_register(filed: Any) -> None:
    with reading(filed.engine) as session:
        rows = find_duties(session, DutyFilter())
    assert [(row["due"], row["proposal"]) for row in rows] == [("2025-01-20", True), ("2025-01-30", False)]
    assert rows[0]["action"] == "สำรวจข้อมูลครัวเรือน"


def test_a_proposal_is_tentative_in_the_calendar(filed: Any) -> None:
    with reading(filed.engine) as session:
        events = calendar_of(session).decode().split("BEGIN:VEVENT")[1:]
    assert [("STATUS:TENTATIVE" in event, "STATUS:CONFIRMED" in event) for event in events] == [
        (True, False),
        (False, True),
    ]


def test_the_desk_tells_a_proposal_from_an_order(filed: Any) -> None:
    with reading(filed.engine) as session:
        duties = session.execute(select(Duty).order_by(col(Duty.due))).scalars().all()
        assert [line.proposal for line in with_sources(session, duties)] == [True, False]


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("อำเภอต้องทำอะไรบ้าง", ["2025-01-30"]),
        ("มีข้อเสนออะไรบ้างที่ยังไม่อนุมัติ", ["2025-01-20"]),
        ("นน 0018.1/55 ต้องทำอะไร", ["2025-01-20"]),
    ],
)
def test_a_proposal_is_no_duty_unless_asked_for(
    filed: Any, tmp_path: Path, question: str, days: list[str]
) -> None:
    index = SearchIndex(tmp_path)
    index.catch_up(filed.engine)
    with reading(filed.engine) as session:
        rows = ask(session, index, question, today=dt.date(2025, 1, 15)).answers
    assert [row["due"] for row in rows] == days
