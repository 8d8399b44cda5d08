"""Parts of a year: quarters, half-years, and months counted from the start of the fiscal year.

The fiscal year n runs from 1 October of the year before to 30 September; its quarters begin in October.
"""

from __future__ import annotations

import datetime as dt

from parsers.dates.counting import month_end
from parsers.dates.expression import Issue
from parsers.dates.months import month_reading
from parsers.dates.periods import short_fiscal_year
from parsers.dates.reader import Reader
from parsers.dates.reading import Reading
from parsers.dates.sequences import separator
from parsers.dates.years import year_at, year_of_digits

__all__ = ["PARTS", "part_of_year", "part_reading"]

PARTS = ("QUARTER", "HALF", "ROUND")
"""Tokens with which a part of a year begins."""


def part_reading(r: Reader, i: int) -> tuple[Reading, int] | None:
    """A quarter, half-year or round of months at token i."""
    grammar = {"QUARTER": _quarter, "HALF": _half, "ROUND": _round}.get(r.kind(i))
    return grammar(r, i) if grammar else None


def _quarter(r: Reader, i: int) -> tuple[Reading, int] | None:
    """`ไตรมาสที่ 2 ของปีงบประมาณ พ.ศ. 2568`, `ไตรมาส 1/2568`, `ไตรมาสแรก`."""
    j = r.skip(i + 1, "THE")
    numbers, j = _quarter_numbers(r, j)
    if not numbers:
        return None
    reading = Reading(r.tokens[i].start, r.end(j), "quarter", None)
    short = year_of_digits(r.tokens[j + 1].text) if r.mark(j, "/") and r.number(j + 1) else None
    if short is not None and short.short and short.value is not None:
        return _short_quarter(r, reading, numbers, short.value, j + 2)
    k = j + 1 if r.mark(j, "/") else r.skip(j, "OF", "IN")
    reading, j = _in_year(r, reading, k, j, 3, numbers[0], numbers[-1])
    return _named_months(r, reading, j)


def _short_quarter(r: Reader, reading: Reading, numbers: list[int], year: int, j: int) -> tuple[Reading, int]:
    """`ไตรมาส 1/68`."""
    reading.first, reading.last = _part(year, 3, numbers[0], numbers[-1], fiscal=True)
    reading.end, reading.value = r.end(j), _iso((reading.first, reading.last))
    other = _part(year, 3, numbers[0], numbers[-1], fiscal=False)
    reading.issues.append(Issue("fiscal_or_calendar", r.text[reading.start : reading.end], (_iso(other),)))
    return reading, j


def part_of_year(r: Reader, year: Reading, j: int) -> tuple[Reading, int] | None:
    """`ปีงบประมาณ 2568 ไตรมาสที่ 2`: the quarter behind its fiscal year."""
    if not r.follows(j, "QUARTER") or year.kind != "fiscal_year" or year.last is None:
        return None
    numbers, k = _quarter_numbers(r, r.skip(j + 1, "THE"))
    if not numbers or r.mark(k, "/") or r.follows(r.skip(k, "OF", "IN"), "FISCAL", "YEAR_WORD"):
        return None
    first, last = _part(year.last.year, 3, numbers[0], numbers[-1], fiscal=True)
    return Reading(year.start, r.end(k), "quarter", _iso((first, last)), first=first, last=last), k


def _named_months(r: Reader, reading: Reading, j: int) -> tuple[Reading, int]:
    """Over the months of a quarter in brackets: `(ตุลาคม - ธันวาคม 2567)`; they settle its year."""
    months = month_reading(r, j + 1) if r.mark(j, "(") and r.tokens[j + 1].joined else None
    if months is None or not r.mark(months[1], ")") or not months[0].value:
        return reading, j
    first, last = months[0].first, months[0].last
    doubtful = any(issue.code in ("year_missing", "fiscal_or_calendar") for issue in reading.issues)
    if first and last and (doubtful or (first, last) == (reading.first, reading.last)):
        reading.first, reading.last, reading.value = first, last, _iso((first, last))
        reading.issues.clear()
        reading.end = r.end(months[1] + 1)
        return reading, months[1] + 1
    return reading, j


def _quarter_numbers(r: Reader, j: int) -> tuple[list[int], int]:
    if r.follows(j, "FIRST"):
        return [1], j + 1
    if r.follows(j, "LAST"):
        return [4], j + 1
    number = r.number(j)
    if number is None or not 1 <= number <= 4:
        return [], j
    joint = separator(r, j + 1)
    last = r.number(joint[1]) if joint else None
    if joint and last and number < last <= 4 and (joint[0] == "to" or last == number + 1):
        return [number, last], joint[1] + 1
    return [number], j + 1


def _half(r: Reader, i: int) -> tuple[Reading, int] | None:
    """`ครึ่งปีแรก`, `ครึ่งปีหลังของปีงบประมาณ 2568`."""
    j = i + 1
    if not r.follows(j, "FIRST", "LAST", "AFTER"):
        return None
    part = 1 if r.kind(j) == "FIRST" else 2
    reading = Reading(r.tokens[i].start, r.end(j + 1), "half_year", None)
    return _in_year(r, reading, r.skip(j + 1, "OF", "IN"), j + 1, 6, part, part)


def _round(r: Reader, i: int) -> tuple[Reading, int] | None:
    """`รอบ 6 เดือนแรกของปีงบประมาณ พ.ศ. 2568`: months counted from the start of the fiscal year."""
    number = r.number(i + 1)
    if number not in (3, 6, 9, 12) or not r.follows(i + 2, "MONTH_WORD"):
        return None
    j = i + 3
    late = r.follows(j, "LAST", "AFTER")
    j = r.skip(j, "FIRST", "LAST", "AFTER")
    k = r.skip(j, "OF", "IN")
    if not r.follows(k, "FISCAL"):
        return None
    reading = Reading(r.tokens[i].start, r.end(j), "half_year" if number == 6 else "fiscal_year", None)
    part = 12 // number if late else 1
    found = _in_year(r, reading, k, j, number, part, part)
    return found if reading.value else None


def _in_year(
    r: Reader, reading: Reading, k: int, j: int, months: int, first: int, last: int
) -> tuple[Reading, int]:
    """Puts parts of so many months into the year that is named at token k, or the letter's fiscal year."""
    fiscal = r.follows(k, "FISCAL")
    calendar = r.follows(k, "YEAR_WORD")
    found = year_at(r, k + 1 if fiscal or (calendar and r.tokens[k].text != "ปี") else k)
    short = short_fiscal_year(r, k + 1) if fiscal and found is None else None
    year = found[0].value if found else short[0][0] if short else None
    if year is None:
        reading.issues.append(Issue("year_missing", r.text[reading.start : reading.end]))
        if r.letter_date is None:
            return reading, j
        year, behind = r.letter_date.year + (r.letter_date.month >= 10), j
    else:
        behind = found[1] if found else short[2] if short else j
    calendar = calendar and r.tokens[k].text == "ปีปฏิทิน"
    if not (fiscal or calendar) and behind > j:
        other = _part(year, months, first, last, fiscal=False)
        reading.issues.append(
            Issue("fiscal_or_calendar", r.text[reading.start : r.end(behind)], (_iso(other),))
        )
    reading.first, reading.last = _part(year, months, first, last, fiscal=fiscal or not calendar)
    reading.end, reading.value = r.end(behind), _iso((reading.first, reading.last))
    return reading, behind


def _part(year: int, months: int, first: int, last: int, *, fiscal: bool) -> tuple[dt.date, dt.date]:
    begin = (year - 1) * 12 + 9 if fiscal else year * 12
    start, end = begin + (first - 1) * months, begin + last * months - 1
    return dt.date(start // 12, start % 12 + 1, 1), month_end(end // 12, end % 12 + 1)


def _iso(span: tuple[dt.date, dt.date]) -> str:
    return f"{span[0].isoformat()}/{span[1].isoformat()}"
