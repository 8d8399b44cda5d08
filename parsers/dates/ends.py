"""Ends of periods, and days named from the letter's own: `สิ้นเดือนมีนาคม 2567`, `สิ้นปีงบประมาณ`, `เดือนนี้`."""

from __future__ import annotations

import datetime as dt

from parsers.dates.counting import month_end
from parsers.dates.expression import Issue
from parsers.dates.months import month_reading
from parsers.dates.periods import fiscal_year_days, year_reading
from parsers.dates.quarters import part_reading
from parsers.dates.reader import Reader
from parsers.dates.reading import Reading
from parsers.dates.years import year_at

__all__ = ["deictic", "end_of"]


def end_of(r: Reader, j: int, *, limited: bool) -> tuple[Reading, int] | None:
    """`สิ้นเดือนมีนาคม 2567`, `สิ้นเดือนนี้`, `สิ้นปีงบประมาณ พ.ศ. 2568`, `สิ้นปี 2567`, `สิ้นไตรมาสที่ 1 ...`."""
    this = deictic(r, j) if r.kind(j) == "MONTH_WORD" else None
    found = (
        this
        or month_reading(r, j, limited=True)
        or (year_reading(r, j) or part_reading(r, j))
        or (_end_of_this(r, j) if limited else None)
    )
    if found is None:
        return None
    reading, k = found
    reading.kind, reading.date = "date", reading.last
    reading.value = reading.last.isoformat() if reading.last else None
    reading.first = reading.last
    return reading, k


def deictic(r: Reader, j: int) -> tuple[Reading, int] | None:
    """`เดือนนี้`, `เดือนหน้า`, `วันนี้`, `วันพรุ่งนี้`: counted from the letter's date."""
    day = r.letter_date
    if r.kind(j) == "TOMORROW":
        last, k = (day + dt.timedelta(days=1) if day else None), j + 1
    elif r.kind(j) == "MONTH_WORD" and r.follows(j + 1, "THIS", "NEXT"):
        months = (day.year * 12 + day.month - 1 + (r.kind(j + 1) == "NEXT")) if day else 0
        last, k = (month_end(months // 12, months % 12 + 1) if day else None), j + 2
    elif r.kind(j) in ("THIS_YEAR", "NEXT_YEAR"):
        last, k = (dt.date(day.year + (r.kind(j) == "NEXT_YEAR"), 12, 31) if day else None), j + 1
    else:
        return None
    reading = Reading(
        r.tokens[j].start, r.end(k), "date", last.isoformat() if last else None, last=last, first=last
    )
    if last is None:
        reading.issues.append(Issue("needs_letter_date", r.text[reading.start : reading.end]))
    return reading, k


def _end_of_this(r: Reader, j: int) -> tuple[Reading, int] | None:
    """`สิ้นปีงบประมาณ`, `สิ้นปี`, `สิ้นเดือน` without a year: the one that runs at the letter's date."""
    day = r.letter_date
    kind = r.kind(j)
    if kind not in ("FISCAL", "YEAR_WORD", "MONTH_WORD") or year_at(r, j + 1) is not None:
        return None
    last: dt.date | None = None
    if day is not None:
        last = {
            "FISCAL": fiscal_year_days(day.year + (day.month >= 10))[1],
            "YEAR_WORD": dt.date(day.year, 12, 31),
            "MONTH_WORD": month_end(day.year, day.month),
        }[kind]
    reading = Reading(r.tokens[j].start, r.end(j + 1), "date", last.isoformat() if last else None, last=last)
    reading.issues.append(Issue("year_missing", r.text[reading.start : reading.end]))
    return reading, j + 1
