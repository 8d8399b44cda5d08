"""Layouts of many kinds of offices: names over two lines, posts that no table knows, minutes, notices."""

from __future__ import annotations

from collections.abc import Callable

from parsers import Document

Letter = Callable[[str], Document]

HEAD = """
    ที่ ทส ๐๒๐๔.๓/๑๒๐
    {office}
    ถนนพระรามที่ ๖ กทม. ๑๐๔๐๐
    ๓ มีนาคม ๒๕๖๘
    เรื่อง การสำรวจข้อมูลอาคารของทางราชการ
    เรียน {to}
"""


def letter(body: str, office: str = "กรมทรัพยากรน้ำ", to: str = "อธิบดีกรมที่ดิน", foot: str = "") -> str:
    below = foot or "    (นายเชิดชัย แซ่ตั้ง)\n    อธิบดีกรมทรัพยากรน้ำ\n"
    return HEAD.format(office=office, to=to) + f"    {body}\n    ขอแสดงความนับถือ\n{below}"


def test_a_name_that_goes_on_below(parse_letter: Letter) -> None:
    found = parse_letter(
        letter("ด้วยสำนักงานจะสำรวจอาคาร", office="สำนักงานนโยบายอาคาร\n    และสิ่งปลูกสร้างแห่งชาติ")
    )
    assert found.issuer.name == "สำนักงานนโยบายอาคารและสิ่งปลูกสร้างแห่งชาติ"


def test_the_office_of_a_bare_post_stands_below_it(parse_letter: Letter) -> None:
    foot = """
                          (นายเชิดชัย แซ่ตั้ง)
            รองเลขาธิการ ปฏิบัติราชการแทน เลขาธิการ
                       สำนักงานนโยบายอาคาร
    กองแผนงาน
    โทร. ๐ ๒๐๔๑ ๙๐๐๑
"""
    found = parse_letter(letter("ด้วยสำนักงานจะสำรวจอาคาร", foot=foot))
    assert found.signatory is not None
    assert (found.signatory.acting_for or "").replace(" ", "") == "เลขาธิการสำนักงานนโยบายอาคาร"
    assert found.owner == ["กองแผนงาน"]


def test_a_government_complex_is_an_address(parse_letter: Letter) -> None:
    found = parse_letter(
        letter("ด้วยสำนักงานจะสำรวจอาคารของทางราชการทั่วประเทศ", office="สำนักงานสถิติแห่งชาติ\n    ศูนย์ราชการริมน้ำ")
    )
    assert found.issuer.name == "สำนักงานสถิติแห่งชาติ"


def test_evidence_of_an_enclosure_is_its_title_and_its_count(parse_letter: Letter) -> None:
    to = "อธิบดีกรมที่ดิน\n    สิ่งที่ส่งมาด้วย แบบสำรวจอาคาร ........ จำนวน ๒ ชุด"
    found = parse_letter(letter("ด้วยสำนักงานจะสำรวจอาคารของทางราชการทั่วประเทศ", to=to))
    evidence = {key: found.provenance[f"/attachments/0/{key}"].text for key in ("title", "quantity")}
    assert evidence == {"title": "แบบสำรวจอาคาร", "quantity": "จำนวน ๒ ชุด"}


def test_a_province_that_is_a_common_word(parse_letter: Letter) -> None:
    found = parse_letter(letter("ด้วยสำนักงานจะสำรวจอาคารของทางราชการทั่วประเทศ", office="สำนักงานสรรพากรพื้นที่น่าน"))
    assert found.issuer.province == "น่าน"
    other = parse_letter(
        letter("ด้วยสำนักงานจะสำรวจอาคารของทางราชการทั่วประเทศ", office="สำนักงานข่าวสารและเผยแพร่")
    )
    assert other.issuer.province is None


def test_the_platform_is_named_rather_than_described(parse_letter: Letter) -> None:
    body = "ขอเชิญประชุมในวันศุกร์ที่ ๒๘ มีนาคม ๒๕๖๘ เวลา ๐๙.๐๐ น. ผ่านระบบการประชุมทางไกล Zoom Meeting"
    (meeting,) = parse_letter(letter(f"ด้วยกรมทรัพยากรน้ำกำหนดจัดการประชุม จึง{body}")).meetings
    assert meeting.online is not None
    assert meeting.online.platform == "Zoom"


def test_a_post_that_no_table_knows(parse_letter: Letter) -> None:
    found = parse_letter(
        letter("ด้วยกรมจะสำรวจอาคารของทางราชการทั่วประเทศ", foot="    (นายเชิดชัย แซ่ตั้ง)\n    มัคนายกวัดริมน้ำ\n")
    )
    assert found.signatory is not None
    assert found.signatory.position == "มัคนายกวัดริมน้ำ"


def test_a_scope_of_any_kind_behind_a_space(parse_letter: Letter) -> None:
    found = parse_letter(letter("ด้วยกรมจะสำรวจอาคารของทางราชการทั่วประเทศ", to="ประธานชุมชน ทุกชุมชน"))
    assert [(one.name, one.scope) for one in found.recipients] == [("ประธานชุมชน", "ทุกชุมชน")]


def test_the_place_may_stand_before_the_day(parse_letter: Letter) -> None:
    body = "ขออนุญาตนำนักเรียนไปทัศนศึกษา ณ หอสมุดริมน้ำ ในวันศุกร์ที่ ๒๘ มีนาคม ๒๕๖๘ เวลา ๐๙.๐๐ - ๑๕.๐๐ น."
    (meeting,) = parse_letter(letter(body)).meetings
    assert (meeting.date, meeting.start, meeting.end) == ("2025-03-28", "09:00", "15:00")
    assert meeting.venue == "หอสมุดริมน้ำ"


def test_a_day_with_hour_and_place_is_an_event_whatever_it_is_called(parse_letter: Letter) -> None:
    body = "พระราชทานพระบรมราชวโรกาสให้เข้าเฝ้าฯ ในวันศุกร์ที่ ๒๘ มีนาคม ๒๕๖๘ เวลา ๑๗.๓๐ น. ณ พระที่นั่งริมน้ำ"
    (meeting,) = parse_letter(letter(body)).meetings
    assert (meeting.date, meeting.start, meeting.venue) == ("2025-03-28", "17:30", "พระที่นั่งริมน้ำ")


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


def test_an_office_whose_name_and_place_stand_on_two_lines(parse_letter: Letter) -> None:
    office = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา\n    ระนอง เขต ๑ ถนนริมน้ำ รน ๘๕๐๐๐"
    found = parse_letter(letter("ด้วยสำนักงานจะสำรวจอาคารของทางราชการทั่วประเทศ", office=office))
    assert (found.issuer.name or "").replace("๑", "1") == "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาระนอง เขต 1"


def test_a_committee_with_a_long_name_above_its_department(parse_letter: Letter) -> None:
    office = "คณะกรรมการจัดสรรอาคารและที่ดินของรัฐ\n    และสิ่งปลูกสร้างริมน้ำ\n    กรมทรัพยากรน้ำ"
    found = parse_letter(letter("ด้วยคณะกรรมการจะสำรวจอาคารของทางราชการทั่วประเทศ", office=office))
    assert found.issuer.name == "คณะกรรมการจัดสรรอาคารและที่ดินของรัฐและสิ่งปลูกสร้างริมน้ำ"


def test_a_deputy_of_a_deputy(parse_letter: Letter) -> None:
    foot = """
    (นายเชิดชัย แซ่ตั้ง)
    รองปลัดเทศบาล รักษาราชการแทน
    ปลัดเทศบาล ปฏิบัติหน้าที่
    นายกเทศมนตรีตำบลริมน้ำ
    """
    signed = parse_letter(letter("ด้วยเทศบาลจะสำรวจอาคารของทางราชการทั่วประเทศ", foot=foot)).signatory
    assert signed is not None
    assert (signed.position, signed.capacity) == ("รองปลัดเทศบาล", "รักษาราชการแทน")
    assert (signed.acting_for or "").endswith("นายกเทศมนตรีตำบลริมน้ำ")


def test_a_person_keeps_the_post_behind_the_name(parse_letter: Letter) -> None:
    found = parse_letter(
        letter("ด้วยกรมจะสำรวจอาคารของทางราชการทั่วประเทศ", to="คุณเชิดชัย แซ่ตั้ง กรรมการผู้จัดการ บริษัท ริมน้ำ จำกัด")
    )
    assert [one.name for one in found.recipients] == ["คุณเชิดชัย แซ่ตั้ง กรรมการผู้จัดการ บริษัท ริมน้ำ จำกัด"]


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


def test_a_unit_whose_name_holds_the_word_for_telephone(parse_letter: Letter) -> None:
    foot = "    (นายเชิดชัย แซ่ตั้ง)\n    อธิบดีกรมทรัพยากรน้ำ\n    กองวิทยุและโทรทัศน์\n    โทร. ๐ ๒๐๔๑ ๙๐๐๑\n"
    found = parse_letter(letter("ด้วยกรมจะสำรวจอาคารของทางราชการทั่วประเทศ", foot=foot))
    assert found.owner == ["กองวิทยุและโทรทัศน์"]


def test_a_day_set_with_wide_spaces(parse_letter: Letter) -> None:
    text = letter("ด้วยกรมจะสำรวจอาคารของทางราชการทั่วประเทศ").replace("๓ มีนาคม ๒๕๖๘", "   ๓   มีนาคม   ๒๕๖๘")
    assert parse_letter(text).date == "2025-03-03"


def test_a_scope_before_words_in_brackets(parse_letter: Letter) -> None:
    found = parse_letter(
        letter("ด้วยกรมจะสำรวจอาคารของทางราชการทั่วประเทศ", to="ปลัดกระทรวง ทุกกระทรวง (หัวหน้าศูนย์ริมน้ำ)")
    )
    assert [(one.name, one.scope) for one in found.recipients] == [("ปลัดกระทรวง", "ทุกกระทรวง")]


def test_a_room_named_without_its_preposition(parse_letter: Letter) -> None:
    body = "ด้วยกรมกำหนดจัดประชุม วันศุกร์ที่ ๒๘ มี.ค. ๒๕๖๘ เวลา ๐๙.๐๐ น. ห้องประชุมริมน้ำ ชั้น ๒ จึงขอเชิญเข้าร่วมประชุม"
    (meeting,) = parse_letter(letter(body)).meetings
    assert (meeting.start, meeting.venue) == ("09:00", "ห้องประชุมริมน้ำ ชั้น 2")


def test_a_telephone_whose_zero_is_read_as_a_letter(parse_letter: Letter) -> None:
    foot = "    (นายเชิดชัย แซ่ตั้ง)\n    อธิบดีกรมทรัพยากรน้ำ\n    กองแผนงาน\n    โทร. o ๒๐๔๑ ๙๐๐๑\n"
    found = parse_letter(letter("ด้วยกรมจะสำรวจอาคารของทางราชการทั่วประเทศ", foot=foot))
    assert [one.value for one in found.contacts] == ["020419001"]
