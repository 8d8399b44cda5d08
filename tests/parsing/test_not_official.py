"""A file that nothing marks as an official paper carries a doubt; papers of offices carry none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parsers import Document

ODD = {
    "คำสุ่ม": "โต๊ะ ช้าง running สีเขียว 451\nกระโดด น้ำตาล lamp ดินสอ\nฝน window ก้อนหิน",
    "รายการซื้อของ": "ไข่ไก่ 2 แผง\nน้ำปลา 1 ขวด\nกระดาษทิชชู 3 ห่อ ซื้อก่อนวันศุกร์",
    "อังกฤษ": "The quick brown fox jumps over the lazy dog.\nPack my box with five dozen liquor jugs.",
    "แม่น้ำในจังหวัด": "เที่ยวจังหวัดน่าน\nลำน้ำใสและอากาศเย็น คนไม่มาก ไปอีกแน่นอน",
}
OFFICIAL = {
    "แบบรายงาน": "แบบรายงานผลการดำเนินงาน\nชื่อหน่วยงาน ....................\nผลการดำเนินงาน ..............",
    "กำหนดการ": "กำหนดการประชุมชี้แจง\n๐๙.๐๐ - ๑๐.๐๐ น. ลงทะเบียน\n๑๐.๐๐ - ๑๒.๐๐ น. บรรยาย",
    "สิ่งที่ส่งมาด้วย": "สิ่งที่ส่งมาด้วย ๑\nผังการเดินทางและที่จอดรถของผู้เข้าร่วมงาน",
    "เอกสารของกรม": "ขั้นตอนการขอใช้อาคาร\nจัดทำโดยกรมการปกครอง ติดต่อเจ้าหน้าที่ได้ทุกวัน",
    "เอกสารที่อ้างเลข": "ขั้นตอนการขอใช้อาคาร\nตาม ที่ กง ๐๐๑๗.๒/ว ๑๒๓ ทุกประการ",
    "หนังสือที่อ่านได้เพียงเรื่อง": "เรื่อง การใช้อาคารในวันหยุด\nเรียน ผู้ใช้อาคารทุกท่าน\nโปรดปิดไฟทุกครั้ง",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_what_is_no_official_paper_is_doubted(parse_letter: Callable[[str], Document], text: str) -> None:
    document = parse_letter(text)
    assert [(flag.code, flag.field) for flag in document.flags] == [("L032", "kind")]
    assert document.provenance["/title"].confidence <= 0.5


@pytest.mark.parametrize("text", OFFICIAL.values(), ids=OFFICIAL)
def test_a_paper_of_an_office_is_not(parse_text: Callable[[str], list[Document]], text: str) -> None:
    codes = {flag.code for document in parse_text(text) for flag in document.flags}
    assert "L032" not in codes


def test_attachments_beside_a_letter_are_what_it_says(parse_text: Callable[[str], list[Document]]) -> None:
    found = parse_text(
        """ที่ กง ๐๐๑๗.๒/ว ๑๒๓
        ศาลากลางจังหวัดสมมติ
        ๓ กุมภาพันธ์ ๒๕๖๘
        เรื่อง การใช้อาคาร
        เรียน นายอำเภอ ทุกอำเภอ
        จึงเรียนมาเพื่อทราบ
        ขอแสดงความนับถือ
        (นายสมมติ ตัวอย่าง)
        ปลัดจังหวัด
        \fช้าง running สีเขียว และกระโดด น้ำตาล lamp ดินสอ ฝน window ก้อนหิน"""
    )
    assert all(flag.code != "L032" for document in found for flag in document.flags)
