"""What time a question speaks of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ita_docs.knowledge.ask.calendar_spans import fiscal_year_of, month_span, quarter_span

__all__ = ["Period"]


@dataclass(slots=True)
class Period:
    """What time a question speaks of, and the question without those words."""

    rest: str
    fiscal_year: int | None = None
    year: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    bare_month: int | None = None
    bare_quarter: int | None = None

    def place_quarter(self, today: dt.date) -> None:
        """Put a quarter that was named without its year into the year or beside the day of the question."""
        if self.bare_quarter is None:
            return
        beside = self.since or self.until or today
        year = self.fiscal_year or self.year or fiscal_year_of(beside)
        first, last = quarter_span(year, self.bare_quarter)
        self.since, self.until = max(first, self.since or first), min(last, self.until or last)

    def place_month(self) -> None:
        """Put a month that was named without its year into the budget or calendar year of the question."""
        if self.bare_month is None or not (self.fiscal_year or self.year):
            return
        year = (self.year or self.fiscal_year or 0) - 543
        if self.year is None and self.bare_month >= 10:
            year -= 1
        self.since, self.until = month_span(year, self.bare_month)

    def cut(self, start: int, end: int) -> None:
        """Take words out; a bar in their place keeps what stood apart from being read as one."""
        self.rest = f"{self.rest[:start]} | {self.rest[end:]}"
