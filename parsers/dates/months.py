"""Months, alone or several that share a year: `เดือนมีนาคม 2567`, `ม.ค. - มี.ค. 68`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from parsers.dates.counting import month_end
from parsers.dates.expression import Issue, Kind
from parsers.dates.month_names import is_spoken
from parsers.dates.reader import LONGEST, Reader
from parsers.dates.reading import Reading
from parsers.dates.sequences import separator
from parsers.dates.year_guess import year_of_month
from parsers.dates.years import year_at

__all__ = ["month_reading"]


@dataclass(frozen=True, slots=True)
class _Month:
    month: int
    year: int | None
    issues: tuple[Issue, ...] = ()


def month_reading(r: Reader, i: int, *, limited: bool = False) -> tuple[Reading, int] | None:
    """A month, or months that share a year. Without a year only `limited` ones (ภายในเดือน...) are read."""
    found = _months(r, i)
    if found is None:
        return None
    months, joints, j = found
    named = r.kind(i) == "MONTH_WORD" or limited
    lent = _lend_years(r, months, r.text[r.tokens[i].start : r.end(j)], named=named)
    if lent is None:
        return None
    months, issues = lent
    issues += [issue for month in months for issue in month.issues]
    reading = Reading(r.tokens[i].start, r.end(j), "month", None, issues=issues)
    if all(month.year is not None for month in months):
        _set_months(reading, months, joints)
    else:
        reading.kind = _month_kind(joints)
    return reading, j


def _months(r: Reader, i: int) -> tuple[list[_Month], list[str], int] | None:
    months: list[_Month] = []
    joints: list[str] = []
    j, k = i, i
    while len(months) < LONGEST and (found := _one_month(r, k)) is not None:
        month, j = found
        months.append(month)
        between = separator(r, j)
        if between is None or not r.tokens[between[1]].joined or (between[0] == "and" and month.year):
            break
        joint, k = between
        if _one_month(r, k) is None:
            break
        joints.append(joint)
    return (months, joints[: len(months) - 1], j) if months else None


def _one_month(r: Reader, i: int) -> tuple[_Month, int] | None:
    """`เดือนมีนาคม 2567`, `มี.ค. 67`, `เดือน 3 ปี 2568`; a month with a day before it is none."""
    word = r.kind(i) == "MONTH_WORD"
    j = i + 1 if word else i
    token = r.tokens[j]
    if word and not token.joined:
        return None
    if token.kind in ("MONTH", "BRUISED") and isinstance(token.value, int):
        issues = (
            (Issue("month_bruised", token.text, (f"{token.value:02d}",)),) if token.kind == "BRUISED" else ()
        )
        return _with_year(r, j + 1, token.value, issues)
    if word and (number := r.number(j)) and number <= 12 and not r.follows(i, "LUNAR"):
        slash = j + 1 + r.mark(j + 1, "/")
        year = year_at(r, slash)
        if year and year[0].value and not year[0].short:
            return _Month(number, year[0].value, year[0].issues), year[1]
    return None


def _with_year(r: Reader, j: int, month: int, issues: tuple[Issue, ...]) -> tuple[_Month, int] | None:
    j = r.skip(j, "OF")
    found = year_at(r, j, after_month=True)
    if found is None and is_spoken(r.tokens[j - 1].text):
        return None
    if found is None:
        return _Month(month, None, issues), j if r.kind(j - 1) != "OF" else j - 1
    return _Month(month, found[0].value, issues + found[0].issues), found[1]


def _lend_years(
    r: Reader, months: list[_Month], written: str, *, named: bool
) -> tuple[list[_Month], list[Issue]] | None:
    """Years from the right, over a year's end backwards; without any, from the letter's date if `named`."""
    if all(month.year is None for month in months):
        if any(month.issues for month in months) and not named:
            return months, []
        if not named:
            return None
        if r.letter_date is None:
            return months, [Issue("year_missing", written)]
        year = year_of_month(months[-1].month, r.letter_date)
        months = [*months[:-1], _Month(months[-1].month, year, months[-1].issues)]
        return _fill(months), [Issue("year_missing", written, (f"{year:04d}-{months[-1].month:02d}",))]
    return _fill(months), []


def _fill(months: list[_Month]) -> list[_Month]:
    filled = list(months)
    for k in range(len(filled) - 2, -1, -1):
        month, right = filled[k], filled[k + 1]
        if month.year is None and right.year is not None:
            year = right.year - (month.month > right.month)
            filled[k] = _Month(month.month, year, month.issues)
    for k in range(1, len(filled)):
        left, month = filled[k - 1], filled[k]
        if month.year is None and left.year is not None and not month.issues:
            filled[k] = _Month(month.month, left.year + (month.month < left.month), month.issues)
    return filled


def _month_kind(joints: list[str]) -> Kind:
    return "month" if not joints else "month_range" if joints == ["to"] else "month_list"


def _set_months(reading: Reading, months: list[_Month], joints: list[str]) -> None:
    written = [f"{month.year:04d}-{month.month:02d}" for month in months]
    value = written[0]
    for joint, text in zip(joints, written[1:], strict=True):
        value += ("/" if joint == "to" else ";") + text
    reading.kind, reading.value = _month_kind(joints), value
    reading.first = dt.date(months[0].year or 1, months[0].month, 1)
    reading.last = month_end(months[-1].year or 1, months[-1].month)
    if reading.first > reading.last:
        reading.value = None
        reading.issues.append(Issue("end_before_start", value))
