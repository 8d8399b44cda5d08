"""Doubts about what is written: coded, in the letter's own words, with what would agree."""

from __future__ import annotations

import datetime as dt

import pytest

from parsers.dates import TimeExpression, find_times

LETTER = dt.date(2025, 1, 20)


def only(text: str, **days: dt.date) -> TimeExpression:
    found = find_times(text, **(days or {"letter_date": LETTER}))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("๗๗ กันยายน ๒๕๖๔", ["impossible_day"]),
        ("๓๑ กุมภาพันธ์ ๒๕๖๘", ["impossible_day"]),
        ("๑๕/๑๓/๒๕๖๘", ["impossible_month"]),
        ("๑๕ มกราคม ๒๙๖๘", ["impossible_year"]),
        ("เวลา ๑๖.๖๐ น.", ["impossible_time"]),
        ("วันพุธที่ ๒๓ มกราคม ๒๕๖๘", ["weekday_mismatch"]),
        ("๒๐ มิถนายน ๒๕๖๕", ["month_bruised"]),
        ("ระหว่างวันที่ ๑๐ - ๕ มกราคม ๒๕๖๘", ["end_before_start"]),
        ("๑๐.๔๕ – ๑๐.๑๕ น.", ["end_before_start"]),
        ("ระหว่างวันที่ ๓ - ๗ กุมภาพันธ์", ["year_missing"]),
        ("วันที่ ๕ มกราคม ค.ศ. ๒๕๖๘", ["era_mismatch"]),
        ("วันที่ ๕ มกราคม พ.ศ. ๒๐๒๕", ["era_mismatch"]),
        ("เวลาสามโมง", ["ambiguous_hour"]),
        ("ไตรมาสที่ ๓/๒๕๖๘", ["fiscal_or_calendar"]),
        ("ภายในวันที่ ๒๖ มกราคม ๒๕๖๘", ["non_working_day"]),
        ("ภายในวันที่ ๒๗ มกราคม ๒๕๖๘", []),
        ("ภายใน ๗ วันนับแต่วันที่ได้รับหนังสือ", ["needs_receipt"]),
        ("ภายใน ๗ วันนับแต่วันที่ประกาศผล", ["needs_event"]),
        ("ภายใน ๒๔ ชั่วโมง", ["needs_hour"]),
        ("วันพฤหัสบดีที่ ๒๓ มกราคม ๒๕๖๘ เวลา ๑๔.๓๐ น.", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_codes(text: str, codes: list[str]) -> None:
    assert [issue.code for issue in only(text).issues] == codes


def test_words_of_an_issue_are_those_of_the_letter() -> None:
    assert only("๗๗ กันยายน ๒๕๖๔").issues[0].written == "๗๗ กันยายน ๒๕๖๔"


def test_weekday_names_the_years_that_agree() -> None:
    time = only("วันพุธที่ ๒๖ กันยายน ๒๕๖๔", letter_date=dt.date(2018, 9, 17))
    assert time.value == "2021-09-26"
    assert time.issues[0].written == "พุธ"
    assert time.issues[0].candidates[0] == "2018-09-26"


def test_weekday_decides_a_year_that_is_not_written() -> None:
    assert only("วันเสาร์ที่ ๔ มกราคม", letter_date=dt.date(2025, 6, 1)).value == "2025-01-04"


@pytest.mark.parametrize(
    "text",
    ["ระหว่างวันที่ ๓ - ๗ กุมภาพันธ์", "ภายใน ๗ วันทำการ", "ภายในสิ้นเดือนนี้", "ภายในเดือนมีนาคม"],
)
def test_no_day_is_made_up_without_a_letter_date(text: str) -> None:
    (time,) = find_times(text)
    assert time.value is None
    assert time.issues


def test_range_from_now_keeps_its_end_without_a_letter_date() -> None:
    (time,) = find_times("ตั้งแต่บัดนี้จนถึงวันที่ ๓๐ เมษายน ๒๕๖๘")
    assert (time.kind, time.value, time.role) == ("deadline", "2025-04-30", "until")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("ลงวันที่ ๖ พฤศจิกายน ๒๕๖๗", "cited"),
        ("ลว. ๖ พ.ย. ๖๗", "cited"),
        ("เมื่อวันที่ ๓๐ พฤศจิกายน ๒๕๖๖", "past"),
        ("มีผลใช้บังคับตั้งแต่วันที่ ๑ เมษายน ๒๕๖๘ เป็นต้นไป", "effective"),
        ("ตั้งแต่วันที่ ๑ เมษายน ๒๕๖๘", "start"),
        ("จนถึงวันที่ ๑ เมษายน ๒๕๖๘", "until"),
        ("๑ เมษายน ๒๕๖๘", None),
    ],
)
def test_role(text: str, role: str | None) -> None:
    assert only(text).role == role


def test_parts_of_a_meeting() -> None:
    time = only("วันอังคารที่ ๒๑ มกราคม ๒๕๖๘ เวลา ๐๙.๓๐ - ๑๖.๓๐ น.")
    assert (time.date, time.time, time.end_time) == (dt.date(2025, 1, 21), dt.time(9, 30), dt.time(16, 30))
    assert time.weekday == 1
