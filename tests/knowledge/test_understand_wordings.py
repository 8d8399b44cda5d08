"""One meaning in many wordings: as clerks type it, as analysts ask it, and in English."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ita_docs.knowledge.ask.understand import understand

TODAY = dt.date(2025, 1, 15)
NUMBER = "มท 0322/ว 1861"


def fields(text: str) -> dict[str, Any]:
    """What was understood, without what is empty."""
    return {name: value for name, value in understand(text, TODAY).to_json().items() if value}


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("หลังวันที่ 5 มีนาคม 2568 ต้องส่งอะไร", "2025-03-06", None),
        ("ตั้งแต่ 5 มี.ค. 68 เป็นต้นไปต้องส่งอะไร", "2025-03-05", None),
        ("ก่อนเดือนมีนาคม 2568 ต้องส่งอะไร", None, "2025-02-28"),
        ("หลังเดือนมกราคม 2568 ต้องส่งอะไร", "2025-02-01", None),
        ("ระหว่างวันที่ 5 ถึง 20 มีนาคม 2568 ต้องส่งอะไร", "2025-03-05", "2025-03-20"),
        ("what is due between 5 and 20 March 2025", "2025-03-05", "2025-03-20"),
        ("what is due from March 5 to March 20, 2025", "2025-03-05", "2025-03-20"),
        ("what is due in mar 68", "2025-03-01", "2025-03-31"),
        ("10 วันข้างหน้าต้องส่งอะไร", "2025-01-15", "2025-01-25"),
        ("นับจากนี้ 15 วันต้องส่งอะไร", "2025-01-15", "2025-01-30"),
        ("2 สัปดาห์ที่ผ่านมาต้องส่งอะไร", "2025-01-01", "2025-01-15"),
        ("what was due in the last 30 days", "2024-12-16", "2025-01-15"),
        ("ตั้งแต่ต้นปีงบต้องส่งอะไรบ้าง", "2024-10-01", "2025-01-15"),
        ("ก่อนวันที่ 15 มกราคม 2567 ในไตรมาส 2 ต้องส่งอะไร", "2024-01-01", "2024-01-14"),
        ("อาทิดหน้าต้องส่งไรมั่ง", "2025-01-20", "2025-01-26"),
    ],
)
def test_time(text: str, since: str | None, until: str | None) -> None:
    found = fields(text)
    assert (found["kind"], found.get("since"), found.get("until")) == ("duties", since, until)


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("duties", "ส่งทางไหน {n}|{n} ให้ส่งผ่านช่องทางไหน|how do we submit under {n}|เหลือเวลากี่วันสำหรับ {n}"),
        (
            "duties",
            "does {n} need a response|{n} ขอให้ใครทำอะไร|ต้องตอบ {n} ไหม ภายในเมื่อใด|what's the deadline in {n}",
        ),
        ("contacts", "มีปัญหาเรื่อง {n} ถามใครได้|ไลน์ผู้ประสานงาน {n}|who do I call about {n}|ขอเบอร์โทร {n}"),
        ("attachments", "does {n} come with a form|เอกสารที่ส่งมาพร้อม {n}|แบบฟอร์มที่แนบกับ {n} มีแบบไหนบ้าง"),
        ("recipients", "หนังสือ {n} แจ้งไปหน่วยงานใดบ้าง|{n} เรียนใคร|who was {n} sent to"),
        ("senders", "ต้นสังกัดของหนังสือ {n} คือที่ไหน|{n} ของกรมไหน|which agency issued {n}"),
        ("signatory", "{n} ท่านไหนเซ็น|who signed off on {n}|ท้ายหนังสือ {n} เป็นชื่อใคร"),
        ("subject", "{n} subject ว่าไงครับ|{n} พูดถึงเรื่องไหน|ขอหัวเรื่อง {n}"),
        ("cites", "which letters are cited in {n}|ในหนังสือ {n} เอ่ยถึงหนังสือฉบับใดบ้าง|ที่มาของ {n} คือหนังสือฉบับไหน"),
        ("cites", "Which earlier letter had its dates moved by {n}?|หนังสืออ้างอิงของ {n}|{n} เป็นหนังสือตอบฉบับใด"),
        ("cited_by", "is {n} still in force|หน่วยใดรับ {n} แล้วนำไปแจ้งต่อ|{n} มีคนตอบหรือยัง|ฉบับใดยกเลิก {n}"),
        ("family", "{n} เกี่ยวข้องกับฉบับไหนบ้าง|ประวัติของ {n}|show the whole thread of {n}"),
        ("missing", "{n} อ้างฉบับไหนที่ยังไม่มีในระบบ|which letters cited in {n} are missing"),
        ("meetings", "{n} ประชุมกี่โมง|zoom id ของ {n}|when and where is the meeting called by {n}"),
    ],
)
def test_of_one_letter(kind: str, texts: str) -> None:
    for text in texts.split("|"):
        found = fields(text.format(n=NUMBER))
        assert (text, found["kind"], found["number"]) == (text, kind, NUMBER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("กรมส่งเสริมให้ทำอะไร", {"kind": "duties", "agency": "กรมส่งเสริมการปกครองท้องถิ่น"}),
        ("what does DOPA want by when", {"kind": "duties", "agency": "กรมการปกครอง"}),
        ("latest letter from DOPA", {"kind": "letters", "agency": "กรมการปกครอง", "order": "latest"}),
        ("หนังสือที่ส่งถึงนายอำเภอมีอะไรบ้าง", {"kind": "letters", "addressed": "นายอำเภอ"}),
        ("กำหนดให้กรมที่ดินเป็นผู้ดำเนินการเรื่องใดบ้าง", {"bound": "กรมที่ดิน"}),
        ("อาทิตย์หน้ามีงานไหนจะหมดเวลาบ้างคะ", {"kind": "duties", "since": "2025-01-20", "until": "2025-01-26"}),
        ("ปฏิทินงานตากเดือนธันวาคม 2566", {"kind": "duties", "province": "ตาก", "since": "2023-12-01"}),
        ("อำเภอไหนค้างส่งอะไรบ้าง", {"kind": "duties", "party": "district", "state": "overdue"}),
        ("หนังสือจากพังงาเดือนมกราคม 2568", {"kind": "letters", "province": "พังงา", "since": "2025-01-01"}),
        ("งานไหนยกเลิกแล้วบ้าง", {"kind": "duties", "state": "cancelled"}),
    ],
)
def test_of_bodies_and_states(text: str, expected: dict[str, Any]) -> None:
    found = fields(text)
    assert {name: found.get(name) for name in expected} == expected
    assert "state" in expected or "state" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fiscal '69 ITA deadlines", {"kind": "duties", "fiscal_year": 2569}),
        ("in calendar 2023, which job from DOPA comes first?", {"order": "first", "since": "2023-01-01"}),
        ("what must provinces get done from today until a week from today", {"until": "2025-01-22"}),
        ("jobs due a fortnight from today", {"since": "2025-01-29", "until": "2025-01-29"}),
        ("Before the month is out, what do districts owe?", {"since": "2025-01-15", "until": "2025-01-31"}),
        ("Tasks due no later than 15 February 2025", {"kind": "duties", "until": "2025-02-15"}),
        ("Tasks due from 1 March 2026 to the 12th", {"since": "2026-03-01", "until": "2026-03-12"}),
        (
            "what is due last under letters from Ratchaburi",
            {"kind": "duties", "province": "ราชบุรี", "order": "latest"},
        ),
        (
            "What was due last week for schools?",
            {"kind": "duties", "since": "2025-01-06", "until": "2025-01-12"},
        ),
        ("What's the final meeting scheduled in Kalasin?", {"kind": "meetings", "order": "final"}),
        ("reports due to the province in March 2025", {"kind": "duties", "hints": ["รายงาน"]}),
        ("Which document is มท 0817.3/ว 276 passing on?", {"kind": "cites", "link": "forwards"}),
        (
            "The event of มท 0817.3/ว 276 was called off, I hear. By which letter?",
            {"kind": "cited_by", "link": "cancels"},
        ),
        ("In a line, what does circular ว58 concern?", {"kind": "subject", "number": "ว58"}),
    ],
)
def test_of_times_and_things_in_english(text: str, expected: dict[str, Any]) -> None:
    found = fields(text)
    assert {name: found.get(name) for name in expected} == expected
