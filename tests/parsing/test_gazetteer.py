"""Names count only where they stand as words."""

from __future__ import annotations

import pytest

from parsers.gazetteer import mentions, provinces_named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("เผยแพร่ข้อมูลในจังหวัดแพร่", ["แพร่"]),
        ("เผยแพร่ข้อมูล", []),
        ("ประชุมพร้อมกัน", []),
        ("ไม่ได้เลย และอำเภอเมือง จังหวัดเลย", ["เลย"]),
        ("ตากแดดตากฝน", []),
        ("ชาวสมุทรปราการร่วมใจ", ["สมุทรปราการ"]),
        ("จังหวัดสตูลสะอาด", ["สตูล"]),
    ],
)
def test_provinces(text: str, names: list[str]) -> None:
    assert [found.name for found in mentions(text) if found.kind == "province"] == names


def test_agencies_by_their_abbreviations() -> None:
    found = mentions("สำนักงาน ป.ป.ช. แจ้งกรมการปกครอง")
    assert [one.name for one in found if one.kind == "agency"] == [
        "สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ",
        "กรมการปกครอง",
    ]


@pytest.mark.parametrize(
    ("slogan", "names"),
    [("รวมใจ รักถิ่น ทำเพื่อสกลนคร", ["สกลนคร"]), ("คนชุมพร", ["ชุมพร"]), ("ประชุมพร้อมกัน", [])],
)
def test_slogans_need_no_tokenizer(slogan: str, names: list[str]) -> None:
    assert provinces_named(slogan) == names
