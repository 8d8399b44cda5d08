"""Names of months and weekdays in all the ways in which letters write them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from parsers.knowledge.tables import load_table

__all__ = ["Month", "Weekday", "months", "weekdays"]

_FORMS = {"full", "abbreviated", "spoken", "misspelt", "english"}


@dataclass(frozen=True, slots=True)
class Month:
    """One way to write a month: `ม.ค.` is month 1, form `abbreviated`."""

    month: int
    text: str
    form: str
    source: str


@dataclass(frozen=True, slots=True)
class Weekday:
    """One way to write a day of the week: `พฤ.` is weekday 3 (Monday is 0), form `abbreviated`."""

    weekday: int
    text: str
    form: str
    source: str


@cache
def months() -> tuple[Month, ...]:
    """All rows of `months.csv`."""
    return load_table("months.csv", _month)


@cache
def weekdays() -> tuple[Weekday, ...]:
    """All rows of `weekdays.csv`."""
    return load_table("weekdays.csv", _weekday)


def _month(month: str, text: str, form: str, source: str) -> Month:
    if not month.isdecimal() or not 1 <= int(month) <= 12:
        raise ValueError(f"month must be 1 to 12, not {month!r}")
    return Month(int(month), _word(text), _form(form), source)


def _weekday(weekday: str, text: str, form: str, source: str) -> Weekday:
    if not weekday.isdecimal() or not 0 <= int(weekday) <= 6:
        raise ValueError(f"weekday must be 0 (Monday) to 6 (Sunday), not {weekday!r}")
    return Weekday(int(weekday), _word(text), _form(form), source)


def _word(text: str) -> str:
    if not text:
        raise ValueError("the text is empty")
    return text


def _form(form: str) -> str:
    if form not in _FORMS:
        raise ValueError(f"form must be one of {sorted(_FORMS)}, not {form!r}")
    return form
