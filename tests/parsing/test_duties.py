"""Deadlines as duties: who, what, by when, how, with which enclosures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parsers.clauses import responsible_in
from tests.parsing.duties_of_text import duties

DUE = [
    ("ขอให้อำเภอส่งรายชื่อ ภายในวันที่ ๓๑ มกราคม ๒๕๖๘", "2025-01-31", "ส่งรายชื่อ"),
    ("โปรดแจ้งรายชื่อก่อนวันที่ ๒๐ มิถุนายน ๒๕๖๘", "2025-06-19", "แจ้งรายชื่อ"),
    ("ขอให้รายงานผลไม่เกินวันที่ ๕ กุมภาพันธ์ ๒๕๖๘", "2025-02-05", "รายงานผล"),
    ("ขอให้ตอบแบบสำรวจ ตั้งแต่บัดนี้จนถึงวันที่ ๒๘ กุมภาพันธ์ ๒๕๖๘", "2025-02-28", "ตอบแบบสำรวจ"),
    ("ขอให้นำเข้าข้อมูล ระหว่างวันที่ ๑ - ๓๑ มีนาคม ๒๕๖๘", "2025-03-31", "นำเข้าข้อมูล"),
    ("ขอให้เบิกจ่ายให้แล้วเสร็จภายในสิ้นเดือนมีนาคม ๒๕๖๘", "2025-03-31", "เบิกจ่าย"),
    (
        "จึงขอให้ตรวจสอบข้อมูลบุคลากร โดยดำเนินการให้แล้วเสร็จภายในวันที่ ๗ กุมภาพันธ์ ๒๕๖๘",
        "2025-02-07",
        "ตรวจสอบข้อมูลบุคลากร",
    ),
    ("จึงขอให้จังหวัดเร่งรายงานผลโดยด่วน อย่างช้าภายในวันที่ ๗ กุมภาพันธ์ ๒๕๖๘", "2025-02-07", "จังหวัดเร่งรายงานผลโดยด่วน"),
    ("จึงขอเชิญบุคลากรส่งบทความ ระหว่างวันที่ ๑ - ๒๘ กุมภาพันธ์ ๒๕๖๘", "2025-02-28", "ส่งบทความ"),
    (
        "๑. ให้ผู้สมัครลงทะเบียนผ่านเว็บไซต์ ตั้งแต่วันที่ ๑ กุมภาพันธ์ ๒๕๖๘ ถึงวันที่ ๑๔ กุมภาพันธ์ ๒๕๖๘",
        "2025-02-14",
        "ลงทะเบียน",
    ),
    ("ภายในวันที่ ๓ มีนาคม ๒๕๖๘ ให้ทุกหน่วยส่งแผนงาน ทั้งนี้ ตามแบบที่กำหนด", "2025-03-03", "ส่งแผนงาน"),
]


@pytest.mark.parametrize(("text", "due", "action"), DUE, ids=[text[:36] for text, _, _ in DUE])
def test_due_and_action(text: str, due: str, action: str) -> None:
    (duty,) = duties(text)
    assert duty.due == due
    assert duty.action is not None
    assert action in duty.action.replace(" ", "").replace("ให้ทุกหน่วย", "") or action in duty.action


NONE = [
    "ตามหนังสือ ลงวันที่ ๓ มกราคม ๒๕๖๘ นั้น",
    "เมื่อวันที่ ๓ มกราคม ๒๕๖๘ คณะกรรมการได้พิจารณาแล้ว",
    "ในวันศุกร์ที่ ๓๑ มกราคม ๒๕๖๘ เวลา ๐๙.๐๐ น. ณ ห้องประชุมชั้น ๒ จึงขอเชิญประชุม",
    "กำหนดจัดอบรม ระหว่างวันที่ ๓ - ๕ กุมภาพันธ์ ๒๕๖๘ ณ โรงแรมริมน้ำ",
    "ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
    "วันที่ ........ เดือน .............. พ.ศ. ..........",
]


@pytest.mark.parametrize("text", NONE, ids=[text[:36] for text in NONE])
def test_no_deadline(text: str) -> None:
    assert duties(text) == []


def test_counted_from_receipt_has_a_rule_and_no_day() -> None:
    (duty,) = duties("ขอให้ดำเนินการให้แล้วเสร็จภายใน ๔๕ วัน นับแต่วันที่ได้รับหนังสือนี้")
    assert duty.due is None
    assert duty.rule is not None
    assert {key: duty.rule[key] for key in ("days", "from", "business_days")} == {
        "days": 45,
        "from": "receipt",
        "business_days": False,
    }


def test_repeated_duty() -> None:
    (duty,) = duties("ให้คณะทำงานรายงานผลภายในวันที่ ๕ ของทุกเดือน")
    assert (duty.due, duty.rule) == (None, {"rrule": "FREQ=MONTHLY;BYMONTHDAY=5"})


def test_items_actors_channels_enclosures_and_dependency() -> None:
    found = duties(
        "จังหวัดจึงขอให้ดำเนินการ ดังนี้\n"
        "๑. ให้สำนักงานจังหวัดจัดส่งรายชื่อ ภายในวันที่ ๓๐ มกราคม ๒๕๖๘ ผ่าน QR Code (สิ่งที่ส่งมาด้วย ๒)\n"
        "๒. ขอให้องค์การบริหารส่วนตำบลทุกแห่งเผยแพร่ข้อมูล ภายในวันที่ ๗ กุมภาพันธ์ ๒๕๖๘\n"
        "๓. ภายหลังจากดำเนินการตามข้อ ๒ เรียบร้อยแล้ว ให้รายงานผล ภายในวันที่ ๑๔ กุมภาพันธ์ ๒๕๖๘ "
        "รายละเอียดตามสิ่งที่ส่งมาด้วย ๓ - ๕"
    )
    assert [(one.item, one.due) for one in found] == [
        ("1", "2025-01-30"),
        ("2", "2025-02-07"),
        ("3", "2025-02-14"),
    ]
    assert found[0].responsible == "สำนักงานจังหวัด"
    assert (found[0].respond_via, found[0].attachments) == ("QR Code", [2])
    assert found[1].responsible is not None
    assert found[1].responsible.startswith("องค์การบริหารส่วนตำบล")
    assert (found[2].depends_on, found[2].attachments) == ("2", [3, 4, 5])


def test_what_an_earlier_letter_set_is_restated() -> None:
    (duty,) = duties("ตามที่จังหวัดได้ขอให้อำเภอส่งรายงาน ภายในวันที่ ๓๑ มกราคม ๒๕๖๘ นั้น")
    assert duty.restated


def test_the_recipient_acts_where_nobody_else_is_named() -> None:
    (duty,) = duties("โปรดแจ้งผลการพิจารณาภายในวันที่ ๓๑ มกราคม ๒๕๖๘")
    assert duty.responsible == "นายอำเภอ"


def test_provenance_names_the_line(parse_letter: Callable[..., object]) -> None:
    letter = parse_letter(
        """\
        ที่ ตก ๐๐๑๗.๓/ว ๘๘
        ศาลากลางจังหวัดตาก
        ๓ มีนาคม ๒๕๖๘
        เรื่อง ขอข้อมูล
        เรียน นายอำเภอ ทุกอำเภอ
        ด้วยจังหวัดตากต้องรายงานผล จึงขอให้อำเภอส่งข้อมูล
        ภายในวันที่ ๑๔ มีนาคม ๒๕๖๘ ทางโทรสาร
        จึงเรียนมาเพื่อดำเนินการ
        ขอแสดงความนับถือ
        """
    )
    evidence = letter.provenance["/deadlines/0/due"]  # type: ignore[attr-defined]
    assert (evidence.page, evidence.line) == (1, 7)


@pytest.mark.parametrize(
    ("clause", "who"),
    [
        ("ข้อ ๑ หน่วยงานภาครัฐเผยแพร่ข้อมูลบนเว็บไซต์ ", "หน่วยงานภาครัฐ"),
        ("จึงขอให้จังหวัดรายงานผลให้กรมการปกครองทราบ ", "จังหวัด"),
        ("ประชาสัมพันธ์ให้ผู้รับบริการตอบแบบวัด ", None),
        ("รายงานความก้าวหน้าให้สำนักงาน ป.ป.ช. ทราบ ", None),
        ("ขยายระยะเวลาให้อำเภอชี้แจงเพิ่มเติม เป็น", "อำเภอ"),
        ("แจ้งองค์กรปกครองส่วนท้องถิ่นในพื้นที่ลงทะเบียน ", "องค์กรปกครองส่วนท้องถิ่นในพื้นที่"),
    ],
)
def test_who_must_act_is_whom_the_clause_asks(clause: str, who: str | None) -> None:
    assert responsible_in(f"{clause}ภายในวันที่ ๙ มกราคม ๒๕๖๘", 0, len(clause)) == who


def test_a_second_duty_of_one_sentence_does_not_swallow_the_first() -> None:
    first, second = duties(
        "จึงขอให้อำเภอรายงานผลการสำรวจให้จังหวัดทราบ ภายในวันที่ ๒๘ กุมภาพันธ์ ๒๕๖๘ "
        "และแต่งตั้งคณะทำงาน ภายในวันที่ ๕ มีนาคม ๒๕๖๘"
    )
    assert first.action == "อำเภอรายงานผลการสำรวจให้จังหวัดทราบ"
    assert second.action == "แต่งตั้งคณะทำงาน"
    assert second.due == "2025-03-05"
