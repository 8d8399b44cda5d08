"""The grammar of numbers (ที่), row by row; unknown codes and bruised spacing included."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from parsers.numbers import NumberMatch, find_numbers, number_key, parse_number

HERE = Path(__file__).parent


def rows() -> list[dict[str, str]]:
    with (HERE / "letter_numbers.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def only(text: str) -> NumberMatch:
    text = text.replace("\\n", "\n").replace("\\u200b", "\u200b")
    found = find_numbers(text)
    assert len(found) == 1, found
    assert text[found[0].start : found[0].end] == found[0].text
    return found[0]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_number(row: dict[str, str]) -> None:
    match = only(row["text"])
    number = match.number
    assert {
        "kind": match.kind,
        "canonical": number.canonical,
        "agency": number.agency or "",
        "unit": number.unit or "",
        "committee": number.committee or "",
        "circular": "yes" if number.circular else "",
        "serial": number.serial or "",
    } == {key: value for key, value in row.items() if key != "text"}


@pytest.mark.parametrize("text", (HERE / "no_numbers.txt").read_text(encoding="utf-8").splitlines())
def test_no_number(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_canonical_form_is_read_as_itself(row: dict[str, str]) -> None:
    number = parse_number(row["canonical"])
    assert number is not None
    assert number.canonical == row["canonical"]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_key_is_the_same_for_every_spelling(row: dict[str, str]) -> None:
    match = only(row["text"])
    if "blank_serial" not in match.doubts and "-" not in match.text:
        assert number_key(match.text) == number_key(row["canonical"])


def test_several_numbers_of_one_sentence() -> None:
    text = (
        "ตามหนังสือกรม ที่ มท ๐๘๐๘.๒/ว ๑๒ ลงวันที่ ๓ มกราคม ๒๕๖๘ และที่ มท ๐๘๐๘.๒/ว ๓๔ ลงวันที่ ๔ มกราคม ๒๕๖๘ "
        "ประกอบคำสั่งที่ ๕๖/๒๕๖๗ และรายงานการประชุมครั้งที่ ๗/๒๕๖๗"
    )
    assert [(m.kind, m.number.canonical) for m in find_numbers(text)] == [
        ("letter", "มท 0808.2/ว 12"),
        ("letter", "มท 0808.2/ว 34"),
        ("order", "56/2567"),
        ("meeting", "7/2567"),
    ]


@pytest.mark.parametrize(
    ("text", "first", "other"),
    [
        ("นม ๗๘๒๐๑/๒๕๖๗", (None, "78201"), ("78201", "2567")),
        ("ที่ กห ๐๒๐๖(กคร.๔๔๑)/๒๕๗๐", ("0206(กคร.441)", "2570"), (None, "0206(กคร.441)")),
        ("ที่ ชร ๐๐๒๓.๑/๒๕๖๘", ("0023.1", "2568"), (None, "0023.1")),
    ],
)
def test_year_or_serial_keeps_both_readings(
    text: str, first: tuple[str | None, str], other: tuple[str | None, str]
) -> None:
    match = only(text)
    assert (match.number.unit, match.number.serial) == first
    assert [(n.unit, n.serial) for n in match.alternatives] == [other]
    assert "year_or_serial" in match.doubts
    assert len({match.number.canonical, *(n.canonical for n in match.alternatives)}) == 1


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("ที่ มหา ๐๘๑๗.๒/ว ๑๒", "unknown_code"),
        ("ที่ มท ๐๘๐๙.๒/ว ......", "blank_serial"),
        ("ที่ ๐๐๑๑.๒๒/๑๒๓๔", "no_code"),
        ("ที่ มท ๐๘๐๘.๒/ว ๑ ๒ ๓ ๔", "spaced_digits"),
        ("ที่ สน ๐๐๑๗/ว ๑๒๗/๔", "odd_serial"),
    ],
)
def test_doubts(text: str, doubt: str) -> None:
    assert doubt in only(text).doubts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ที่ มท๐๐๑๘.๑/ว๕๕๖๕", "มท 0018.1/ว 5565"),
        ("ด่วนที่สุด ที่ กค (กวจ) ๐๔๐๕.๒/ว ๑๑๙", "กค(กวจ)0405.2/ว119"),
        ("มท. ๐๘๐๙.๓/ว. ๐๐๐๒", "มท 0809.3/ว 2"),
        ("กค ๐๔๐๕.๒ว ๓๓๖", "กค 0405.2/ว 336"),
        ("ธปท. ฝนส. (๒๓) ว. ๑๒/๒๕๕๑", "ธปท.ฝนส.(23)ว 12/2551"),
        ("คำสั่งที่ ๑๒/๒๕๖๗"[6:], "12/2567"),
    ],
)
def test_keys_that_are_equal(one: str, other: str) -> None:
    assert number_key(one) == number_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("มท 0018.1/ว 5565", "มท 00181/ว 5565"),
        ("มท 0018.1/ว 5565", "มท 0018.1/5565"),
        ("กว 0012/3", "ก 0012/ว 3"),
    ],
)
def test_keys_that_differ(one: str, other: str) -> None:
    assert number_key(one) != number_key(other)


def test_what_is_no_number_gives_none() -> None:
    assert parse_number("พรุ่งนี้") is None
    assert parse_number("") is None


def test_orders_with_years_of_two_digits() -> None:
    (found,) = find_numbers("คำสั่ง ทบ. (เฉพาะ) ที่ ๑๒๔/๖๖ ลง ๓ ม.ค. ๖๖")
    assert (found.kind, found.number.canonical) == ("order", "124/66")


def test_circulars_listed_behind_the_first_are_of_the_same_office() -> None:
    found = find_numbers("หนังสือ ที่ กค ๐๔๐๒.๕/ว ๑๕๑ และ ว ๑๕๒ ลงวันที่ ๓ มกราคม ๒๕๖๖")
    assert [one.number.canonical for one in found] == ["กค 0402.5/ว 151", "กค 0402.5/ว 152"]
