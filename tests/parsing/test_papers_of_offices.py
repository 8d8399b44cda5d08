"""Papers of offices that are no plain letters: notices, minutes, certificates, radio messages, news."""

from __future__ import annotations

from collections.abc import Callable

from parsers import Document
from tests.parsing.office_letter import Letter, letter


def test_evidence_of_an_enclosure_is_its_title_and_its_count(parse_letter: Letter) -> None:
    to = "อธิบดีกรมที่ดิน\n    สิ่งที่ส่งมาด้วย แบบสำรวจอาคาร ........ จำนวน ๒ ชุด"
    found = parse_letter(letter("ด้วยสำนักงานจะสำรวจอาคารของทางราชการทั่วประเทศ", to=to))
    evidence = {key: found.provenance[f"/attachments/0/{key}"].text for key in ("title", "quantity")}
    assert evidence == {"title": "แบบสำรวจอาคาร", "quantity": "จำนวน ๒ ชุด"}


def test_when_a_notice_comes_into_force_is_no_duty(parse_letter: Letter) -> None:
    found = parse_letter(
        """
        ประกาศกรมทรัพยากรน้ำ
        เรื่อง การใช้อาคารริมน้ำ
        อาศัยอำนาจตามความในมาตรา ๕ แห่งพระราชบัญญัติทรัพยากรน้ำ พ.ศ. ๒๕๖๑ จึงออกประกาศไว้ ดังต่อไปนี้
        ข้อ ๑ ประกาศนี้ให้ใช้บังคับเมื่อพ้นกำหนดเก้าสิบวันนับแต่วันประกาศในราชกิจจานุเบกษาเป็นต้นไป
        ประกาศ ณ วันที่ ๓ มีนาคม พ.ศ. ๒๕๖๘
        (นายเชิดชัย แซ่ตั้ง)
        อธิบดีกรมทรัพยากรน้ำ
        """
    )
    assert (found.kind, found.date, found.deadlines) == ("announcement", "2025-03-03", [])


def test_minutes_say_when_the_sitting_began_and_ended(parse_letter: Letter) -> None:
    found = parse_letter(
        """
        รายงานการประชุม
        คณะกรรมการอาคาร กรมทรัพยากรน้ำ
        ครั้งที่ ๒/๒๕๖๘
        วันอังคารที่ ๔ มีนาคม ๒๕๖๘
        ณ ห้องประชุม ๑ กรมทรัพยากรน้ำ
        ผู้มาประชุม
        ๑. นายเชิดชัย แซ่ตั้ง ประธานกรรมการ
        เริ่มประชุมเวลา ๐๙.๓๐ น.
        ระเบียบวาระที่ ๑ เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ
        เลิกประชุมเวลา ๑๑.๔๕ น.
        (นางสาวชื่นใจ ริมน้ำ)
        ผู้จดรายงานการประชุม
        """
    )
    (sitting,) = found.meetings
    assert (sitting.date, sitting.start, sitting.end) == ("2025-03-04", "09:30", "11:45")
    assert (found.issuer.name or "").startswith("คณะกรรมการอาคาร")


def test_a_certificate_has_an_owner_and_a_telephone(parse_letter: Letter) -> None:
    found = parse_letter(
        """
        เลขที่ อว ๖๘.๒/๐๑๒
        มหาวิทยาลัยริมน้ำ
        หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า นางสาวชื่นใจ ริมน้ำ เป็นพนักงานมหาวิทยาลัย
        ให้ไว้ ณ วันที่ ๓ มีนาคม พ.ศ. ๒๕๖๘
        (นายเชิดชัย แซ่ตั้ง)
        อธิการบดีมหาวิทยาลัยริมน้ำ
        กองบริหารงานบุคคล โทร. ๐ ๒๐๔๑ ๙๐๐๑
        """
    )
    assert found.number is not None
    assert found.number.canonical == "อว 68.2/012"
    assert found.owner == ["กองบริหารงานบุคคล"]
    assert [contact.value for contact in found.contacts] == ["020419001"]


def test_enclosures_below_their_label(parse_letter: Letter) -> None:
    to = """อธิบดีกรมที่ดิน
    สิ่งที่ส่งมาด้วย
    ๑. แบบสำรวจอาคาร จำนวน ๒ ชุด
    ๒. คู่มือการตอบ จำนวน ๑ เล่ม"""
    found = parse_letter(letter("ด้วยสำนักงานจะสำรวจอาคารของทางราชการทั่วประเทศ", to=to))
    assert [(one.no, one.title) for one in found.attachments] == [(1, "แบบสำรวจอาคาร"), (2, "คู่มือการตอบ")]


def test_a_radio_message_says_from_whom(parse_letter: Letter) -> None:
    found = parse_letter(
        """
        ด่วนที่สุด
        ที่ มท ๐๖๑๖/ว ๑๒๐
        ๓ มีนาคม ๒๕๖๘
        จาก กองอำนวยการน้ำกลาง
        ถึง ผู้ว่าราชการจังหวัด ทุกจังหวัด
        ข้อความ
        ตามที่กรมทรัพยากรน้ำคาดการณ์ว่าจะมีฝนตกหนัก นั้น ขอให้จังหวัดแจ้งเตือนประชาชนในพื้นที่
        จึงเรียนมาเพื่อดำเนินการ
        (นายเชิดชัย แซ่ตั้ง)
        ผู้อำนวยการกลาง
        """
    )
    assert found.issuer.name == "กองอำนวยการน้ำกลาง"


def test_who_certifies_a_copy_does_not_sign(parse_letter: Letter) -> None:
    foot = """    (นายเชิดชัย แซ่ตั้ง)
    อธิบดีกรมทรัพยากรน้ำ
    กองแผนงาน
    โทร. ๐ ๒๐๔๑ ๙๐๐๑
    สำเนาถูกต้อง
    (นางสาวชื่นใจ ริมน้ำ)
    นิติกรชำนาญการ
"""
    found = parse_letter(letter("ด้วยกรมจะสำรวจอาคารของทางราชการทั่วประเทศ", foot=foot))
    assert found.signatory is not None
    assert found.signatory.name == "นายเชิดชัย แซ่ตั้ง"
    assert found.owner == ["กองแผนงาน"]
    assert [contact.value for contact in found.contacts] == ["020419001"]


def test_a_short_title_that_the_letter_announces(parse_text: Callable[[str], list[Document]]) -> None:
    foot = """    (นายเชิดชัย แซ่ตั้ง)
    อธิบดีกรมทรัพยากรน้ำ
    กองแผนงาน
    โทร. ๐ ๒๐๔๑ ๙๐๐๑
    - ๒ -
    กำหนดการ
    งานริมน้ำ
    วันเสาร์ที่ ๑ มีนาคม ๒๕๖๘
"""
    to = "อธิบดีกรมที่ดิน\n    สิ่งที่ส่งมาด้วย กำหนดการ จำนวน ๑ ชุด"
    found = parse_text(letter("ด้วยกรมจะสำรวจอาคารของทางราชการทั่วประเทศ", to=to, foot=foot))
    assert [one.kind for one in found] == ["external_letter", "attachment"]


def test_news_has_a_number_below_its_subject(parse_letter: Letter) -> None:
    found = parse_letter(
        """
        ข่าวสำนักงานประชาสัมพันธ์จังหวัดระนอง
        เรื่อง ขอเชิญร่วมงานริมน้ำ
        ฉบับที่ ๑๒/๒๕๖๘
        จังหวัดระนองขอเชิญชวนประชาชนร่วมงานริมน้ำ ระหว่างวันที่ ๒๕ - ๒๗ มีนาคม ๒๕๖๘ ณ บริเวณสวนริมน้ำ อำเภอเมืองระนอง
        สำนักงานประชาสัมพันธ์จังหวัดระนอง
        ๑๕ มีนาคม ๒๕๖๘
        """
    )
    assert (found.subject, found.date) == ("ขอเชิญร่วมงานริมน้ำ", "2025-03-15")
    assert [(one.date, one.venue) for one in found.meetings] == [
        ("2025-03-25", "บริเวณสวนริมน้ำ อำเภอเมืองระนอง")
    ]


def test_a_certifier_whose_bracket_is_lost(parse_letter: Letter) -> None:
    foot = """
    (นายเชิดชัย แซ่ตั้ง)
    อธิบดีกรมทรัพยากรน้ำ
    กองแผนงาน
    โทร. ๐ ๒๐๔๑ ๙๐๐๑
    สำเนาถูกต้อง
    (นายอรุณ ริมน้ำ
    นิติกร
    กรมทรัพยากรน้ำ
    """
    found = parse_letter(letter("ด้วยกรมจะสำรวจอาคารของทางราชการทั่วประเทศ", foot=foot))
    assert found.owner == ["กองแผนงาน"]
    assert found.signatory is not None
    assert found.signatory.name == "นายเชิดชัย แซ่ตั้ง"
