"""One file, several documents: split where each begins, linked where one announces another."""

from __future__ import annotations

from collections.abc import Callable

from parsers import Document

COVER = """\
ที่ ตก ๐๐๑๗.๓/ว ๒๒๐
ศาลากลางจังหวัดตาก
ถนนพหลโยธิน ตก ๖๓๐๐๐

๒๐ มกราคม ๒๕๖๘

เรื่อง ขอเชิญประชุมชี้แจงแนวทางการประเมิน

เรียน นายอำเภอ ทุกอำเภอ

สิ่งที่ส่งมาด้วย ๑. สำเนาหนังสือกรมการปกครอง ที่ มท ๐๓๒๒/ว ๙๑๒ ลงวันที่ ๑๐ มกราคม ๒๕๖๘ จำนวน ๑ ฉบับ
๒. ระเบียบวาระการประชุม จำนวน ๑ ฉบับ
๓. แบบตอบรับเข้าร่วมประชุม จำนวน ๑ ฉบับ

ด้วยจังหวัดตากกำหนดจัดประชุม ในวันพฤหัสบดีที่ ๓๐ มกราคม ๒๕๖๘ เวลา ๐๙.๓๐ น. ณ ห้องประชุม ๑ ศาลากลางจังหวัดตาก

จึงเรียนมาเพื่อดำเนินการ

ขอแสดงความนับถือ

(นายประพันธ์ คงทน)
ปลัดจังหวัด ปฏิบัติราชการแทน
ผู้ว่าราชการจังหวัดตาก

ที่ทำการปกครองจังหวัด
กลุ่มงานปกครอง
โทร. ๐ ๕๕๕๑ ๐๐๐๑
"""

FORWARDED = """\
ที่ มท ๐๓๒๒/ว ๙๑๒

กรมการปกครอง
ถนนอัษฎางค์ กทม. ๑๐๒๐๐

๑๐ มกราคม ๒๕๖๘

เรื่อง แนวทางการประเมิน

เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด

ด้วยกรมการปกครองได้กำหนดแนวทางการประเมินแล้ว

จึงเรียนมาเพื่อโปรดทราบ

ขอแสดงความนับถือ

(นายเชิดชัย แซ่ตั้ง)
อธิบดีกรมการปกครอง

กองการเจ้าหน้าที่
โทร. ๐ ๒๒๒๑ ๐๐๐๐
"""

AGENDA = """\
ระเบียบวาระการประชุม
การประชุมชี้แจงแนวทางการประเมิน
วันพฤหัสบดีที่ ๓๐ มกราคม ๒๕๖๘ เวลา ๐๙.๓๐ น.
ณ ห้องประชุม ๑ ศาลากลางจังหวัดตาก

ระเบียบวาระที่ ๑ เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ

ระเบียบวาระที่ ๒ เรื่องเพื่อพิจารณา
"""

FORM = """\
สิ่งที่ส่งมาด้วย ๓

แบบตอบรับเข้าร่วมประชุม
วันพฤหัสบดีที่ ๓๐ มกราคม ๒๕๖๘ เวลา ๐๙.๓๐ น.
ชื่อ ............................................
"""


def kinds(found: list[Document]) -> list[tuple[str, str | None]]:
    return [(document.kind, document.attachment_kind) for document in found]


EXPECTED = [
    ("external_letter", None),
    ("external_letter", None),
    ("attachment", "agenda"),
    ("attachment", "form"),
]


def test_a_bundle_on_one_run_of_text(parse_text: Callable[[str], list[Document]]) -> None:
    assert kinds(parse_text("\n".join([COVER, FORWARDED, AGENDA, FORM]))) == EXPECTED


def test_a_bundle_with_a_page_each(parse_text: Callable[[str], list[Document]]) -> None:
    found = parse_text("\f".join([COVER, FORWARDED, AGENDA, FORM]))
    assert kinds(found) == EXPECTED
    assert [document.pages for document in found] == [(1, 1), (2, 2), (3, 3), (4, 4)]


def test_the_forwarded_letter_is_the_one_announced(parse_text: Callable[[str], list[Document]]) -> None:
    cover, forwarded, *_ = parse_text("\f".join([COVER, FORWARDED, AGENDA]))
    (reference,) = cover.references
    assert (reference.where, reference.target) == ("enclosure", "/documents/1")
    assert forwarded.flags == []


def test_titles_of_attachments(parse_text: Callable[[str], list[Document]]) -> None:
    found = parse_text("\f".join([COVER, AGENDA, FORM]))
    assert [document.title for document in found[1:]] == ["ระเบียบวาระการประชุม", "แบบตอบรับเข้าร่วมประชุม"]


def test_the_second_page_of_a_letter_is_no_new_document(parse_text: Callable[[str], list[Document]]) -> None:
    first, second = COVER.split("จึงเรียนมาเพื่อดำเนินการ")
    text = f"{first}/จึงเรียน...\f- ๒ -\n\nจึงเรียนมาเพื่อดำเนินการ{second}"
    (letter,) = parse_text(text)
    assert letter.pages == (1, 2)
    assert "จึงเรียน..." not in letter.body
    assert "- ๒ -" not in letter.body
    assert letter.signatory is not None


def test_a_notice_behind_a_letter(parse_text: Callable[[str], list[Document]]) -> None:
    order = (
        "คำสั่งจังหวัดตาก\nที่ ๓๓/๒๕๖๘\nเรื่อง แต่งตั้งคณะทำงาน\nเพื่อให้การดำเนินงานเรียบร้อย จึงแต่งตั้งคณะทำงาน\n"
        "สั่ง ณ วันที่ ๑๕ มกราคม พ.ศ. ๒๕๖๘\n(นายประพันธ์ คงทน)\nผู้ว่าราชการจังหวัดตาก\n"
    )
    found = parse_text(f"{COVER}\f{order}")
    assert kinds(found) == [("external_letter", None), ("order", None)]
    assert found[1].number is not None
    assert found[1].number.canonical == "33/2568"


def test_the_agenda_tells_what_the_letter_leaves_out(parse_text: Callable[[str], list[Document]]) -> None:
    online = "ผ่านระบบ Zoom Meeting"
    cover = COVER.replace("ณ ห้องประชุม ๑ ศาลากลางจังหวัดตาก", online)
    agenda = AGENDA.replace("ณ ห้องประชุม ๑ ศาลากลางจังหวัดตาก", f"{online}\n(Meeting ID: ๙๐๑ ๒๒๒ ๓๓๓๓)")
    letter = parse_text(f"{cover}\f{agenda}")[0]
    assert letter.meetings[0].online is not None
    assert letter.meetings[0].online.meeting_id == "9012223333"
    assert letter.provenance["/meetings/0/online/meeting_id"].page == 2
