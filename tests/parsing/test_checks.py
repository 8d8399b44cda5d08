"""The paper checked against itself: each contradiction raises its flag, and agreement mends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parsers import Document

LETTER = """\
ที่ พย ๐๐๑๗.๓/ว ๒๒๐

ศาลากลางจังหวัดพะเยา
ถนนพหลโยธิน พย ๕๖๐๐๐

๒๐ มกราคม ๒๕๖๘

เรื่อง ขอเชิญประชุม ประจำปีงบประมาณ พ.ศ. ๒๕๖๘

เรียน นายอำเภอ ทุกอำเภอ

อ้างถึง หนังสือจังหวัดพะเยา ที่ พย ๐๐๑๗.๓/ว ๑๘๑ ลงวันที่ ๖ มกราคม ๒๕๖๘

ด้วยจังหวัดพะเยากำหนดจัดประชุม ในวันพฤหัสบดีที่ ๓๐ มกราคม ๒๕๖๘ เวลา ๐๙.๓๐ - ๑๒.๐๐ น. ณ ห้องประชุม ๑

จึงขอให้ตอบรับภายในวันจันทร์ที่ ๒๗ มกราคม ๒๕๖๘

ขอแสดงความนับถือ

(นายประพันธ์ คงทน)
ปลัดจังหวัด ปฏิบัติราชการแทน
ผู้ว่าราชการจังหวัดพะเยา

ที่ทำการปกครองจังหวัด
โทร. ๐ ๕๔๔๔ ๙๐๐๐
"""

CASES = [
    ("ถูกต้องทุกอย่าง", [], []),
    ("วันที่ไม่มีในปฏิทิน", [("๒๐ มกราคม ๒๕๖๘\n\nเรื่อง", "๗๗ มกราคม ๒๕๖๘\n\nเรื่อง")], ["L001"]),
    ("วันในสัปดาห์ไม่ตรง", [("วันพฤหัสบดีที่ ๓๐", "วันพุธที่ ๓๐")], ["L002"]),
    ("วันกำหนดส่งไม่ตรง", [("วันจันทร์ที่ ๒๗", "วันศุกร์ที่ ๒๗")], ["L003"]),
    ("อ้างหนังสือในอนาคต", [("๖ มกราคม ๒๕๖๘", "๖ มีนาคม ๒๕๖๘")], ["L004"]),
    ("เลิกก่อนเริ่ม", [("๐๙.๓๐ - ๑๒.๐๐", "๐๙.๓๐ - ๐๘.๐๐")], ["L006"]),
    ("วันสิ้นสุดก่อนวันเริ่ม", [("ในวันพฤหัสบดีที่ ๓๐ มกราคม", "ระหว่างวันที่ ๓๐ - ๒๙ มกราคม")], ["L006"]),
    ("วันประชุมไม่มีในปฏิทิน", [("ในวันพฤหัสบดีที่ ๓๐ มกราคม", "ในวันที่ ๓๒ มกราคม")], ["L026"]),
    ("รหัสไม่มีในทะเบียน", [("ที่ พย ๐๐๑๗.๓/ว ๒๒๐", "ที่ ฌฌ ๐๐๑๗.๓/ว ๒๒๐")], ["L007", "L008"]),
    ("รหัสจังหวัดอื่น", [("ที่ พย ๐๐๑๗.๓/ว ๒๒๐", "ที่ พร ๐๐๑๗.๓/ว ๒๒๐")], ["L008"]),
    ("รหัสไปรษณีย์จังหวัดอื่น", [("๕๖๐๐๐", "๕๙๐๐๐")], ["L011"]),
    ("พื้นที่โทรศัพท์จังหวัดอื่น", [("๐ ๕๔๔๔ ๙๐๐๐", "๐ ๗๔๔๔ ๙๐๐๐")], ["L012"]),
    ("ไม่มีเลขที่", [("ที่ พย ๐๐๑๗.๓/ว ๒๒๐\n", "")], ["L013"]),
    ("เลขทะเบียนมีทับ", [("/ว ๒๒๐", "/ว ๒๒/๐")], ["L014"]),
    ("อ้างเลขที่ตัวเอง", [("/ว ๑๘๑", "/ว ๒๒๐")], ["L017"]),
    ("กำหนดส่งก่อนวันหนังสือ", [("วันจันทร์ที่ ๒๗ มกราคม", "วันจันทร์ที่ ๖ มกราคม")], ["L020"]),
    ("วันที่อ้างถึงไม่มีในปฏิทิน", [("๖ มกราคม ๒๕๖๘", "๓๒ มกราคม ๒๕๖๘")], ["L021"]),
    ("ไม่มีวันที่", [("๒๐ มกราคม ๒๕๖๘\n\n", "")], ["L024"]),
]


@pytest.mark.parametrize(("changes", "codes"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_flags(
    changes: list[tuple[str, str]], codes: list[str], parse_letter: Callable[[str], Document]
) -> None:
    text = LETTER
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    assert [flag.code for flag in parse_letter(text).flags] == codes


def test_received_before_it_was_written(parse_letter: Callable[[str], Document]) -> None:
    stamp = "ที่ว่าการอำเภอจุน\nเลขรับ ๔๔๑\nวันที่ ๑๗ ม.ค. ๒๕๖๘\nเวลา ๑๐.๓๐ น.\n\nศาลากลาง"
    letter = parse_letter(LETTER.replace("ศาลากลาง", stamp, 1))
    (receipt,) = letter.receipts
    assert (receipt.office, receipt.number, receipt.date, receipt.time) == (
        "ที่ว่าการอำเภอจุน",
        "441",
        "2025-01-17",
        "10:30",
    )
    assert [flag.code for flag in letter.flags] == ["L005"]
    assert letter.issuer.name == "จังหวัดพะเยา"


def test_a_number_is_never_mended(parse_letter: Callable[[str], Document]) -> None:
    letter = parse_letter(LETTER.replace("ที่ พย ๐๐๑๗.๓/ว ๒๒๐", "ที่ พร ๐๐๑๗.๓/ว ๒๒๐", 1))
    assert letter.number is not None
    assert letter.number.canonical == "พร 0017.3/ว 220"
    assert letter.flags[0].resolved == "พย 0017.3/ว 220"


def test_a_province_that_does_not_exist_is_mended_where_two_signals_agree(
    parse_letter: Callable[[str], Document],
) -> None:
    letter = parse_letter(LETTER.replace("จังหวัดพะเยา", "จังหวัดพเยา"))
    assert letter.issuer.name == "จังหวัดพะเยา"
    assert letter.issuer.province == "พะเยา"
    (flag,) = letter.flags
    assert (flag.code, flag.written, flag.resolved) == ("L009", "พเยา", "พะเยา")
    assert letter.provenance["/issuer/name"].text == "ศาลากลางจังหวัดพเยา"
    assert letter.signatory is not None
    assert letter.signatory.acting_for == "ผู้ว่าราชการจังหวัดพะเยา"


def test_a_real_province_is_overruled_only_by_several_signals(
    parse_letter: Callable[[str], Document],
) -> None:
    letter = parse_letter(LETTER.replace("จังหวัดพะเยา", "จังหวัดพังงา"))
    assert (letter.issuer.name, letter.flags[0].code) == ("จังหวัดพะเยา", "L010")


def test_one_signal_mends_nothing(parse_letter: Callable[[str], Document]) -> None:
    text = LETTER.replace("จังหวัดพะเยา", "จังหวัดพังงา").replace("พย ๕๖๐๐๐", "พง ๘๒๐๐๐")
    letter = parse_letter(text.replace("๐ ๕๔๔๔ ๙๐๐๐", "๐ ๗๖๔๔ ๙๐๐๐"))
    assert letter.issuer.name == "จังหวัดพังงา"
    assert "L008" in [flag.code for flag in letter.flags]


def test_a_weekday_and_the_fiscal_year_settle_the_year(parse_letter: Callable[[str], Document]) -> None:
    changed = LETTER.replace("วันพฤหัสบดีที่ ๓๐ มกราคม ๒๕๖๘", "วันพฤหัสบดีที่ ๓๐ มกราคม ๒๕๗๐")
    mended = parse_letter(changed)
    assert mended.meetings[0].date == "2025-01-30"
    assert [(flag.code, flag.resolved) for flag in mended.flags] == [("L002", "2025-01-30")]


def test_an_unsettled_day_is_null(parse_letter: Callable[[str], Document]) -> None:
    letter = parse_letter(LETTER.replace("วันพฤหัสบดีที่ ๓๐", "วันพุธที่ ๓๐"))
    assert (letter.meetings[0].date, letter.meetings[0].start) == (None, "09:30")


LOCAL = """\
ที่ {code} ๗๒๑๐๑/๔๕
ที่ทำการองค์การบริหารส่วนตำบลริมน้ำ
หมู่ที่ ๒ ตำบลริมน้ำ อำเภอจุน จังหวัดพะเยา ๕๖๑๕๐
๒๐ มกราคม ๒๕๖๘
เรื่อง รายงานผลการสำรวจ
เรียน นายอำเภอจุน
ด้วยองค์การบริหารส่วนตำบลริมน้ำได้สำรวจเสร็จเรียบร้อยแล้ว จึงขอรายงานผลมาพร้อมนี้
ขอแสดงความนับถือ
(นายประพันธ์ คงทน)
นายกองค์การบริหารส่วนตำบลริมน้ำ
"""


@pytest.mark.parametrize("code", ["พท", "ฌฌ", "สม"])
def test_a_local_government_numbers_under_its_province(
    parse_letter: Callable[[str], Document], code: str
) -> None:
    found = parse_letter(LOCAL.format(code=code))
    wrong = next(flag for flag in found.flags if flag.code == "L008")
    assert (wrong.written, wrong.resolved) == (f"{code} 72101/45", "พย 72101/45")
    assert not parse_letter(LOCAL.format(code="พย")).flags


def test_a_day_told_again_rightly_stands(parse_text: Callable[[str], list[Document]]) -> None:
    """The letter's weekday is wrong; its agenda gives the same day with the right one."""
    agenda = "ระเบียบวาระการประชุม\nการประชุมริมน้ำ\nวันพฤหัสบดีที่ ๓๐ มกราคม ๒๕๖๘ เวลา ๐๙.๓๐ น.\nณ ห้องประชุม ๑\n"
    agenda += "ระเบียบวาระที่ ๑ เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ\nระเบียบวาระที่ ๒ เรื่องเพื่อทราบ\n"
    letter, _ = parse_text(LETTER.replace("วันพฤหัสบดีที่ ๓๐", "วันพุธที่ ๓๐") + "\f" + agenda)
    (wrong,) = (flag for flag in letter.flags if flag.code == "L002")
    assert wrong.resolved == letter.meetings[0].date == "2025-01-30"


def test_a_schedule_may_begin_before_its_meeting(parse_text: Callable[[str], list[Document]]) -> None:
    """Who comes early is a row of the schedule, not another hour of the meeting."""
    schedule = "กำหนดการ\nการประชุมริมน้ำ\nวันพฤหัสบดีที่ ๓๐ มกราคม ๒๕๖๘\nณ ห้องประชุม ๑\n"
    schedule += "เวลา ๐๙.๐๐ น. ผู้เข้าร่วมประชุมพร้อมกัน\nเวลา ๐๙.๓๐ น. เปิดการประชุม\n"
    _, behind = parse_text(LETTER + "\f" + schedule)
    assert behind.flags == []
