"""Thai questions with what is said beside them: asides, what is left of a time, urgency, short forms."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ita_docs.knowledge.ask.understand import understand

TODAY = dt.date(2025, 1, 15)


def fields(text: str) -> dict[str, Any]:
    """What was understood, without what is empty."""
    return {name: value for name, value in understand(text, TODAY).to_json().items() if value}


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("ตั้งแต่ ๑ มี.ค. ๖๙ ถึง ๑๒ เดือนเดียวกัน ต้องส่งอะไร", "2026-03-01", "2026-03-12"),
        ("ระหว่างวันที่ 5 มีนาคม 2569 ถึงวันที่ 20 ของเดือนนั้น ต้องส่งอะไร", "2026-03-05", "2026-03-20"),
        ("ต้องส่งอะไรก่อนวันที่ 20 มี.ค. 68 เฉพาะในเดือนนั้น", "2025-03-01", "2025-03-19"),
        ("ปีปฏิทิน 2568 ต้องส่งอะไร", "2025-01-01", "2025-12-31"),
        ("ภายในปี พ.ศ. 2569 ต้องส่งอะไร", "2026-01-01", "2026-12-31"),
        ("week นี้ต้องส่งอะไร กันลืม", "2025-01-13", "2025-01-19"),
        ("เดือนนี้เหลืองานอะไรต้องส่งอีก", "2025-01-15", "2025-01-31"),
    ],
)
def test_times(text: str, since: str, until: str) -> None:
    found = fields(text)
    assert (found["kind"], found["since"], found["until"]) == ("duties", since, until)
    assert "words" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ประชุมที่ใกล้ที่สุดวันไหนคะ จะได้จองรถ", {"kind": "meetings", "order": "next", "words": None}),
        ("เดือนหน้าต้องเข้าประชุมเข้าอบรมวันไหน", {"kind": "meetings", "since": "2025-02-01"}),
        ("หนังสือ “ด่วนมาก” ต้องทำอะไรบ้าง ปี 2568", {"kind": "duties", "urgency": "very_urgent"}),
        ("มีงานด่วนอะไรต้องเสร็จวันนี้", {"kind": "duties", "urgency": None}),
        ("ตามประกาศ ITA 2568 ต้องทำอะไรบ้าง", {"kind": "duties", "document_kind": "announcement"}),
        ("ใครต้องประกาศนโยบาย ปี 2568", {"kind": "duties", "document_kind": None}),
        ("กรมการปกครองถูกสั่งให้ทำอะไร ปี 2568", {"kind": "duties", "bound": "กรมการปกครอง"}),
        ("งาน ITA 2568 อะไรถึงกำหนดก่อน", {"kind": "duties", "order": "first"}),
        ("มท 0322/ว 1861 สืบเนื่องจากคำสั่งใด", {"kind": "cites", "link": "acts_on"}),
        ("มท 0322/ว 1861 พึงติดต่อได้โดยช่องทางใดบ้าง", {"kind": "contacts"}),
        ("มท 0322/ว 1861 นี่ที่ไหนเค้าส่งมาคะ", {"kind": "senders"}),
        ("มท 0322/ว 1861 ส่งออกไปหาใครมั่ง", {"kind": "recipients"}),
    ],
)
def test_meanings(text: str, expected: dict[str, Any]) -> None:
    found = fields(text)
    assert {name: found.get(name) for name in expected} == expected
