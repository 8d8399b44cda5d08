"""Letters, orders and announcements that a text cites."""

from __future__ import annotations

from typing import Any

import pytest

from parsers.citations import citations_in
from parsers.flow import Flow
from parsers.lines import source_lines
from parsers.page import Line, Page

CASES: list[tuple[str, str, list[tuple[Any, ...]]]] = [
    (
        "หนังสือพร้อมชั้นความเร็ว",
        "หนังสือกรมอนามัย ด่วนที่สุด ที่ สธ ๐๙๒๓.๐๒/ว ๙๙๘ ลงวันที่ ๒๔ มกราคม ๒๕๖๘",
        [("letter", "กรมอนามัย", "most_urgent", "สธ 0923.02/ว 998", "2025-01-24", None)],
    ),
    (
        "คำสั่งมีเรื่อง",
        "คำสั่งจังหวัดแพร่ ที่ ๑๒๒/๒๕๖๘ ลงวันที่ ๒๗ มกราคม ๒๕๖๘ เรื่อง แต่งตั้งคณะทำงานกลั่นกรอง",
        [("order", "จังหวัดแพร่", None, "122/2568", "2025-01-27", "แต่งตั้งคณะทำงานกลั่นกรอง")],
    ),
    (
        "ได้มีคำสั่ง",
        "ตามที่จังหวัดแพร่ได้มีคำสั่งที่ ๙๘๗๖/๒๕๖๗ ลงวันที่ ๖ ธันวาคม ๒๕๖๗ เรื่อง จัดตั้งศูนย์ นั้น",
        [("order", "จังหวัดแพร่", None, "9876/2567", "2024-12-06", "จัดตั้งศูนย์")],
    ),
    (
        "สองฉบับในประโยคเดียว",
        "ตามหนังสือกรมที่ดิน ที่ มท ๐๕๑๐/ว ๑๑ ลงวันที่ ๓ มกราคม ๒๕๖๘ และที่ มท ๐๕๑๐/ว ๑๙ ลงวันที่ ๘ มกราคม ๒๕๖๘ นั้น",
        [
            ("letter", "กรมที่ดิน", None, "มท 0510/ว 11", "2025-01-03", None),
            ("letter", "กรมที่ดิน", None, "มท 0510/ว 19", "2025-01-08", None),
        ],
    ),
    (
        "ลว. กับปีสองหลัก",
        "หนังสือ สถ. ที่ มท ๐๘๐๘.๒/ว ๗๐ ลว. ๙ ม.ค. ๖๘",
        [("letter", "สถ.", None, "มท 0808.2/ว 70", "2025-01-09", None)],
    ),
    (
        "ประกาศไม่มีเลขที่",
        "ประกาศสำนักงาน ก.พ. เรื่อง หลักเกณฑ์การสรรหา ประกาศ ณ วันที่ ๕ มกราคม ๒๕๕๐",
        [("announcement", "สำนักงาน ก.พ.", None, None, "2007-01-05", "หลักเกณฑ์การสรรหา")],
    ),
    (
        "ฉบับลงวันที่อยู่ท้ายเรื่อง",
        "ประกาศคณะกรรมการกลาง เรื่อง กำหนดมาตรฐานกลาง พ.ศ. ๒๕๔๙ ฉบับลงวันที่ ๑๗ มีนาคม ๒๕๔๙",
        [("announcement", "คณะกรรมการกลาง", None, None, "2006-03-17", "กำหนดมาตรฐานกลาง พ.ศ. ๒๕๔๙")],
    ),
    ("กฎหมายไม่ใช่หนังสืออ้างถึง", "ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐", []),
    ("โทรศัพท์ไม่ใช่เลขที่", "สอบถามได้ที่โทร. ๐ ๒๑๔๑ ๐๐๐๐ ต่อ ๑๒", []),
    ("ครั้งที่ประชุมไม่ใช่เลขที่", "ในการประชุมครั้งที่ ๓/๒๕๖๘ เมื่อวันที่ ๑๒ มีนาคม ๒๕๖๘", []),
    (
        "บันทึกข้อความ",
        "ตามบันทึกข้อความที่ กค ๐๔๐๕.๒/๒๒๑ ลงวันที่ ๒๐ กุมภาพันธ์ ๒๕๖๘",
        [("memo", None, None, "กค 0405.2/221", "2025-02-20", None)],
    ),
    (
        "วิทยุ",
        "วิทยุกระทรวงมหาดไทย ด่วนมาก ที่ มท ๐๓๑๐.๑/ว ๔๔๕ ลงวันที่ ๑ เมษายน ๒๕๖๘",
        [("radio", "กระทรวงมหาดไทย", "very_urgent", "มท 0310.1/ว 445", "2025-04-01", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_citations(text: str, expected: list[tuple[Any, ...]]) -> None:
    flow = Flow(source_lines([Page(1, [Line(text)])]))
    found = [citation.reference for citation in citations_in(flow, "body")]
    told = [
        (
            one.kind,
            one.issuer,
            one.urgency,
            one.number.canonical if one.number else None,
            one.date,
            one.subject,
        )
        for one in found
    ]
    assert told == expected


def test_a_citation_broken_over_lines_points_at_its_lines(parse_letter) -> None:  # type: ignore[no-untyped-def]
    letter = parse_letter(
        """\
        ที่ มท ๐๕๑๐/๗๗๑
        กรมที่ดิน
        ๓ มีนาคม ๒๕๖๘
        เรื่อง ตอบข้อหารือ
        เรียน ผู้ว่าราชการจังหวัดตาก
        อ้างถึง หนังสือจังหวัดตาก ที่ ตก ๐๐๒๐/๑๑๑
                ลงวันที่ ๒ กุมภาพันธ์ ๒๕๖๘
        ตามหนังสือที่อ้างถึง จังหวัดตากได้หารือ นั้น
        ขอแสดงความนับถือ
        """
    )
    reference = letter.references[0]
    assert (reference.issuer, reference.date) == ("จังหวัดตาก", "2025-02-02")
    assert letter.provenance["/references/0/date"].line == 7
