"""Rules of counted periods, and days on which offices are closed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from parsers.dates import add_business_days, add_months, find_times, is_working_day, next_working_day

LETTER, RECEIVED = dt.date(2025, 1, 20), dt.date(2025, 1, 20)


def rule(text: str) -> dict[str, Any]:
    (time,) = find_times(text, letter_date=LETTER, received=RECEIVED)
    assert time.rule is not None
    return time.rule


def test_rule_tells_the_nominal_day_and_the_one_moved_off_a_sunday() -> None:
    assert rule("ภายใน ๓ เดือนนับแต่วันที่ได้รับหนังสือ") == {
        "months": 3,
        "from": "receipt",
        "business_days": False,
        "duration": "P3M",
        "anchor": "2025-01-20",
        "nominal": "2025-04-20",
        "effective": "2025-04-21",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ภายใน ๑๕ วันนับแต่วันที่ได้รับหนังสือ", {"days": 15, "from": "receipt", "business_days": False}),
        ("ภายใน ๗ วันทำการ", {"days": 7, "from": "letter", "business_days": True, "assumed": True}),
        ("ภายใน ๒ สัปดาห์นับแต่วันที่ได้รับแจ้ง", {"days": 14, "duration": "P2W"}),
        ("ภายใน ๑ ปี นับแต่วันที่ได้รับหนังสือ", {"years": 1, "duration": "P1Y"}),
        ("ภายใน ๓๐ วันนับแต่วันที่ผ่านการประเมิน", {"days": 30, "from": "วันที่ผ่านการประเมิน"}),
        ("ภายใน ๓๐ วัน นับแต่วันที่ ๑ มีนาคม ๒๕๖๘", {"from": "date", "anchor": "2025-03-01"}),
        ("ภายใน ๒๔ ชั่วโมงนับแต่ได้รับแจ้ง", {"hours": 24, "from": "receipt", "duration": "PT24H"}),
        ("ก่อนวันประชุมไม่น้อยกว่า ๓ วัน", {"days": -3, "from": "วันประชุม", "duration": "-P3D"}),
        ("ก่อนวันที่ ๑ มีนาคม ๒๕๖๘", {"before": "2025-03-01"}),
        ("ภายในวันที่ ๕ ของทุกเดือน", {"rrule": "FREQ=MONTHLY;BYMONTHDAY=5"}),
        ("ภายในวันที่ ๓๐ เมษายน ของทุกปี", {"rrule": "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30"}),
        ("ทุกวันจันทร์", {"rrule": "FREQ=WEEKLY;BYDAY=MO"}),
        ("ทุกสิ้นเดือน", {"rrule": "FREQ=MONTHLY;BYMONTHDAY=-1"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_rule(text: str, expected: dict[str, Any]) -> None:
    found = rule(text)
    assert {key: found.get(key) for key in expected} == expected


@pytest.mark.parametrize("word", ["นับแต่", "นับจาก", "นับตั้งแต่", "นับถัดจาก"])
def test_all_counting_words_start_on_the_next_day(word: str) -> None:
    assert rule(f"ภายใน ๑๕ วัน{word}วันที่ได้รับหนังสือ")["nominal"] == "2025-02-04"


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        ("2025-01-25", False),  # Saturday
        ("2025-02-12", False),  # มาฆบูชา
        ("2025-04-16", False),  # substitute for สงกรานต์ on a Sunday
        ("2025-05-01", True),  # Labour Day closes no office
        ("2025-05-09", False),  # พืชมงคล closes offices
        ("2025-06-02", False),  # added by the cabinet
        ("2025-01-11", False),  # Children's Day is a Saturday anyway
        ("2024-05-01", True),
        ("2025-06-04", True),
    ],
)
def test_days_on_which_offices_are_open(day: str, open_: bool) -> None:
    assert is_working_day(dt.date.fromisoformat(day)) is open_


def test_working_days_over_songkran() -> None:
    assert add_business_days(dt.date(2025, 4, 11), 3) == dt.date(2025, 4, 21)
    assert add_business_days(dt.date(2025, 4, 17), -1) == dt.date(2025, 4, 11)
    assert next_working_day(dt.date(2025, 4, 12)) == dt.date(2025, 4, 17)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2025-01-20", 3, "2025-04-20"),
        ("2025-01-31", 1, "2025-02-28"),
        ("2025-01-30", 1, "2025-02-28"),
        ("2025-01-28", 1, "2025-02-28"),
        ("2025-01-27", 1, "2025-02-27"),
        ("2025-02-28", 1, "2025-03-31"),
        ("2024-02-28", 12, "2025-02-28"),
        ("2025-12-15", 2, "2026-02-15"),
    ],
)
def test_months_end_before_the_day_that_corresponds_to_the_first(start: str, months: int, end: str) -> None:
    assert add_months(dt.date.fromisoformat(start), months) == dt.date.fromisoformat(end)
