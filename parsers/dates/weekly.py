"""Days of the week that come again: `ทุกวันจันทร์และวันพฤหัสบดี`, `ทุกวันจันทร์ - วันศุกร์`."""

from __future__ import annotations

from parsers.dates.reader import LONGEST, Reader
from parsers.dates.sequences import separator

__all__ = ["weekly"]

_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


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
