"""Days of the week that come again: `ทุกวันจันทร์และวันพฤหัสบดี`, `ทุกวันจันทร์ - วันศุกร์`."""

from __future__ import annotations

from parsers.dates.reader import LONGEST, Reader
from parsers.dates.sequences import separator

__all__ = ["weekday_of_month", "weekly"]

_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def weekday_of_month(r: Reader, j: int) -> tuple[str, str, int] | None:
    """`วันจันทร์แรกของเดือน`, `วันพุธที่ 2 ของทุกเดือน`, with or without ทุก before it."""
    j += r.kind(j) == "UNIT" and r.tokens[j].text == "วัน"
    if r.kind(j) != "WEEKDAY":
        return None
    place, k = 0, j + 2
    if r.follows(j + 1, "FIRST", "LAST"):
        place = 1 if r.kind(j + 1) == "FIRST" else -1
    elif r.follows(j + 1, "THE") and (number := r.number(j + 2)) and number <= 5:
        place, k = number, j + 3
    if not place or not r.follows(k, "OF"):
        return None
    k = r.skip(k + 1, "EVERY")
    if not r.follows(k, "MONTH_WORD") or r.follows(k + 1, "MONTH", "BRUISED", "DIGITS", "THIS", "NEXT"):
        return None
    day = f"{place}{_BYDAY[int(str(r.tokens[j].value))]}"
    return f"R/P1M/{day}", f"FREQ=MONTHLY;BYDAY={day}", k + 1


def weekly(r: Reader, j: int) -> tuple[str, str, int] | None:
    """`ทุกวันจันทร์และวันพฤหัสบดี`, `ทุกวันจันทร์ - วันศุกร์`."""
    days: list[int] = []
    k, after, joint = j, j, ""
    while len(days) < LONGEST:
        k += r.follows(k, "UNIT") and r.tokens[k].text == "วัน"
        if not r.follows(k, "WEEKDAY") or r.follows(k + 1, "THE"):
            return None if not days else _week(days, after)
        weekday = int(str(r.tokens[k].value))
        if days and joint == "to":
            days.extend(day % 7 for day in range(days[-1] + 1, days[-1] + (weekday - days[-1]) % 7))
        days.append(weekday)
        after = k + 1
        between = separator(r, after)
        if between is None or not r.tokens[between[1]].joined:
            return _week(days, after)
        joint, k = between
    return _week(days, after)


def _week(days: list[int], after: int) -> tuple[str, str, int]:
    listed = ",".join(_BYDAY[day] for day in dict.fromkeys(days))
    return f"R/P1W/{listed}", f"FREQ=WEEKLY;BYDAY={listed}", after
