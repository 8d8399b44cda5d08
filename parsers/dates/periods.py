"""Fiscal and calendar years, ranges and lists of them.

The fiscal year n runs from 1 October of the year before to 30 September (quarters from October).
"""

from __future__ import annotations

import datetime as dt

from parsers.dates.expression import Issue
from parsers.dates.reader import LONGEST, Reader
from parsers.dates.reading import Reading
from parsers.dates.sequences import separator
from parsers.dates.years import year_at

__all__ = ["YEARS", "fiscal_year_days", "short_fiscal_year", "year_reading"]

YEARS = ("FISCAL", "YEAR_WORD", "BUDDHIST", "CHRISTIAN")
"""Tokens with which a year begins."""


def fiscal_year_days(year: int) -> tuple[dt.date, dt.date]:
    """First and last day of the fiscal year that ends in a Gregorian year.

    >>> fiscal_year_days(2025)[0].isoformat()
    '2024-10-01'
    """
    return dt.date(year - 1, 10, 1), dt.date(year, 9, 30)


def year_reading(r: Reader, i: int) -> tuple[Reading, int] | None:
    """Fiscal or calendar years at token i."""
    kind = r.kind(i)
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
    while len(years) < LONGEST and (found := year_at(r, k, begins=begins and k == i)) is not None:
        if found[0].value is None:
            break
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
    found = _several_years(r, i + 1) or short_fiscal_year(r, i + 1)
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


def short_fiscal_year(r: Reader, i: int) -> tuple[list[int], list[str], int, list[Issue]] | None:
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
