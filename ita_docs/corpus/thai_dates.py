"""Days as Thai letters write them; digits stay Arabic here, the paper turns them (`numerals`)."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

__all__ = [
    "MONTHS",
    "MONTHS_SHORT",
    "WEEKDAYS",
    "buddhist",
    "day_of_week",
    "end_of_month",
    "long_day",
    "month_and_year",
    "short_day",
    "workday",
]

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
MONTHS_SHORT = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")


def buddhist(day: date) -> int:
    """The Buddhist-era year of a day.

    >>> buddhist(date(2025, 1, 23))
    2568
    """
    return day.year + 543


def long_day(day: date, *, era: bool = False) -> str:
    """`23 มกราคม 2568`, or `23 มกราคม พ.ศ. 2568` with the era."""
    return f"{day.day} {MONTHS[day.month - 1]} {'พ.ศ. ' if era else ''}{buddhist(day)}"


def short_day(day: date, *, short_year: bool = False) -> str:
    """`23 ม.ค. 2568`, or `23 ม.ค. 68`."""
    year = buddhist(day) % 100 if short_year else buddhist(day)
    return f"{day.day} {MONTHS_SHORT[day.month - 1]} {year}"


def month_and_year(day: date) -> str:
    """`มกราคม 2568`."""
    return f"{MONTHS[day.month - 1]} {buddhist(day)}"


def day_of_week(day: date) -> str:
    """`พฤหัสบดี` for 23 January 2568."""
    return WEEKDAYS[day.weekday()]


def end_of_month(day: date) -> date:
    """The last day of the month that `day` lies in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


_CLOSED = frozenset(
    ((1, 1), (4, 6), (4, 13), (4, 14), (4, 15), (5, 4), (6, 3), (7, 28), (8, 12), (10, 13), (10, 23),
     (12, 5), (12, 10), (12, 31))
)  # fmt: skip
"""Month and day of the holidays that are the same every year."""


def workday(day: date) -> date:
    """`day`, or the next one that is neither a weekend nor a fixed holiday.

    >>> workday(date(2023, 12, 30))
    datetime.date(2024, 1, 2)
    """
    while day.weekday() >= 5 or (day.month, day.day) in _CLOSED:
        day += timedelta(days=1)
    return day
