"""What is understood of questions, in Thai and English, with slips and both numeral systems."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.understand import understand

TODAY = dt.date(2025, 1, 15)

QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("ITA 2568 ต้องทำอะไร ภายในเมื่อไร", {"kind": "duties", "topics": ["ITA"], "fiscal_year": 2568}),
    ("ITA ๒๕๖๘ ต้องส่งอะไรภายในเมื่อไหร่", {"kind": "duties", "topics": ["ITA"], "fiscal_year": 2568}),
    ("ITA68 ต้องทำไรบ้าง", {"kind": "duties", "topics": ["ITA"], "fiscal_year": 2568}),
    ("what does ITA 2568 require by when", {"kind": "duties", "topics": ["ITA"], "fiscal_year": 2568}),
    (
        "What must districts submit for ITA 2025?",
        {"kind": "duties", "party": "district", "fiscal_year": 2568},
    ),
    (
        "อำเภอต้องทำอะไรบ้างในเดือนมีนาคม 2567",
        {"kind": "duties", "party": "district", "since": "2024-03-01", "until": "2024-03-31"},
    ),
    (
        "ITA 2568 เดือนมีนาคม อำเภอต้องทำอะไร",
        {"kind": "duties", "fiscal_year": 2568, "since": "2025-03-01", "until": "2025-03-31"},
    ),
    (
        "ITA ปีงบ 68 เดือนตุลาคมต้องส่งอะไร",
        {"kind": "duties", "fiscal_year": 2568, "since": "2024-10-01", "until": "2024-10-31"},
    ),
    (
        "อปท. ต้องรายงานอะไร ภายใน 30 วัน",
        {"party": "local_office", "since": "2025-01-15", "until": "2025-02-14"},
    ),
    ("สัปดาห์หน้าต้องส่งอะไร", {"kind": "duties", "since": "2025-01-20", "until": "2025-01-26"}),
    ("what is due this month", {"kind": "duties", "since": "2025-01-01", "until": "2025-01-31"}),
    ("ปีงบประมาณนี้อบต.ต้องทำอะไร", {"kind": "duties", "party": "sao", "fiscal_year": 2568}),
    ("ก่อนวันที่ 15 มีนาคม 2567 ต้องส่งอะไร", {"kind": "duties", "until": "2024-03-14"}),
    ("ส่งรายชื่อผู้ประสานงานวันไหน", {"kind": "duties", "words": ["รายชื่อ", "ผู้ประสานงาน"]}),
    ("เลยกำหนดอะไรไปแล้วบ้าง", {"kind": "duties", "state": "overdue"}),
    ("กำหนดไหนถูกเลื่อนบ้าง ITA 2568", {"state": "moved", "fiscal_year": 2568}),
    ("หนังสือ มท 0322/ว 1861 อ้างถึงฉบับไหน", {"kind": "cites", "number": "มท 0322/ว 1861"}),
    ("มท๐๓๒๒/ว๑๘๖๑ อ้างถึงอะไร", {"kind": "cites", "number": "มท๐๓๒๒/ว๑๘๖๑"}),
    ("ฉบับไหนอ้างถึง มท 0322/ว 1861", {"kind": "cited_by", "number": "มท 0322/ว 1861"}),
    ("which letters cite มท 0322/ว 1861", {"kind": "cited_by"}),
    ("ใครลงนาม มท 0322/ว 1861", {"kind": "signatory"}),
    ("who signed มท 0322/ว 1861", {"kind": "signatory"}),
    ("มท 0322/ว 1861 ใครเป็นผู้ส่ง", {"kind": "senders"}),
    ("มท 0322/ว 1861 ลงวันที่เท่าไร", {"kind": "dates"}),
    ("มท 0322/ว 1861 ส่งถึงใคร", {"kind": "recipients"}),
    ("มท 0322/ว 1861 ติดต่อใคร", {"kind": "contacts"}),
    ("ประชุมครั้งหน้าเมื่อไร ที่ไหน", {"kind": "meetings", "order": "next"}),
    ("When is the next ITA meeting and where?", {"kind": "meetings", "order": "next", "topics": ["ITA"]}),
    ("จังหวัดน่านประชุม ITA วันไหน", {"kind": "meetings", "province": "น่าน", "topics": ["ITA"]}),
    ("หนังสือกรมการปกครองปี 2567 มีกี่ฉบับ", {"kind": "letters", "agency": "กรมการปกครอง", "year": 2567}),
    ("ITA 2568 ตองสงอะไรบาง", {"kind": "duties", "fiscal_year": 2568}),
    ("สัปดานี้มีอะไรต้องส่ง", {"kind": "duties", "since": "2025-01-13"}),
    ("อำเถอต้องทำอะไร ปีงบประมาณ 2568", {"kind": "duties", "party": "district"}),
    ("wat must districts do this mounth", {"kind": "duties", "party": "district", "since": "2025-01-01"}),
    ("ฉบับไหนยกเลิก มท 0322/ว 1861", {"kind": "cited_by", "link": "cancels"}),
    ("มท 0322/ว 1861 ถูกยกเลิกหรือยัง", {"kind": "cited_by", "link": "cancels"}),
    ("มท 0322/ว 1861 ยกเลิกฉบับไหน", {"kind": "cites", "link": "cancels"}),
    ("has anyone replied to มท 0322/ว 1861", {"kind": "cited_by", "link": "replies"}),
    ("มท 0322/ว 1861 เลื่อนเป็นวันไหน", {"kind": "duties", "state": "moved"}),
    ("กรมการปกครองต้องทำอะไร ปีงบประมาณ 2568", {"bound": "กรมการปกครอง", "agency": None}),
    ("กรมการปกครองให้อำเภอทำอะไร ปีงบ 68", {"bound": None, "agency": "กรมการปกครอง", "party": "district"}),
    ("หนังสือที่นายสมชาย ใจดีลงนามมีฉบับไหนบ้าง", {"kind": "letters", "person": "นายสมชาย ใจดี"}),
    ("หนังสือเรื่อง การจัดการขยะมูลฝอย มีฉบับไหนบ้าง", {"kind": "letters", "about": "การจัดการขยะมูลฝอย"}),
    ("ไตรมาสสอง ปีงบ 2568 อำเภอต้องทำอะไร", {"since": "2025-01-01", "until": "2025-03-31"}),
    ("Q1 2568 district deadlines", {"since": "2024-10-01", "until": "2024-12-31", "party": "district"}),
    ("ภายในวันศุกร์นี้ต้องส่งอะไร", {"kind": "duties", "since": "2025-01-15", "until": "2025-01-17"}),
    ("what is due in the next two weeks", {"since": "2025-01-15", "until": "2025-01-29"}),
    ("อยากทราบว่า อบต. ต้องส่งอะไรเดือนนี้คะ", {"kind": "duties", "party": "sao", "agency": None, "words": []}),
    ("ไอทีเอ 2568 ต้องทำอะไร", {"kind": "duties", "topics": ["ITA"], "fiscal_year": 2568}),
    ("ประชุมคณะทำงาน ครั้งที่ 2/2568 วันไหน", {"kind": "meetings", "number": None, "year": None}),
    ("ประชุมออนไลน์เดือนหน้ามีวันไหนบ้าง", {"kind": "meetings", "online": True}),
    ("สุนัขบ้า", {"kind": "search"}),
    ("เผยแพร่", {"kind": "search", "province": None}),
]


@pytest.mark.parametrize(("text", "expected"), QUESTIONS, ids=[text for text, _ in QUESTIONS])
def test_understood(text: str, expected: dict[str, Any]) -> None:
    understood = understand(text, TODAY).to_json()
    assert {name: understood[name] for name in expected} == expected


def test_a_query_goes_to_json_and_back() -> None:
    question = understand("อำเภอต้องทำอะไรบ้างในเดือนมีนาคม 2567", TODAY)
    assert Question.from_json(question.to_json()) == question


@pytest.mark.parametrize("plain", [{"kind": "wish"}, {"colour": "red"}, {"since": "soon"}])
def test_a_query_that_makes_no_sense_is_refused(plain: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"kind|unknown|soon"):
        Question.from_json(plain)
