"""Telephones and faxes: groupings, labels, extensions, ranges in the last digits."""

from __future__ import annotations

import pytest

from parsers.phones import find_phones, provinces_of_phone

CASES = [
    ("โทร. ๐-๒๐๔๑-๙๐๐๑ ต่อ ๓๒๓๒", [("phone", "020419001", "3232")]),
    ("โทร. ๐ ๒๐๔๑ ๙๐๐๑ โทรสาร ๐ ๒๐๔๑ ๙๐๕๖", [("phone", "020419001", None), ("fax", "020419056", None)]),
    ("โทร./โทรสาร ๐-๔๒๖๑-๑๒๓๔", [("phone_fax", "042611234", None)]),
    ("โทร/โทรสาร. ๐ ๕๕๕๑ ๑๒๓๔", [("phone_fax", "055511234", None)]),
    ("โทรศัพท์และโทรสาร ๐ ๕๕๕๑ ๑๒๓๔", [("phone_fax", "055511234", None)]),
    ("โทร. ๐๖๓-๒๐๖๑๒๓๔", [("phone", "0632061234", None)]),
    ("โทร. ๐๖ ๓๒๐๖ ๑๒๓๔", [("phone", "0632061234", None)]),
    ("โทร ๐๙-๘๓๕๙-๑๒๓๔", [("phone", "0983591234", None)]),
    ("หมายเลขโทรศัพท์ ๐๘ ๑๒๓๔ ๕๖๗๘", [("phone", "0812345678", None)]),
    ("มือถือ 081-234-5678", [("phone", "0812345678", None)]),
    ("โทร. ๐ ๒๐๔๑ ๙๐๐๑ ต่อ ๒๔๐๑-๒๔๐๒", [("phone", "020419001", "2401-2402")]),
    ("โทร. ๐ ๒๐๔๑ ๙๐๐๑ ต่อ ๑๐๑, ๑๐๒", [("phone", "020419001", "101,102")]),
    (
        "โทร. ๐ ๒๐๔๑ ๙๐๐๐ ต่อ ๑๒๓, ๐ ๒๐๔๑ ๙๐๐๑",
        [("phone", "020419000", "123"), ("phone", "020419001", None)],
    ),
    ("โทร. ๐ ๒๐๔๑ ๙๐๐๑ ภายใน ๑๒๓", [("phone", "020419001", "123")]),
    ("โทร. ๐ ๒๐๔๑ ๙๐๐๑ ภายใน ๓๐ วัน", [("phone", "020419001", None)]),
    (
        "โทร. ๐ ๒๐๔๑ ๙๐๐๐-๒",
        [("phone", "020419000", None), ("phone", "020419001", None), ("phone", "020419002", None)],
    ),
    ("โทรสาร ๐-๒๐๙๙-๔๓๖๖-๗", [("fax", "020994366", None), ("fax", "020994367", None)]),
    ("โทร. 02-123-4567, 081-234-5678", [("phone", "021234567", None), ("phone", "0812345678", None)]),
    ("โทร. (02) 041-9001", [("phone", "020419001", None)]),
    ("Tel. +66 2 041 9001", [("phone", "020419001", None)]),
    ("Fax: 0 2041 9056", [("fax", "020419056", None)]),
    ("โทร. ๖๐๗-๐๐๗๕, ๖๐๗-๐๐๗๖", [("phone", "6070075", None), ("phone", "6070076", None)]),
    ("สายด่วน ๑๕๖๗", [("phone", "1567", None)]),
    ("โทร. ๑๘๐๐ ๑๒๓ ๔๕๖", [("phone", "1800123456", None)]),
    ("โทร. (มท.) ๕๐๑๒๓", [("phone", "50123", None)]),
    ("ติดต่อ ๐-๔๒๖๑-๑๒๓๔ ได้ทุกวัน", [("phone", "042611234", None)]),
    ("Meeting ID: ๖๖๒ ๑๒๓ ๔๕๖๗", []),
    ("๑๗ - ๑๙ กุมภาพันธ์ ๒๕๖๘", []),
    ("ที่ มท ๐๘๐๘.๒/ว ๑๒๓๔", []),
    ("เลขประจำตัวประชาชน ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๓", []),
    ("โทร. ..................", []),
    ("จำนวน ๐๐๐ ๐๐๐ ๐๐๐ รายการ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_phone(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = find_phones(text)
    assert [(phone.kind, phone.value, phone.ext) for phone in found] == expected
    assert all(text[phone.start : phone.end] == phone.text for phone in found)


def test_numbers_of_a_range_share_their_place_and_say_so() -> None:
    first, second = find_phones("โทร. ๐ ๒๐๔๑ ๙๐๐๐-๑")
    assert (first.spread, second.spread) == (False, True)
    assert (first.start, first.end) == (second.start, second.end)


def test_a_word_before_it_or_not() -> None:
    assert [phone.labelled for phone in find_phones("โทร. ๐-๔๒๖๑-๑๒๓๔ หรือที่ ๐-๔๒๖๑-๑๒๓๕")] == [True, False]


def test_provinces_of_an_area_code() -> None:
    assert "สกลนคร" in {province.name_th for province in provinces_of_phone("042711234")}
    assert "สงขลา" not in {province.name_th for province in provinces_of_phone("042711234")}
    assert provinces_of_phone("0812345678") == ()
