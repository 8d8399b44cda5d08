"""Days as Thai offices write them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

__all__ = ["thai_day"]


@lru_cache(maxsize=2)
def _months(form: str) -> dict[int, str]:
    from parsers.knowledge import months

    return {row.month: row.text for row in months() if row.form == form}


def thai_day(day: dt.date | str | None, *, short: bool = False) -> str:
    """A day with month and Buddhist-era year; empty for none.

    >>> thai_day("2025-04-30"), thai_day("2025-04-30", short=True)
    ('30 เมษายน 2568', '30 เม.ย. 2568')
    """
    if not day:
        return ""
    if isinstance(day, str):
        day = dt.date.fromisoformat(day)
    return f"{day.day} {_months('abbreviated' if short else 'full')[day.month]} {day.year + 543}"
