"""Why a letter hangs on the one that it cites: told by place, offices, addressee and words."""

from __future__ import annotations

import pytest

from ita_docs.knowledge.linking.kinds import Bond, Citing, kind_of_link
from ita_docs.knowledge.linking.purpose import purpose


@pytest.mark.parametrize(
    ("subject", "body", "kind"),
    [
        ("ขยายระยะเวลาการรายงานข้อมูล", "", "changes"),
        ("ยกเลิกการประชุมคณะทำงาน", "", "cancels"),
        ("เลื่อนการประชุมคณะทำงาน", "", "changes"),
        ("ติดตามการรายงานข้อมูล", "", "reminds"),
        ("ขอให้เร่งรัดการแก้ไขปัญหาน้ำท่วม", "", "reminds"),
        ("ติดตามการเปลี่ยนแปลงข้อมูลบุคลากร", "", "reminds"),
        ("ขยายเวลาการติดตามผล", "", "changes"),
        ("ขอเชิญประชุมติดตามความก้าวหน้า", "", None),
        ("ขอเชิญประชุมคณะกรรมการติดตามเร่งรัดการใช้จ่าย", "", None),
        ("แจ้งผลการป้องกันและแก้ไขปัญหาภัยแล้ง", "", None),
        ("การป้องกันและแก้ไขปัญหาหมอกควัน", "", None),
        ("การรายงานข้อมูล", "ขณะนี้ยังไม่ได้รับรายงาน จึงขอให้ดำเนินการ", "reminds"),
        ("การรายงานข้อมูล", "จึงขยายระยะเวลาเป็นวันที่ ๕ โดยยังไม่ได้รับรายงาน", "changes"),
    ],
)
def test_what_a_letter_does_by_its_words(subject: str, body: str, kind: str | None) -> None:
    assert purpose(subject, body) == kind


def citing(*recipients: str, issuer: str = "จังหวัดน่าน", subject: str = "การรายงานข้อมูล") -> Citing:
    """A letter of a province."""
    return Citing("external_letter", issuer, subject, "", recipients)


def cited(issuer: str, **signs: object) -> Bond:
    """A citation in the letter's header, its first."""
    signs = {"where": "header", "cited_kind": "letter", "circular": False, "first": True, **signs}
    return Bond(issuer=issuer, same_file=False, **signs)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("letter", "bond", "kind"),
    [
        (citing("นายอำเภอ"), cited("กรมตัวอย่าง", circular=True), "forwards"),
        (citing("นายอำเภอ"), cited("กรมตัวอย่าง", where="enclosure", first=False), "forwards"),
        (citing("ผู้ว่าราชการจังหวัดน่าน", issuer="อำเภอปัว"), cited("จังหวัดน่าน", circular=True), "replies"),
        (citing("ปลัดกระทรวงกลาโหม"), cited("สำนักงานปลัดกระทรวงกลาโหม"), "replies"),
        (citing("อธิบดีกรมบัญชีกลาง"), cited("กรมบัญชีกลาง", first=False), "replies"),
        (citing("อธิบดีกรมบัญชีกลาง"), cited("กรมบัญชีกลาง", first=False, answered=True), "follows"),
        (
            citing("สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ"),
            cited("กรมส่งเสริมการปกครองท้องถิ่น", circular=True),
            "forwards",
        ),
        (citing("สำนักงาน ป.ป.ช. ประจำจังหวัด", issuer="กรมตัวอย่าง"), cited("สำนักงาน ป.ป.ช."), "follows"),
        (citing("นายอำเภอ"), cited("จังหวัดน่าน", cited_kind="order"), "acts_on"),
        (citing("นายอำเภอ", subject="ติดตามการรายงานข้อมูล"), cited("จังหวัดน่าน"), "reminds"),
        (citing("นายอำเภอ", subject="ติดตามการรายงานข้อมูล"), cited("จังหวัดน่าน", first=False), "follows"),
    ],
    ids=[
        "เวียนต่อ",
        "สำเนาแนบท้าย",
        "ตอบผู้ว่าราชการจังหวัด",
        "ตอบปลัดกระทรวง",
        "ตอบฉบับที่สอง",
        "ตอบไปแล้ว",
        "กรมไม่ใช่สำนักงานอำเภอ",
        "สาขาไม่ใช่สำนักงานกลาง",
        "ตามคำสั่ง",
        "ติดตาม",
        "อ้างเพิ่มเติม",
    ],
)
def test_kind_of_link(letter: Citing, bond: Bond, kind: str) -> None:
    assert kind_of_link(letter, bond) == kind
