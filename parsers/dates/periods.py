"""Quarters, half-years, fiscal and calendar years, and ranges of them.

The fiscal year n runs from 1 October of the year before to 30 September (quarters from October).
"""

from __future__ import annotations

import datetime as dt

from parsers.dates.counting import month_end
from parsers.dates.expression import Issue
from parsers.dates.months import month_reading
from parsers.dates.reader import Reader
from parsers.dates.reading import Reading
from parsers.dates.sequences import separator
from parsers.dates.years import year_at

__all__ = ["YEARS", "fiscal_year_days", "year_reading"]

YEARS = ("QUARTER", "HALF", "ROUND", "FISCAL", "YEAR_WORD", "BUDDHIST", "CHRISTIAN")
"""Tokens with which a year or a part of one begins."""


def fiscal_year_days(year: int) -> tuple[dt.date, dt.date]:
    """First and last day of the fiscal year that ends in a Gregorian year.

    >>> fiscal_year_days(2025)[0].isoformat()
    '2024-10-01'
    """
    return dt.date(year - 1, 10, 1), dt.date(year, 9, 30)


def year_reading(r: Reader, i: int) -> tuple[Reading, int] | None:
    """A fiscal year, quarter, half-year or calendar year at token i."""
    kind = r.kind(i)
    if kind == "QUARTER":
        return _quarter(r, i)
    if kind == "HALF":
        return _half(r, i)
    if kind == "ROUND":
        return _round(r, i)
    if kind == "FISCAL":
        return _fiscal_years(r, i)
    return _years(r, i) if kind in ("YEAR_WORD", "BUDDHIST", "CHRISTIAN") else None


def _several_years(
    r: Reader, i: int, *, begins: bool = False
) -> tuple[list[int], list[str], int, list[Issue]] | None:
    """One year or more, joined as range or list: `พ.ศ. 2566 - 2570`, `2567 และ 2568`."""
    years: list[int] = []
    joints: list[str] = []
    issues: list[Issue] = []
    j, k, joint = i, i, ""
    while (found := year_at(r, k, begins=begins and k == i)) is not None and found[0].value is not None:
        if found[0].short and years:
            break
        if years:
            joints.append(joint)
        years.append(found[0].value)
        issues.extend(found[0].issues)
        j = found[1]
        between = separator(r, j)
        if between is None or not r.tokens[between[1]].joined:
            break
        joint, k = between
        k = r.skip(k, "FISCAL")
    return (years, joints, j, issues) if years else None


def _fiscal_years(r: Reader, i: int) -> tuple[Reading, int] | None:
    found = _several_years(r, i + 1) or _short_fiscal_year(r, i + 1)
    if found is None:
        return None
    years, joints, j, issues = found
    ranged = joints == ["to"] and years[0] < years[-1]
    if joints and not ranged and "to" in joints:
        return None
    reading = Reading(
        r.tokens[i].start, r.end(j), "fiscal_year_range" if ranged else "fiscal_year", None, issues=issues
    )
    spans = [fiscal_year_days(year) for year in years]
    if ranged:
        spans = [(spans[0][0], spans[-1][1])]
    reading.value = ";".join(f"{first.isoformat()}/{last.isoformat()}" for first, last in spans)
    reading.first, reading.last = spans[0][0], spans[-1][1]
    return reading, j


def _short_fiscal_year(r: Reader, i: int) -> tuple[list[int], list[str], int, list[Issue]] | None:
    """`ปีงบประมาณ 68`, or this fiscal year by the letter's date (`ปีงบประมาณนี้`)."""
    if (number := r.number(i)) and len(r.tokens[i].text) == 2 and number >= 40:
        return [2500 + number - 543], [], i + 1, []
    if r.follows(i, "THIS", "NEXT") and r.letter_date is not None:
        year = r.letter_date.year + (r.letter_date.month >= 10) + (r.kind(i) == "NEXT")
        return [year], [], i + 1, []
    return None


def _years(r: Reader, i: int) -> tuple[Reading, int] | None:
    """`ปี พ.ศ. 2567`, `พ.ศ. 2566 - 2570`; a school year or a plain number is none."""
    begin = i + 1 if r.kind(i) == "YEAR_WORD" else i
    if begin > i and not r.tokens[begin].joined:
        return None
    found = _several_years(r, begin, begins=begin == i)
    if found is None:
        return None
    years, joints, j, issues = found
    ranged = joints == ["to"] and years[0] < years[-1]
    if (joints and not ranged and "to" in joints) or (r.kind(i) != "YEAR_WORD" and r.mark(j, "/")):
        return None
    reading = Reading(r.tokens[i].start, r.end(j), "year_range" if ranged else "year", None, issues=issues)
    reading.value = ("/" if ranged else ";").join(f"{year:04d}" for year in years)
    reading.first, reading.last = dt.date(years[0], 1, 1), dt.date(years[-1], 12, 31)
    return reading, j


def _quarter(r: Reader, i: int) -> tuple[Reading, int] | None:
    """`ไตรมาสที่ 2 ของปีงบประมาณ พ.ศ. 2568`, `ไตรมาส 1/2568`, `ไตรมาสแรก`."""
    j = r.skip(i + 1, "THE")
    numbers, j = _quarter_numbers(r, j)
    if not numbers:
        return None
    reading = Reading(r.tokens[i].start, r.end(j), "quarter", None)
    k = j + 1 if r.mark(j, "/") else r.skip(j, "OF", "IN")
    reading, j = _in_year(r, reading, k, j, 3, numbers[0], numbers[-1])
    return _named_months(r, reading, j)


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
    short = _short_fiscal_year(r, k + 1) if fiscal and found is None else None
    year = found[0].value if found else short[0][0] if short else None
    if year is None:
        reading.issues.append(Issue("year_missing", r.text[reading.start : reading.end]))
        if r.letter_date is None:
            return reading, j
        year, behind = r.letter_date.year + (r.letter_date.month >= 10), j
    else:
        behind = found[1] if found else short[2] if short else j
    if not fiscal and behind > j:
        other = _part(year, months, first, last, fiscal=calendar)
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
