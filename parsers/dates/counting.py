"""Counting of days: working days, months by the calendar, the move off a holiday.

Civil and Commercial Code 193/3 (the first day is not counted), 193/5 (months end on the day before the one
that corresponds to the first day, or on the month's last day), 193/8 (a last day on a holiday moves to the
next working day). `นับแต่`, `นับจาก` and `นับถัดจาก` all count from the next day (Ministry of Finance).
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from parsers.knowledge import holidays

__all__ = ["add_business_days", "add_days", "add_months", "is_working_day", "month_end", "next_working_day"]

_DAY = timedelta(days=1)


def is_working_day(day: date) -> bool:
    """Whether government offices are open: no Saturday, Sunday or day of `holidays.csv`.

    >>> is_working_day(date(2025, 4, 14)), is_working_day(date(2025, 5, 1))
    (False, True)
    """
    return day.weekday() < 5 and day not in holidays()


def next_working_day(day: date) -> date:
    """The day itself where it is a working day, else the first one after it.

    >>> next_working_day(date(2025, 4, 20))
    datetime.date(2025, 4, 21)
    """
    while not is_working_day(day):
        day += _DAY
    return day


def add_days(day: date, days: int) -> date:
    """The last day of a period of so many days that begins on the day after `day`; backwards if negative."""
    return day + timedelta(days=days)


def add_business_days(day: date, days: int) -> date:
    """The last of so many working days after `day`; backwards if negative.

    >>> add_business_days(date(2025, 1, 20), 7)
    datetime.date(2025, 1, 29)
    """
    step = _DAY if days > 0 else -_DAY
    for _ in range(abs(days)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def add_months(day: date, months: int) -> date:
    """The last day of a period of calendar months that begins on the day after `day`.

    >>> add_months(date(2025, 1, 20), 3), add_months(date(2025, 1, 31), 1)
    (datetime.date(2025, 4, 20), datetime.date(2025, 2, 28))
    """
    first = day + _DAY
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    if first.day > last:
        return date(year, month + 1, last)
    return date(year, month + 1, first.day) - _DAY


def month_end(year: int, month: int) -> date:
    """The last day of a month (Gregorian year)."""
    return date(year, month, calendar.monthrange(year, month)[1])
