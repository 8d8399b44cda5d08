"""One duty however many letters tell it; moved, cancelled and corrected ones keep their history."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlmodel import Session

from ita_docs.knowledge.base import KnowledgeBase
from models import Change, Deadline, Document, Duty, DutyChange, DutySource
from models.session import reading, writing

CIRCULAR = {
    "number": "มท 0322/ว 1861",
    "date": "2025-01-10",
    "issuer": "กรมการปกครอง",
    "subject": "การประเมิน ITA ของอำเภอ ประจำปีงบประมาณ พ.ศ. 2568",
    "topics": ["ITA"],
    "fiscal_years": [2568],
    "deadlines": [
        {"due": "2025-04-30", "responsible": "อำเภอ", "action": "เผยแพร่ข้อมูล OIT ให้ครบถ้วน"},
        {"due": "2025-06-30", "responsible": "อำเภอ", "action": "ตอบแบบวัด IIT ให้แล้วเสร็จ"},
    ],
}


def relay(province: str, code: str, serial: int, *deadlines: dict[str, Any]) -> dict[str, Any]:
    """A province passes the circular on to its districts."""
    return {
        "number": f"{code} 0018.1/ว {serial}",
        "date": "2025-01-20",
        "issuer": f"จังหวัด{province}",
        "province": province,
        "subject": "การประเมิน ITA ของอำเภอ ประจำปีงบประมาณ พ.ศ. 2568",
        "recipients": ["นายอำเภอ"],
        "topics": ["ITA"],
        "fiscal_years": [2568],
        "references": [
            {"number": "มท 0322/ว 1861", "date": "2025-01-10", "issuer": "กรมการปกครอง", "where": "enclosure"}
        ],
        "deadlines": list(deadlines),
    }


OIT = {"due": "2025-04-30", "action": "เผยแพร่ข้อมูลตามแบบวัด OIT ให้ครบถ้วน", "responsible": "นายอำเภอ"}
NAMES = {"due": "2025-01-31", "action": "ส่งรายชื่อผู้ประสานงาน", "responsible": "นายอำเภอ"}


@pytest.fixture
def knowledge(shelf: Any, tmp_path: Any) -> KnowledgeBase:
    """The knowledge base of the shelf; filing uses it."""
    base = KnowledgeBase(tmp_path / "index")
    shelf.relink = base.relink
    return base


def duties(session: Session) -> list[tuple[Any, ...]]:
    """Day, state and number of sources of each duty, by day."""
    query = (
        select(Duty.due, Duty.state, func.count(DutySource.deadline_id))
        .join(DutySource, DutySource.duty_id == Duty.id)
        .group_by(Duty.id, Duty.due, Duty.state)
        .order_by(Duty.due, Duty.id)
    )
    return [(str(due), state, count) for due, state, count in session.execute(query)]


@pytest.mark.usefixtures("knowledge")
def test_one_duty_of_many_letters(shelf: Any) -> None:
    shelf.file(relay("น่าน", "นน", 1, OIT, NAMES))
    shelf.file(relay("แพร่", "พร", 2, OIT, NAMES))
    shelf.file(CIRCULAR)
    with reading(shelf.engine) as session:
        told = duties(session)
        kinds = set(session.execute(select(Duty.responsible_kind, Duty.topic, Duty.fiscal_year)).all())
    assert ("2025-04-30", "open", 3) in told
    assert ("2025-06-30", "open", 1) in told
    assert kinds == {("district", "ITA", 2568)}


EXTENSION = {
    "number": "มท 0322/ว 3000",
    "date": "2025-04-20",
    "issuer": "กรมการปกครอง",
    "subject": "ขยายระยะเวลาการเผยแพร่ข้อมูล OIT การประเมิน ITA ของอำเภอ",
    "topics": ["ITA"],
    "fiscal_years": [2568],
    "references": [{"number": "มท 0322/ว 1861", "date": "2025-01-10", "issuer": "กรมการปกครอง"}],
    "deadlines": [{"due": "2025-05-15", "responsible": "อำเภอ", "action": "เผยแพร่ข้อมูล OIT ให้ครบถ้วน"}],
}


@pytest.mark.usefixtures("knowledge")
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)], ids=["ตามลำดับ", "ย้อนลำดับ", "สลับ"])
def test_a_moved_duty(shelf: Any, order: tuple[int, ...]) -> None:
    letters = [CIRCULAR, relay("น่าน", "นน", 1, OIT), EXTENSION]
    for place in order:
        shelf.file(letters[place], name=f"{place}.txt")
    with reading(shelf.engine) as session:
        assert duties(session) == [
            ("2025-04-30", "moved", 2),
            ("2025-05-15", "open", 1),
            ("2025-06-30", "open", 1),
        ]
        old, new = session.execute(select(Duty).order_by(Duty.due).limit(2)).scalars()
        assert old.moved_to_id == new.id
        assert old.sequence >= 1
        change = session.execute(select(DutyChange).where(DutyChange.new_state == "moved")).scalars().one()
        assert change.new_due == dt.date(2025, 5, 15)
        assert change.by_document_id is not None


@pytest.mark.usefixtures("knowledge")
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)], ids=["ตามลำดับ", "ย้อนลำดับ"])
def test_a_duty_moved_twice_is_due_on_the_last_day(shelf: Any, order: tuple[int, ...]) -> None:
    again = {**EXTENSION, "number": "มท 0322/ว 9001", "date": "2025-05-10"}
    again["deadlines"] = [{**EXTENSION["deadlines"][0], "due": "2025-05-31"}]
    letters = [CIRCULAR, EXTENSION, again]
    for place in order:
        shelf.file(letters[place], name=f"{place}.txt")
    with reading(shelf.engine) as session:
        states = [(day, state) for day, state, _ in duties(session)]
        assert states == [
            ("2025-04-30", "moved"),
            ("2025-05-15", "moved"),
            ("2025-05-31", "open"),
            ("2025-06-30", "open"),
        ]
        last = session.execute(select(Duty.id).where(Duty.due == dt.date(2025, 5, 31))).scalar_one()
        moved = session.execute(select(Duty).where(Duty.state == "moved")).scalars()
        assert {duty.moved_to_id for duty in moved} == {last}


@pytest.mark.usefixtures("knowledge")
def test_a_cancelled_duty(shelf: Any) -> None:
    shelf.file(CIRCULAR)
    shelf.file(
        {
            **EXTENSION,
            "subject": "ยกเลิกการประเมิน ITA ของอำเภอ ประจำปีงบประมาณ พ.ศ. 2568",
            "deadlines": [],
        }
    )
    with reading(shelf.engine) as session:
        assert {state for _, state, _ in duties(session)} == {"cancelled"}


def test_a_corrected_day_parts_and_rejoins(shelf: Any, knowledge: KnowledgeBase) -> None:
    shelf.file(CIRCULAR)
    (relayed,) = shelf.file(relay("น่าน", "นน", 1, OIT))

    def correct(day: dt.date) -> list[tuple[Any, ...]]:
        with writing(shelf.engine) as session:
            document = session.execute(select(Document.id).where(Document.public_id == relayed)).scalar_one()
            session.execute(update(Deadline).where(Deadline.document_id == document).values(due=day))
            session.add(Change(public_id=relayed))
            knowledge.relink(session, [document])
            return duties(session)

    assert correct(dt.date(2025, 4, 20))[:2] == [("2025-04-20", "open", 1), ("2025-04-30", "open", 1)]
    assert correct(dt.date(2025, 4, 30))[0] == ("2025-04-30", "open", 2)


def test_a_settled_duty_stays_settled(shelf: Any, knowledge: KnowledgeBase) -> None:
    (public_id,) = shelf.file(CIRCULAR)
    with writing(shelf.engine) as session:
        session.execute(update(Duty).values(state="done", settled_by="clerk"))
        document = session.execute(select(Document.id).where(Document.public_id == public_id)).scalar_one()
        knowledge.relink(session, [document])
        assert {state for _, state, _ in duties(session)} == {"done"}


def extension_of(province: str, code: str, cited: list[dict[str, Any]], due: str) -> dict[str, Any]:
    """A province gives its own districts another day."""
    return {
        **relay(province, code, 90),
        "date": "2025-04-21",
        "subject": "ขยายระยะเวลาการเผยแพร่ข้อมูล OIT การประเมิน ITA ของอำเภอ",
        "references": [{name: one[name] for name in ("number", "date", "issuer")} for one in cited],
        "deadlines": [{**OIT, "due": due}],
    }


@pytest.mark.usefixtures("knowledge")
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (3, 0, 2, 1)], ids=["ตามลำดับ", "ย้อน", "สลับ"])
@pytest.mark.parametrize("cites", [[1], [1, 0]], ids=["อ้างหนังสือจังหวัด", "อ้างทั้งสอง"])
def test_a_province_moves_its_own_copy_only(shelf: Any, order: tuple[int, ...], cites: list[int]) -> None:
    letters: list[dict[str, Any]] = [CIRCULAR, relay("น่าน", "นน", 1, OIT), relay("แพร่", "พร", 2, OIT)]
    letters.append(extension_of("น่าน", "นน", [letters[place] for place in cites], "2025-05-20"))
    for place in order:
        shelf.file(letters[place], name=f"{place}.txt")
    with reading(shelf.engine) as session:
        assert sorted(duties(session)) == [
            ("2025-04-30", "moved", 1),
            ("2025-04-30", "open", 2),
            ("2025-05-20", "open", 1),
            ("2025-06-30", "open", 1),
        ]
        moved = session.execute(select(Duty).where(Duty.state == "moved")).scalars().one()
        query = select(Document.issuer_name).join(Deadline).join(DutySource)
        told = session.execute(query.where(DutySource.duty_id == moved.id)).scalars().all()
        assert told == ["จังหวัดน่าน"]
        assert moved.moved_to_id is not None


@pytest.mark.usefixtures("knowledge")
def test_a_change_with_a_new_duty_leaves_what_it_does_not_mention(shelf: Any) -> None:
    one = {**CIRCULAR, "deadlines": CIRCULAR["deadlines"][:1]}
    change = {
        **EXTENSION,
        "subject": "แก้ไขเพิ่มเติมแนวทางการประเมิน ITA ของอำเภอ",
        "deadlines": [{"due": "2025-05-15", "responsible": "อำเภอ", "action": "ส่งรายชื่อคณะทำงาน"}],
    }
    for place, letter in enumerate((one, change)):
        shelf.file(letter, name=f"{place}.txt")
    with reading(shelf.engine) as session:
        assert duties(session) == [("2025-04-30", "open", 1), ("2025-05-15", "open", 1)]


@pytest.mark.usefixtures("knowledge")
def test_one_duty_of_five_covering_letters_has_five_sources(shelf: Any) -> None:
    provinces = [("น่าน", "นน"), ("แพร่", "พร"), ("ลำปาง", "ลป"), ("พะเยา", "พย"), ("เชียงราย", "ชร")]
    for serial, (province, code) in enumerate(provinces, 1):
        shelf.file(relay(province, code, serial, OIT), name=f"{serial}.txt")
    with reading(shelf.engine) as session:
        assert duties(session) == [("2025-04-30", "open", 5)]


REMINDER = {
    **EXTENSION,
    "number": "มท 0322/ว 3500",
    "date": "2025-04-22",
    "subject": "ขอให้เร่งรัดดำเนินการเกี่ยวกับการประเมิน ITA ของอำเภอ",
}


@pytest.mark.usefixtures("knowledge")
def test_a_reminder_moves_the_duty_that_is_most_like_it(shelf: Any) -> None:
    eit = {"due": "2025-04-25", "action": "ประชาสัมพันธ์การตอบแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)"}
    iit = {"due": "2025-04-30", "action": "กำชับการตอบแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)"}
    shelf.file({**CIRCULAR, "deadlines": [eit, iit]}, name="1.txt")
    again = [{**iit, "restated": True}, {"due": "2025-05-09", "action": "เร่งรัด" + iit["action"]}]
    shelf.file({**REMINDER, "deadlines": again}, name="2.txt")
    with reading(shelf.engine) as session:
        assert duties(session) == [
            ("2025-04-25", "open", 1),
            ("2025-04-30", "moved", 2),
            ("2025-05-09", "open", 1),
        ]


@pytest.mark.usefixtures("knowledge")
def test_a_letter_on_the_same_work_that_urges_nothing_moves_nothing(shelf: Any) -> None:
    shelf.file(CIRCULAR, name="1.txt")
    work = {**OIT, "due": "2025-05-20"}
    shelf.file({**REMINDER, "subject": "การติดตามการประเมิน ITA ของอำเภอ", "deadlines": [work]}, name="2.txt")
    with reading(shelf.engine) as session:
        assert [state for _, state, _ in duties(session)] == ["open", "open", "open"]
