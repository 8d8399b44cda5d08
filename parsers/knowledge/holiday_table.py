"""Days on which government offices are closed besides Saturdays and Sundays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from parsers.knowledge.tables import load_table

__all__ = ["Holiday", "holidays", "last_listed_year"]

_KINDS = {"announced", "substitute", "cabinet"}
_CONFIDENCE = {"listed", "computed"}


@dataclass(frozen=True, slots=True)
class Holiday:
    """One closed day.

    `kind` is `announced` (the yearly list), `substitute` (ชดเชย) or `cabinet` (added by the cabinet).
    `confidence` is `listed` where the year's list is known, `computed` where it still has to be checked
    against the cabinet's resolution.
    """

    day: date
    name: str
    kind: str
    source: str
    confidence: str


@cache
def holidays() -> dict[date, Holiday]:
    """All rows of `holidays.csv` by day.

    >>> from datetime import date
    >>> holidays()[date(2025, 4, 14)].name
    'วันสงกรานต์'
    """
    return {holiday.day: holiday for holiday in load_table("holidays.csv", _holiday)}


@cache
def last_listed_year() -> int:
    """The last year (Gregorian) that the table covers: later years know weekends only."""
    return max(day.year for day in holidays())


def _holiday(day: str, name: str, kind: str, source: str, confidence: str) -> Holiday:
    if kind not in _KINDS:
        raise ValueError(f"kind must be one of {sorted(_KINDS)}, not {kind!r}")
    if confidence not in _CONFIDENCE:
        raise ValueError(f"confidence must be one of {sorted(_CONFIDENCE)}, not {confidence!r}")
    return Holiday(date.fromisoformat(day), name, kind, source, confidence)
