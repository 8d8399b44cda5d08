"""Days in figures: `15.1.2568`, `23/01/2568`, `20-06-65`, `2568-06-20`, and military date-time groups."""

from __future__ import annotations

import datetime as dt
import re

from parsers.dates.expression import Issue
from parsers.dates.reader import Reader
from parsers.dates.written import WrittenDay
from parsers.dates.years import Year, year_at, year_of_digits

__all__ = ["military_day", "numeric_day"]


def numeric_day(r: Reader, j: int, *, named: bool) -> tuple[WrittenDay, int] | None:
    """`15.1.2568`, `23/01/2568`, `20-06-65`, `2568-06-20`."""
    token = r.tokens[j]
    first, month, last = re.findall(r"\d+", token.text)
    if len(first) == 4:
        first, last = last, first
    year = year_of_digits(last)
    if year is None or len(first) > 2:
        return None
    certain = named or not year.short or _stands_alone(r, j, year)
    if not certain or (
        ("." in token.text) and not named and not (1 <= int(month) <= 12 and 1 <= int(first) <= 31)
    ):
        return None
    day = WrittenDay(
        token.start, int(first), month=int(month), year=year.value, own_year=True, own_month=True
    )
    if not 1 <= int(month) <= 12:
        day.issues.append(Issue("impossible_month", token.text))
    return day, j + 1


def _stands_alone(r: Reader, j: int, year: Year) -> bool:
    """Two digits for the year: only where day and month are possible and it is not part of a longer count."""
    token = r.tokens[j]
    first, month, last = re.findall(r"\d+", token.text)
    if not (1 <= int(first) <= 31 and 1 <= int(month) <= 12):
        return False
    if "." in token.text:
        line_end = r.text[token.end : token.end + 1] in ("", "\n")
        return token.fresh and line_end and len(first) == len(month) == 2
    return int(last) >= 40 or len(month) == 2


def military_day(r: Reader, j: int) -> tuple[WrittenDay, int] | None:
    """A date-time group: day, hour and minute in six digits before month and year (`201030 พ.ย. 67`)."""
    digits, k = r.tokens[j].text, j + 1
    if len(digits) == 2 and r.follows(k, "DIGITS") and len(r.tokens[k].text) == 4:
        digits, k = digits + r.tokens[k].text, k + 1
    if len(digits) != 6 or not digits.isdigit() or not r.follows(k, "MONTH"):
        return None
    month = r.tokens[k].value
    found = year_at(r, k + 1, after_month=True, english=r.tokens[k].text.isascii())
    if found is None or found[0].value is None or not isinstance(month, int):
        return None
    day, hour, minute = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    written = WrittenDay(
        r.tokens[j].start, day, month=month, year=found[0].value, own_year=True, own_month=True
    )
    if hour > 23 or minute > 59:
        written.issues.append(Issue("impossible_time", digits))
        written.year, written.impossible_year = None, True
    else:
        written.clock = dt.time(hour, minute)
    return written, found[1]
