"""Answers are rows that each cite the line that says so; the rest is searched, and said to be."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from ita_docs.knowledge.ask.answer import ask
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.base import KnowledgeBase
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.index import SearchIndex
from models.session import reading

TODAY = dt.date(2025, 1, 15)

CIRCULAR = {
    "number": "มท 0322/ว 1861",
    "date": "2025-01-10",
    "issuer": "กรมการปกครอง",
    "subject": "การประเมิน ITA ของอำเภอ ประจำปีงบประมาณ พ.ศ. 2568",
    "recipients": ["ผู้ว่าราชการจังหวัด"],
    "signatory": "นายชัยวัฒน์ ตัวอย่าง",
    "position": "อธิบดีกรมการปกครอง",
    "topics": ["ITA"],
    "fiscal_years": [2568],
    "lines": [
        "ที่ มท ๐๓๒๒/ว ๑๘๖๑ กรมการปกครอง",
        "๑๐ มกราคม ๒๕๖๘",
        "เรื่อง การประเมิน ITA ของอำเภอ ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
        "เรียน ผู้ว่าราชการจังหวัด",
        "ขอให้อำเภอเผยแพร่ข้อมูล OIT ภายในวันที่ ๓๐ เมษายน ๒๕๖๘",
        "กำหนดประชุมชี้แจง ในวันที่ ๒๘ มกราคม ๒๕๖๘ เวลา ๐๙.๓๐ น. ณ ห้องประชุม ๑",
        "(นายชัยวัฒน์ ตัวอย่าง)",
        "อธิบดีกรมการปกครอง",
    ],
    "deadlines": [
        {
            "due": "2025-04-30",
            "responsible": "อำเภอ",
            "action": "เผยแพร่ข้อมูล OIT",
            "text": "ขอให้อำเภอเผยแพร่ข้อมูล OIT ภายในวันที่ 30 เมษายน 2568",
            "page": 1,
            "line": 5,
            "evidence_text": "ขอให้อำเภอเผยแพร่ข้อมูล OIT ภายในวันที่ ๓๐ เมษายน ๒๕๖๘",
        }
    ],
    "meetings": [
        {
            "date": "2025-01-28",
            "start": "09:30",
            "title": "ประชุมชี้แจง",
            "venue": "ห้องประชุม 1",
            "page": 1,
            "line": 6,
        }
    ],
}
RELAY = {
    "number": "นน 0018.1/ว 200",
    "date": "2025-01-20",
    "issuer": "จังหวัดน่าน",
    "province": "น่าน",
    "subject": "การประเมิน ITA ของอำเภอ ประจำปีงบประมาณ พ.ศ. 2568",
    "recipients": ["นายอำเภอ"],
    "topics": ["ITA"],
    "fiscal_years": [2568],
    "lines": [
        "ที่ นน ๐๐๑๘.๑/ว ๒๐๐",
        "อ้างถึง หนังสือกรมการปกครอง ที่ มท ๐๓๒๒/ว ๑๘๖๑ ลงวันที่ ๑๐ มกราคม ๒๕๖๘",
        "ขอให้อำเภอส่งรายชื่อผู้ประสานงาน ภายในวันที่ ๓๑ มกราคม ๒๕๖๘",
        "ขอให้อำเภอสำรวจสุนัขบ้าต่อไป",
    ],
    "references": [
        {
            "number": "มท 0322/ว 1861",
            "date": "2025-01-10",
            "issuer": "กรมการปกครอง",
            "line": 2,
            "text": "หนังสือกรมการปกครอง ที่ มท ๐๓๒๒/ว ๑๘๖๑ ลงวันที่ ๑๐ มกราคม ๒๕๖๘",
        }
    ],
    "deadlines": [
        {
            "due": "2025-01-31",
            "responsible": "นายอำเภอ",
            "action": "ส่งรายชื่อผู้ประสานงาน",
            "text": "ขอให้อำเภอส่งรายชื่อผู้ประสานงาน ภายในวันที่ 31 มกราคม 2568",
        },
        {"action": "สำรวจสุนัขบ้า", "responsible": "อำเภอ", "text": "ขอให้อำเภอสำรวจสุนัขบ้าต่อไป"},
    ],
}


@pytest.fixture
def answer(shelf: Any, tmp_path: Path) -> Any:
    """A function that answers from a small store."""
    base = KnowledgeBase(tmp_path / "index")
    shelf.relink = base.relink
    shelf.file(CIRCULAR, name="circular.txt")
    shelf.file(RELAY, name="relay.txt")
    index = SearchIndex(tmp_path / "index")
    index.catch_up(shelf.engine)

    def reply(text: str, **options: Any) -> dict[str, Any]:
        with reading(shelf.engine) as session:
            return ask(session, index, text, today=TODAY, **options).to_json()

    return reply


def days(found: dict[str, Any]) -> list[str | None]:
    """The days of the duties answered."""
    return [row["due"] for row in found["answers"]]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("ITA 2568 ต้องทำอะไร ภายในเมื่อไร", ["2025-01-31", "2025-04-30", None]),
        ("what does ITA 2568 require by when", ["2025-01-31", "2025-04-30", None]),
        ("อำเภอต้องทำอะไรในเดือนเมษายน 2568", ["2025-04-30"]),
        ("อำเภอต้องส่งอะไรภายใน 20 วัน", ["2025-01-31"]),
        ("ส่งรายชื่อผู้ประสานงานวันไหน", ["2025-01-31"]),
        ("มท 0322/ว 1861 ต้องทำอะไร", ["2025-04-30"]),
        ("จังหวัดน่านให้อำเภอทำอะไร ITA 2568 ภายในวันไหน", ["2025-01-31", None]),
        ("ITA 2567 ต้องทำอะไร", []),
    ],
)
def test_duties(answer: Any, question: str, expected: list[str | None]) -> None:
    found = answer(question)
    assert days(found) == expected
    assert found["fallback"] is None


def test_every_row_cites_a_line_that_says_it(answer: Any) -> None:
    for row in answer("ITA 2568 ต้องทำอะไร ภายในเมื่อไร")["answers"]:
        (cited,) = row["citations"]
        assert cited["page"] == 1
        assert cited["line"]
        assert fold(row["action"]).replace(" ", "") in fold(cited["text"]).replace(" ", "")


def test_the_next_meeting(answer: Any) -> None:
    (row,) = answer("ประชุมครั้งหน้าเมื่อไร ที่ไหน")["answers"]
    assert (row["date"], row["start"], row["venue"]) == ("2025-01-28", "09:30", "ห้องประชุม 1")
    assert row["citations"][0]["line"] == 6


@pytest.mark.parametrize(
    ("question", "cell", "value", "line"),
    [
        ("ใครลงนาม มท ๐๓๒๒/ว๑๘๖๑", "name", "นายชัยวัฒน์ ตัวอย่าง", 7),
        ("มท 0322/ว 1861 ใครส่ง", "sender", "กรมการปกครอง", 1),
        ("มท 0322/ว 1861 ส่งถึงใคร", "recipient", "ผู้ว่าราชการจังหวัด", 4),
        ("มท 0322/ว 1861 ลงวันที่เท่าไร", "date", "2025-01-10", 2),
        ("มท 0322/ว 1861 เรื่องอะไร", "subject", CIRCULAR["subject"], 3),
        ("นน 0018.1/ว 200 อ้างถึงฉบับไหน", "number", "มท 0322/ว 1861", 2),
        ("ฉบับไหนอ้างถึง มท 0322/ว 1861", "number", "นน 0018.1/ว 200", 2),
    ],
)
def test_letters(answer: Any, question: str, cell: str, value: str, line: int) -> None:
    (row,) = answer(question)["answers"]
    assert row[cell] == value
    assert row["citations"][0]["line"] == line


def test_what_is_not_understood_is_searched_and_said_to_be(answer: Any) -> None:
    found = answer("สุนัขบ้า")
    assert found["fallback"] == "search"
    assert found["answers"][0]["number"] == "นน 0018.1/ว 200"
    assert found["answers"][0]["citations"][0]["line"] == 4


def test_nothing_is_invented(answer: Any) -> None:
    assert answer("LPA 2568 ต้องทำอะไร ภายในเมื่อไร")["answers"] == []


def test_an_edited_query_is_answered(answer: Any) -> None:
    edited = Question(kind="duties", party="district", since=dt.date(2025, 4, 1), until=dt.date(2025, 4, 30))
    assert days(answer("?", understood=edited)) == ["2025-04-30"]
