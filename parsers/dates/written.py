"""One day as it is written, before its neighbours have lent it what it lacks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from parsers.dates.expression import Issue

__all__ = ["WrittenDay"]


@dataclass(slots=True)
class WrittenDay:
    """A day's parts; what is not written is None until a neighbour lends it."""

    start: int
    day: int
    end: int = 0
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    cue: str = ""
    clock: dt.time | None = None
    own_year: bool = False
    own_month: bool = False
    impossible_year: bool = False
    issues: list[Issue] = field(default_factory=list)

    def date(self) -> dt.date | None:
        """The day of the calendar, None where there is no such day."""
        if self.month is None or self.year is None:
            return None
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None
