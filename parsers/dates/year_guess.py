"""The year of a date that is written without one, counted from the letter's own date."""

from __future__ import annotations

import datetime as dt

from parsers.dates.written import WrittenDay

__all__ = ["guess_year", "year_of_month"]


def guess_year(day: WrittenDay, letter_date: dt.date | None, *, past: bool) -> int | None:
    """The year in which the day is next to come, or was last where `past`; a weekday decides if it can.

    None without a letter's date: no year is made up.
    """
    if letter_date is None or day.month is None:
        return None
    years = [year for year in range(letter_date.year - 1, letter_date.year + 2) if _date(day, year)]
    if day.weekday is not None:
        fitting = [year for year in years if _date(day, year).weekday() == day.weekday]  # type: ignore[union-attr]
        if len(fitting) == 1:
            return fitting[0]
    if past:
        return next((year for year in reversed(years) if _date(day, year) <= letter_date), None)  # type: ignore[operator]
    return next((year for year in years if _date(day, year) >= letter_date), None)  # type: ignore[operator]


def _date(day: WrittenDay, year: int) -> dt.date | None:
    try:
        return dt.date(year, day.month or 0, day.day)
    except ValueError:
        return None


def year_of_month(month: int, letter_date: dt.date) -> int:
    """The year in which a month is still to come or running."""
    return letter_date.year + (month < letter_date.month)
