"""A weekday beside a date as its check: which days would agree with it."""

from __future__ import annotations

import datetime as dt

from parsers.knowledge import confusable, weekdays

__all__ = ["WEEKDAY_NAMES", "matching_days"]

WEEKDAY_NAMES = tuple(row.text for row in weekdays() if row.form == "full")
_MOST = 6


def matching_days(day: dt.date, weekday: int, letter_date: dt.date | None = None) -> tuple[str, ...]:
    """ISO days that have the weekday and differ from `day` in the year, or in one digit easily misread.

    The nearest to the letter's date (or to the day itself) come first.

    >>> matching_days(dt.date(2021, 9, 26), 2, dt.date(2018, 9, 17))[0]
    '2018-09-26'
    """
    near = letter_date or day
    found = [other for other in _other_years(day) + _misread_days(day) if other.weekday() == weekday]
    return tuple(other.isoformat() for other in sorted(found, key=lambda other: abs(other - near))[:_MOST])


def _other_years(day: dt.date) -> list[dt.date]:
    years = (day.year + step for step in range(-6, 7) if step)
    return [day.replace(year=year) for year in years if (day.month, day.day) != (2, 29) or year % 4 == 0]


def _misread_days(day: dt.date) -> list[dt.date]:
    """Days of the same month that are a neighbour, or one confusable digit away."""
    written = f"{day.day:02d}"
    days = []
    for number in range(1, 32):
        other = f"{number:02d}"
        changed = [(a, b) for a, b in zip(written, other, strict=True) if a != b]
        alike = len(changed) == 1 and confusable(*changed[0])
        if number != day.day and (alike or abs(number - day.day) == 1):
            try:
                days.append(day.replace(day=number))
            except ValueError:
                continue
    return days
