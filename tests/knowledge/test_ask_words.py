"""Words of a question narrow its answer, or are named as not used; nothing known, nothing given."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from ita_docs.knowledge.ask.answer import ask
from ita_docs.knowledge.base import KnowledgeBase
from ita_docs.knowledge.search.index import SearchIndex
from models.session import reading

TODAY = dt.date(2025, 1, 15)


def duty(due: str, action: str, bound: str = "อำเภอ") -> dict[str, Any]:
    return {"due": due, "action": action, "responsible": bound, "text": f"ขอให้{bound}{action}"}


LETTER = {
    "number": "ตก 0018.1/ว 12",
    "date": "2025-01-06",
    "issuer": "จังหวัดตาก",
    "province": "ตาก",
    "subject": "การเตรียมการฝึกซ้อมแผน",
    "recipients": ["นายอำเภอ"],
    "lines": [
        "ที่ ตก ๐๐๑๘.๑/ว ๑๒",
        "๖ มกราคม ๒๕๖๘",
        "อ้างถึง หนังสือกรมการปกครอง ที่ มท ๐๓๒๒/ว ๙๙ ลงวันที่ ๒ มกราคม ๒๕๖๘",
        "ขอให้อำเภอส่งแบบตอบรับเข้าร่วมการฝึก",
        "ขอให้อำเภอเบิกจ่ายค่าใช้จ่าย",
        "ขอให้อำเภอรายงานผลการฝึก",
    ],
    "references": [
        {
            "number": "มท 0322/ว 99",
            "date": "2025-01-02",
            "issuer": "กรมการปกครอง",
            "line": 3,
            "text": "หนังสือกรมการปกครอง ที่ มท ๐๓๒๒/ว ๙๙ ลงวันที่ ๒ มกราคม ๒๕๖๘",
        }
    ],
    "deadlines": [
        duty("2025-01-20", "ส่งแบบตอบรับเข้าร่วมการฝึก"),
        duty("2025-02-10", "เบิกจ่ายค่าใช้จ่าย"),
        duty("2025-03-05", "รายงานผลการฝึก"),
    ],
}


@pytest.fixture
def answer(shelf: Any, tmp_path: Path) -> Any:
    base = KnowledgeBase(tmp_path / "index")
    shelf.relink = base.relink
    shelf.file(LETTER, name="letter.txt")
    index = SearchIndex(tmp_path / "index")
    index.catch_up(shelf.engine)

    def reply(text: str) -> dict[str, Any]:
        with reading(shelf.engine) as session:
            return ask(session, index, text, today=TODAY).to_json()

    return reply


@pytest.mark.parametrize(
    ("question", "days", "unused"),
    [
        ("วันสุดท้ายที่ต้องส่งแบบตอบรับ", ["2025-01-20"], []),
        ("เมื่อไรต้องเบิกจ่าย", ["2025-02-10"], []),
        ("อำเภอต้องเบิกจ่ายภายในวันไหน", ["2025-02-10"], []),
        ("อำเภอต้องสำรวจเมื่อไร", ["2025-01-20", "2025-02-10", "2025-03-05"], ["สำรวจ"]),
        ("อำเภอต้องทำอะไรบ้าง", ["2025-01-20", "2025-02-10", "2025-03-05"], []),
        ("หนังสือที่เรียนถึงนายอำเภอ ครบกำหนดอะไรบ้างในเดือนมีนาคม 2568", ["2025-03-05"], []),
        ("หนังสือที่เรียนถึงนายกเทศมนตรี ครบกำหนดอะไรบ้างในเดือนมีนาคม 2568", [], []),
    ],
)
def test_words_narrow_or_are_named(answer: Any, question: str, days: list[str], unused: list[str]) -> None:
    found = answer(question)
    assert [row["due"] for row in found["answers"]] == days
    assert (found["unused"], found["fallback"]) == (unused, None)


@pytest.mark.parametrize("question", ["กล้วยทอดบินได้สีม่วง", "สับปะรดเต้นรำบนดวงจันทร์เมื่อไร", "purple bananas fly"])
def test_a_question_of_nothing_known_gets_nothing_and_says_of_which_words(answer: Any, question: str) -> None:
    found = answer(question)
    assert found["answers"] == []
    assert found["unused"]


@pytest.mark.parametrize(
    "question",
    [
        "หนังสือที่อ้างถึงแต่ไม่มีในระบบ",
        "which cited letters do we not hold",
        "ขาดหนังสือฉบับใดบ้าง",
        "ตก 0018.1/ว 12 อ้างถึงฉบับไหนที่เราไม่มี",
        "หนังสือของกรมการปกครองที่ถูกอ้างถึงแต่ไม่มีในคลัง",
    ],
)
def test_letters_that_are_cited_but_not_held(answer: Any, question: str) -> None:
    found = answer(question)
    assert found["understood"]["kind"] == "missing"
    (row,) = found["answers"]
    assert (row["number"], row["date"], row["issuer"]) == ("มท 0322/ว 99", "2025-01-02", "กรมการปกครอง")
    assert row["cited_by"] == ["ตก 0018.1/ว 12"]
    assert [(cited["page"], cited["line"]) for cited in row["citations"]] == [(1, 3)]


def test_none_is_missing_of_a_body_that_is_not_cited(answer: Any) -> None:
    found = answer("หนังสือของกรมที่ดินที่ถูกอ้างถึงแต่ไม่มีในคลัง")
    assert (found["answers"], found["fallback"]) == ([], None)
