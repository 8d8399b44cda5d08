"""Days that a written day may stand for: its calendar year, and the same day of other years."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from functools import lru_cache

from ita_docs.knowledge.linking.confusion import serial_variants

__all__ = ["calendar_year", "days_near", "other_years"]

BUDDHIST = 543
"""Years from the common era to the Buddhist one, whose digits stand on paper."""

NEAR = 3
"""Days by which a day may be off without being misread."""

YEARS = 15
"""Years by which a year may be off; farther ones are looked at only where their digits are misreadings."""


def calendar_year(day: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of the calendar year, as numbers begin again with it, and of days near to it."""
    if day is None:
        return None, None
    near = dt.timedelta(days=NEAR)
    return min(dt.date(day.year, 1, 1), day - near), max(dt.date(day.year, 12, 31), day + near)


def days_near(day: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """First and last day that this one may stand for without being misread."""
    near = dt.timedelta(days=NEAR)
    return (day - near, day + near) if day else (None, None)


@lru_cache(maxsize=4096)
def other_years(day: dt.date | None) -> tuple[dt.date, ...]:
    """The same day and month of years near by, and of those that this year may be a misreading of.

    The relation is symmetric: what a citation looks for finds the citation when it arrives.
    """
    found = []
    for year in _years_of(day.year) if day else ():
        with suppress(ValueError):
            found.append(day.replace(year=year))  # type: ignore[union-attr]
    return tuple(found)


@lru_cache(maxsize=256)
def _years_of(year: int) -> tuple[int, ...]:
    misread = {
        int(text) - BUDDHIST
        for text in serial_variants(str(year + BUDDHIST))
        if len(text) == 4 and dt.MINYEAR <= int(text) - BUDDHIST <= dt.MAXYEAR
    }
    near = {other for other in range(year - YEARS, year + YEARS + 1) if other >= dt.MINYEAR}
    return tuple(sorted((misread | near) - {year}))
