"""Each kind of document of the correspondence regulation, read whole."""

from __future__ import annotations

from typing import Any

import pytest

from parsers import Document, Line, Page, parse
from tests.parsing.invented_letters import ALL as LETTERS


def read(name: str) -> Document:
    (document,) = parse([Page(1, [Line(line) for line in LETTERS[name].split("\n")])])
    return document


KINDS = {
    "circular": "external_letter",
    "memo": "memo",
    "military": "memo",
    "order": "order",
    "announcement": "announcement",
    "regulation": "regulation",
    "certificate": "certificate",
    "minutes": "minutes",
    "sealed": "stamped_letter",
    "radio": "external_letter",
    "english": "external_letter",
}
NUMBERS = {
    "circular": "สธ 0923.02/ว 1472",
    "memo": "กค 0405.2/345",
    "military": "กห 0404/123",
    "order": "456/2568",
    "announcement": None,
    "certificate": "12/2568",
    "sealed": "กค 0403/ว 12",
    "radio": "มท 0510.2/ว 1658",
}
DATES = {
    "circular": "2025-02-09",
    "memo": "2025-03-14",
    "military": "2025-02-05",
    "order": "2025-01-10",
    "announcement": "2025-11-20",
    "regulation": "2024-09-18",
    "certificate": "2025-05-12",
    "minutes": "2025-02-12",
    "sealed": "2024-12-02",
    "radio": "2024-09-27",
}
ISSUERS = {
    "circular": "กรมอนามัย",
    "memo": "กองคลัง",
    "military": "กกบ.ทบ.",
    "order": "จังหวัดพะเยา",
    "announcement": "สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ",
    "regulation": "กระทรวงมหาดไทย",
    "certificate": "อำเภอปง",
    "sealed": "กรมบัญชีกลาง",
    "radio": "กรมที่ดิน",
}
SIGNATORIES: dict[str, tuple[Any, ...] | None] = {
    "circular": ("แพทย์หญิงสุดารัตน์ แก้วกาญจนา", "รองอธิบดี", "ปฏิบัติราชการแทน", "อธิบดีกรมอนามัย"),
    "memo": ("นายกฤษฎา ทองมาก", "นักวิชาการพัสดุชำนาญการพิเศษ", "รักษาราชการแทน", "ผู้อำนวยการกองคลัง"),
    "military": ("พ.อ. วีระพงษ์ เดชะ", "รอง จก.กบ.ทบ.", "ทำการแทน", "จก.กบ.ทบ."),
    "order": ("นายธนวัฒน์ ศรีสุวรรณ", "ผู้ว่าราชการจังหวัดพะเยา", None, None),
    "regulation": ("ชูชาติ มั่นคง", "รัฐมนตรีว่าการกระทรวงมหาดไทย", None, None),
    "certificate": ("นายอนุชา คำภีร์", "ปลัดอำเภอ", "รักษาราชการแทน", "นายอำเภอปง"),
    "minutes": ("นางสาวอรทัย ปินตา", "ผู้จดรายงานการประชุม", None, None),
    "sealed": None,
    "radio": ("นายวันชัย พร้อมสุข", "รองอธิบดี", "รักษาราชการแทน", "อธิบดีกรมที่ดิน"),
}


@pytest.mark.parametrize("name", KINDS)
def test_kind(name: str) -> None:
    assert read(name).kind == KINDS[name]


@pytest.mark.parametrize("name", NUMBERS)
def test_number(name: str) -> None:
    number = read(name).number
    assert (number.canonical if number else None) == NUMBERS[name]


@pytest.mark.parametrize("name", DATES)
def test_date(name: str) -> None:
    assert read(name).date == DATES[name]


@pytest.mark.parametrize("name", ISSUERS)
def test_issuer(name: str) -> None:
    assert read(name).issuer.name == ISSUERS[name]


@pytest.mark.parametrize("name", SIGNATORIES)
def test_signatory(name: str) -> None:
    who = read(name).signatory
    told = (who.name, who.position, who.capacity, who.acting_for) if who else None
    assert told == SIGNATORIES[name]


def test_circular_enclosures_with_leaders_and_a_range() -> None:
    letter = read("circular")
    assert [(one.no, one.title, one.quantity, one.unit) for one in letter.attachments] == [
        (1, "กำหนดการประชุม", 1, "ฉบับ"),
        (2, "แบบตอบรับเข้าร่วมประชุม", 1, "ฉบับ"),
        (3, "เอกสารประกอบการประชุม", 3, "เล่ม"),
    ]


def test_circular_meeting_with_place_and_channel() -> None:
    (meeting,) = read("circular").meetings
    assert (meeting.date, meeting.end_date, meeting.start, meeting.end) == (
        "2025-03-03",
        "2025-03-05",
        "08:30",
        "16:30",
    )
    assert meeting.venue == "โรงแรมริเวอร์ไซด์แกรนด์ อำเภอเมือง จังหวัดนนทบุรี"
    assert meeting.online is not None
    assert (meeting.online.platform, meeting.online.meeting_id, meeting.online.passcode) == (
        "Webex",
        "25110023344",
        "abc123",
    )


def test_circular_duty_owner_contacts_and_copies() -> None:
    letter = read("circular")
    (duty,) = letter.deadlines
    assert (duty.due, duty.respond_via, duty.attachments) == ("2025-02-21", "e-mail", [2])
    assert letter.owner == ["กองอนามัยสิ่งแวดล้อม", "กลุ่มพัฒนาเมือง"]
    assert [(one.kind, one.value, one.ext) for one in letter.contacts][1:] == [
        ("phone", "025904000", "4111,4112"),
        ("fax", "025904001", None),
    ]
    assert [one.name for one in letter.copies_to] == [
        "ผู้อำนวยการศูนย์อนามัยที่ ๑",
        "สำนักงานปลัดกระทรวงสาธารณสุข",
    ]


def test_a_memo_has_its_telephone_in_its_head_and_its_citation_in_its_body() -> None:
    memo = read("memo")
    assert [(one.value, one.ext) for one in memo.contacts] == [("022730001", "221")]
    assert [(one.where, one.kind, one.date) for one in memo.references] == [("body", "memo", "2025-02-20")]


def test_a_military_memo_numbers_its_paragraphs_below_an_enclosure() -> None:
    memo = read("military")
    assert [one.title for one in memo.attachments] == ["ระเบียบวาระการประชุม"]
    assert [(one.date, one.start) for one in memo.meetings] == [("2025-02-19", "09:00")]
    assert [(one.item, one.due) for one in memo.deadlines] == [("3", "2025-02-14")]


def test_an_announced_calendar_gives_one_duty_a_row() -> None:
    calendar = read("announcement")
    assert [(one.item, one.due) for one in calendar.deadlines] == [("1", "2025-12-31"), ("2", "2026-03-31")]
    assert (calendar.fiscal_years, calendar.topics) == ([2569], ["ITA"])


def test_minutes_are_about_their_meeting() -> None:
    (meeting,) = read("minutes").meetings
    assert (meeting.date, meeting.start) == ("2025-02-12", "13:30")
    assert meeting.venue == "ห้องประชุมภูกามยาว ชั้น 4 ศาลากลางจังหวัดพะเยา"


def test_provenance_points_at_lines_that_hold_the_value() -> None:
    letter = read("circular")
    lines = LETTERS["circular"].split("\n")
    for pointer in ("/number", "/date", "/subject", "/signatory/name", "/owner/0", "/deadlines/0/due"):
        evidence = letter.provenance[pointer]
        assert evidence.line is not None
        assert evidence.text.split()[0][:20] in lines[evidence.line - 1].replace("  ", " "), pointer


def test_to_json_mirrors_the_contract() -> None:
    plain = read("circular").to_json()
    assert set(plain) >= {"kind", "number", "references", "deadlines", "flags", "provenance", "body"}
    assert plain["pages"] == [1, 1]
