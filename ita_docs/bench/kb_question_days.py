"""The days that a question may speak of: whether a fact lies where the question looks."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable

from ita_docs.bench.kb_question_truth import Fact, day_of

__all__ = ["AHEAD", "DAYS", "Test", "budget_year", "day_asked", "quarter_of", "today_for"]

Test = Callable[[Fact, Fact, str, dt.date], bool | None]
"""Of a fact, the fact that was drawn, what the pattern adds, and the day of asking: whether it is so."""


def day_asked(fact: Fact) -> dt.date | None:
    if fact.kind == "duties":
        return day_of(fact.values["due"])
    return day_of(fact.values["date"]) if fact.kind == "meetings" else day_of(fact.letter["date"])


def budget_year(day: dt.date) -> int:
    return day.year + 543 + (day.month >= 10)


def _calendar_year(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    one, other = day_asked(fact), day_asked(target)
    return one is not None and other is not None and one.year == other.year


def _month(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    one, other = day_asked(fact), day_asked(target)
    return one is not None and other is not None and (one.year, one.month) == (other.year, other.month)


def _quarter(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    one, other = day_asked(fact), day_asked(target)
    if one is None or other is None:
        return False
    return (one.year, (one.month - 1) // 3) == (other.year, (other.month - 1) // 3)


def _same_day(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return day_asked(fact) == day_asked(target)


def _until(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    one, other = day_asked(fact), day_asked(target)
    return one is not None and other is not None and one <= other


def _since_until(first: int, last: int) -> Test:
    def test(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
        day = day_asked(fact)
        return day is not None and today + dt.timedelta(first) <= day <= today + dt.timedelta(last)

    return test


def _week(step: int) -> Test:
    def test(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
        day, monday = day_asked(fact), today + dt.timedelta(7 * step - today.weekday())
        return day is not None and monday <= day <= monday + dt.timedelta(6)

    return test


def _month_on(step: int) -> Test:
    def test(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
        day = day_asked(fact)
        month = today.year * 12 + today.month - 1 + step
        return day is not None and day.year * 12 + day.month - 1 == month

    return test


def _next(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    day = day_asked(fact)
    last = day_of(fact.values.get("end_date")) or day
    return last is not None and last >= today


def _before(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    one, other = day_asked(fact), day_asked(target)
    return one is not None and other is not None and one < other


def _span(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    """From the day drawn on, ten days."""
    one, other = day_asked(fact), day_asked(target)
    return one is not None and other is not None and other <= one <= other + dt.timedelta(SPAN)


def _rest_of_month(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    day = day_asked(fact)
    last = today.replace(day=calendar.monthrange(today.year, today.month)[1])
    return day is not None and today <= day <= last


def _overdue(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    day = day_asked(fact)
    return day is not None and day < today


def _any(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return True


def quarter_of(fact: Fact) -> int:
    """The quarter of the budget year that the fact's day lies in."""
    day = day_asked(fact) or dt.date.min
    return (day.month + 2) // 3 % 4 + 1


SPAN = 10
"""Days of a span that a question names by its ends."""

DAYS: dict[str, Test] = {
    "year": _calendar_year, "month": _month, "quarter": _quarter, "day": _same_day, "until": _until,
    "before": _before, "span10": _span, "rest_of_month": _rest_of_month, "overdue": _overdue,
    "within7": _since_until(0, 7), "within30": _since_until(0, 30), "week": _week(0), "next_week": _week(1),
    "this_month": _month_on(0), "next_month": _month_on(1), "last_month": _month_on(-1),
    "today": _since_until(0, 0), "tomorrow": _since_until(1, 1), "next": _next, "latest": _any, "first": _any,
}  # fmt: skip

AHEAD = {
    "within7": (1, 6), "within30": (2, 28), "week": (0, 0), "next_week": (7, 7), "today": (0, 0),
    "tomorrow": (1, 1), "next": (2, 12), "this_month": (0, 0), "rest_of_month": (0, 0), "overdue": (-60, -5),
}  # fmt: skip
"""How many days before the day of the fact each is asked."""


def today_for(target: Fact, names: tuple[str, ...], pick: Callable[[int, int], int]) -> dt.date:
    """The day of asking, such that the fact lies where the question looks."""
    day = day_asked(target) or dt.date(2025, 1, 15)
    for name in names:
        if name in ("next_month", "last_month"):
            first = day.replace(day=15)
            return first + dt.timedelta(-30 if name == "next_month" else 30)
        if name in AHEAD:
            return day - dt.timedelta(pick(*AHEAD[name]))
    return dt.date(2025, 1, 15)
