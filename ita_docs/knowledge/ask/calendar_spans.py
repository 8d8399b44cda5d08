"""First and last days: of months, quarters, budget years, and of this week or next month seen from today."""

from __future__ import annotations

import calendar
import datetime as dt

__all__ = [
    "Span",
    "coming_month",
    "first_of",
    "fiscal_span",
    "fiscal_year_of",
    "month_span",
    "months_on",
    "quarter_span",
    "relative_span",
    "rest_of",
    "year_be",
]

Span = tuple[dt.date, dt.date]
"""First and last day, both included."""


def month_span(year: int, month: int) -> Span:
    """A month of a year of the common era.

    >>> month_span(2024, 2)[1]
    datetime.date(2024, 2, 29)
    """
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def coming_month(month: int, today: dt.date) -> Span:
    """The month of that name that is now or comes next."""
    return month_span(today.year + (month < today.month), month)


def months_on(day: dt.date, count: int) -> dt.date:
    """The same day so many months later, or the last day of a shorter month.

    >>> months_on(dt.date(2025, 1, 31), 1)
    datetime.date(2025, 2, 28)
    """
    month = day.month - 1 + count
    year, month = day.year + month // 12, month % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def fiscal_year_of(day: dt.date) -> int:
    """The budget year (Buddhist era) that a day lies in; it begins on 1 October."""
    return day.year + 543 + (day.month >= 10)


def fiscal_span(fiscal_year: int) -> Span:
    """First and last day of a budget year (Buddhist era).

    >>> fiscal_span(2568)
    (datetime.date(2024, 10, 1), datetime.date(2025, 9, 30))
    """
    return dt.date(fiscal_year - 544, 10, 1), dt.date(fiscal_year - 543, 9, 30)


def quarter_span(fiscal_year: int, quarter: int) -> Span:
    """First and last day of a quarter of a budget year: the first begins on 1 October of the year before."""
    first = months_on(dt.date(fiscal_year - 544, 10, 1), 3 * (quarter - 1))
    return first, months_on(first, 3) - dt.timedelta(1)


def relative_span(unit: str, step: int, today: dt.date) -> Span:
    """`day`, `week`, `month` or `quarter`, so many steps from the one that today lies in.

    >>> relative_span("week", 1, dt.date(2025, 1, 15))
    (datetime.date(2025, 1, 20), datetime.date(2025, 1, 26))
    """
    if unit == "day":
        day = today + dt.timedelta(step)
        return day, day
    if unit == "week":
        monday = today + dt.timedelta(7 * step - today.weekday())
        return monday, monday + dt.timedelta(6)
    months = 3 if unit == "quarter" else 1
    first_month = today.month - 1 - (today.month - 1) % months
    first = months_on(dt.date(today.year, first_month + 1, 1), step * months)
    return first, months_on(first, months) - dt.timedelta(1)


def rest_of(unit: str, step: int, today: dt.date) -> Span:
    """From today to the end of this week, month, quarter, year or budget year, or of a coming one."""
    if unit == "fiscal":
        return today, fiscal_span(fiscal_year_of(today) + step)[1]
    if unit == "year":
        return today, dt.date(today.year + step, 12, 31)
    return today, relative_span(unit, step, today)[1]


def first_of(unit: str, today: dt.date) -> dt.date:
    """The first day of this month, quarter, year or budget year.

    >>> first_of("fiscal", dt.date(2025, 1, 15))
    datetime.date(2024, 10, 1)
    """
    if unit == "fiscal":
        return fiscal_span(fiscal_year_of(today))[0]
    return dt.date(today.year, 1, 1) if unit == "year" else relative_span(unit, 0, today)[0]


def year_be(year: int) -> int:
    """A year as people write it in the Buddhist era: 2568, 68 and 2025 are one.

    >>> year_be(68), year_be(2025), year_be(2568)
    (2568, 2568, 2568)
    """
    if year < 100:
        return 2500 + year
    return year if year >= 2400 else year + 543
