"""What comes again and again: `ภายในวันที่ 5 ของทุกเดือน`, `ทุกวันจันทร์`, `ทุกสิ้นเดือน`, `ทุก 3 เดือน`."""

from __future__ import annotations

import re

from parsers.dates.days import written_day
from parsers.dates.reader import LONGEST, Reader
from parsers.dates.reading import Reading
from parsers.dates.sequences import separator
from parsers.dates.weekly import weekday_of_month, weekly

__all__ = ["day_of_every_month", "every_reading"]

_REPEATS = re.compile(r"(?:ทุก ?ๆ? ?เดือน|ราย ?เดือน|ประจำ(?:ทุก)?เดือน|เป็นรายเดือน)[^\n]{0,80}\Z")
_FREQUENCY = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}


def every_reading(r: Reader, i: int) -> tuple[Reading, int] | None:
    """The recurrence that begins with ทุก at token i, and the place behind it."""
    j = i + 1
    if not r.tokens[j].joined:
        return None
    found = (
        weekday_of_month(r, j)
        or weekly(r, j)
        or _by_day_of_month(r, j)
        or _by_end(r, j)
        or _plain(r, j)
        or _every_so_many(r, j)
    )
    if found is None:
        return None
    value, rrule, k = found
    return _reading(r, i, k, value, rrule), k


def day_of_every_month(r: Reader, i: int, begin: int) -> tuple[Reading, int] | None:
    """`วันที่ 5 ของทุกเดือน`, `วันที่ 10 ของเดือนถัดไป` of a monthly report, `วันพุธที่ 2 ของทุกเดือน`."""
    if (weekday := weekday_of_month(r, i)) is not None:
        value, rrule, k = weekday
        return _reading(r, begin, k, value, rrule), k
    days, j = _day_numbers(r, i)
    if days:
        k = r.skip(j, "OF")
        if r.follows(k, "EVERY") and r.follows(k + 1, "MONTH_WORD"):
            return _monthly(r, begin, days, r.skip(k + 2, "NEXT"))
        repeats = _REPEATS.search(r.text[max(0, r.tokens[begin].start - 120) : r.tokens[begin].start])
        if (
            k > j
            and r.follows(k, "MONTH_WORD")
            and (r.follows(k + 1, "NEXT") or not r.follows(k + 1, "MONTH"))
            and repeats
        ):
            return _monthly(r, begin, days, r.skip(k + 1, "NEXT"))
    return None


def _monthly(r: Reader, begin: int, days: list[int], k: int) -> tuple[Reading, int]:
    listed = ",".join(map(str, days))
    return _reading(r, begin, k, f"R/P1M/DAY{listed}", f"FREQ=MONTHLY;BYMONTHDAY={listed}"), k


def _reading(r: Reader, begin: int, k: int, value: str, rrule: str) -> Reading:
    return Reading(r.tokens[begin].start, r.end(k), "recurring", value, rule={"rrule": rrule})


def _day_numbers(r: Reader, i: int) -> tuple[list[int], int]:
    """`วันที่ 1 และ 16` without a month."""
    j = i + 1 if r.kind(i) in ("DAY", "THE") else i
    days: list[int] = []
    k = j
    while len(days) < LONGEST and (number := r.number(k)) is not None and 1 <= number <= 31:
        if r.follows(k + 1, "MONTH"):
            break
        days.append(number)
        j = k + 1
        between = separator(r, j)
        if between is None:
            break
        k = between[1]
        k += r.follows(k, "DAY")
    return (days, j) if days and r.kind(i) in ("DAY", "THE") else ([], i)


def _by_day_of_month(r: Reader, j: int) -> tuple[str, str, int] | None:
    """`ทุกวันที่ 5 ของเดือน`, `ทุกวันที่ 31 มีนาคม`."""
    days, k = _day_numbers(r, j)
    if days:
        if r.follows(k, "AND") and r.follows(k + 1, "END") and r.follows(k + 2, "MONTH_WORD"):
            days, k = [*days, -1], k + 3
        behind = r.skip(r.skip(k, "OF"), "EVERY")
        if r.follows(behind, "MONTH_WORD"):
            k = r.skip(behind + 1, "NEXT")
        listed = ",".join(map(str, days))
        return f"R/P1M/DAY{listed}", f"FREQ=MONTHLY;BYMONTHDAY={listed}", k
    found = written_day(r, j) if r.kind(j) == "DAY" else None
    if found and found[0].month and found[0].year is None:
        day, k = found
        k = _skip_of_every_year(r, k)
        return (
            f"R/P1Y/MONTH{day.month}/DAY{day.day}",
            f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={day.day}",
            k,
        )
    return None


def _skip_of_every_year(r: Reader, k: int) -> int:
    behind = r.skip(k, "OF", "IN")
    return behind + 2 if r.follows(behind, "EVERY") and r.follows(behind + 1, "YEAR_WORD") else k


def _by_end(r: Reader, j: int) -> tuple[str, str, int] | None:
    """`ทุกสิ้นเดือน`, `ทุกสิ้นไตรมาส`, `ทุกสิ้นปีงบประมาณ`, `ทุกวันสิ้นเดือน`."""
    if not r.follows(j, "END"):
        return None
    after = j + 2
    if r.follows(j + 1, "MONTH_WORD"):
        return "R/P1M/DAY-1", "FREQ=MONTHLY;BYMONTHDAY=-1", after
    if r.follows(j + 1, "QUARTER"):
        return "R/P3M/DAY-1", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", after
    if r.follows(j + 1, "FISCAL"):
        return "R/P1Y/MONTH9/DAY30", "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30", after
    if r.follows(j + 1, "YEAR_WORD"):
        return "R/P1Y/MONTH12/DAY31", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", after
    return None


def _plain(r: Reader, j: int) -> tuple[str, str, int] | None:
    """`ทุกเดือน`, `ทุกไตรมาส`, `ทุกปี`, `ทุกสัปดาห์`, `ทุกวันทำการ`, `ทุกวัน`."""
    if r.follows(j, "QUARTER"):
        return "R/P3M", "FREQ=MONTHLY;INTERVAL=3", j + 1
    if r.follows(j, "FISCAL", "YEAR_WORD"):
        return "R/P1Y", "FREQ=YEARLY", j + 1
    if r.follows(j, "MONTH_WORD"):
        return _month_with_day(r, j + 1) or ("R/P1M", "FREQ=MONTHLY", j + 1)
    if not r.follows(j, "UNIT"):
        return None
    text = r.tokens[j].text
    if text == "วัน" and r.follows(j + 1, "WORK"):
        return "R/P1D/MO,TU,WE,TH,FR", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", j + 2
    if text in ("วันทำการ", "วันราชการ", "วันทำงาน"):
        return "R/P1D/MO,TU,WE,TH,FR", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", j + 1
    return {"วัน": ("R/P1D", "FREQ=DAILY", j + 1), "สัปดาห์": ("R/P1W", "FREQ=WEEKLY", j + 1)}.get(text)


def _month_with_day(r: Reader, j: int) -> tuple[str, str, int] | None:
    """`ทุกเดือน ภายในวันที่ 5 (ของเดือนถัดไป)`."""
    k = r.skip(j, "WITHIN", "BEFORE")
    days, k = _day_numbers(r, k) if r.follows(k, "DAY") else ([], k)
    if not days:
        return None
    behind = r.skip(k, "OF")
    if behind > k and r.follows(behind, "MONTH_WORD"):
        k = r.skip(behind + 1, "NEXT")
    listed = ",".join(map(str, days))
    return f"R/P1M/DAY{listed}", f"FREQ=MONTHLY;BYMONTHDAY={listed}", k


def _every_so_many(r: Reader, j: int) -> tuple[str, str, int] | None:
    """`ทุก 3 เดือน`, `ทุก 15 วัน`, `ทุก 2 สัปดาห์`."""
    number = r.number(j)
    if number is None or not 1 <= number <= 366 or not r.follows(j + 1, "UNIT", "MONTH_WORD", "YEAR_WORD"):
        return None
    letter = {"วัน": "D", "สัปดาห์": "W", "เดือน": "M", "ปี": "Y"}.get(r.tokens[j + 1].text)
    if letter is None:
        return None
    return f"R/P{number}{letter}", f"FREQ={_FREQUENCY[letter]};INTERVAL={number}", j + 2
