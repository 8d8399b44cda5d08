"""Days named by their place in a month: `วันทำการสุดท้ายของเดือนมีนาคม 2568`, `5 วันทำการแรกของทุกเดือน`."""

from __future__ import annotations

import datetime as dt

from parsers.dates.counting import add_business_days
from parsers.dates.months import month_reading
from parsers.dates.reader import Reader
from parsers.dates.reading import Reading

__all__ = ["place_in_month"]

_DAY = dt.timedelta(days=1)
_WORKDAYS = "MO,TU,WE,TH,FR"


def place_in_month(r: Reader, i: int, begin: int) -> tuple[Reading, int] | None:
    """The n-th or last (working) day of a named month or of every month; the text begins at token `begin`."""
    number = r.number(i) if r.kind(i) == "DIGITS" else None
    j = i + 1 if number is not None else i
    if not (r.kind(j) == "UNIT" and r.tokens[j].text in ("วัน", "วันทำการ")) or (
        j > i and not r.tokens[j].joined
    ):
        return None
    business = r.tokens[j].text == "วันทำการ"
    if not r.follows(j + 1, "FIRST", "LAST"):
        return None
    place = -(number or 1) if r.kind(j + 1) == "LAST" else number or 1
    k = r.skip(j + 2, "OF", "IN")
    if not 1 <= abs(place) <= 20:
        return None
    month = month_reading(r, k, limited=True) if r.tokens[k].joined else None
    if month is not None and month[0].first and month[0].last and month[0].kind == "month":
        day = _day(month[0].first, month[0].last, place, business=business)
        reading = Reading(
            r.tokens[begin].start, r.end(month[1]), "date", day.isoformat(), date=day, first=day, last=day
        )
        reading.issues = month[0].issues
        return reading, month[1]
    return _repeated(r, begin, k, place, business=business)


def _repeated(r: Reader, begin: int, k: int, place: int, *, business: bool) -> tuple[Reading, int] | None:
    k = r.skip(k, "EVERY")
    if not r.follows(k, "MONTH_WORD"):
        return None
    k = r.skip(k + 1, "NEXT")
    rrule = (
        f"FREQ=MONTHLY;BYDAY={_WORKDAYS};BYSETPOS={place}" if business else f"FREQ=MONTHLY;BYMONTHDAY={place}"
    )
    value = f"R/P1M/{'WORKDAY' if business else 'DAY'}{place}"
    return Reading(r.tokens[begin].start, r.end(k), "recurring", value, rule={"rrule": rrule}), k


def _day(first: dt.date, last: dt.date, place: int, *, business: bool) -> dt.date:
    """The day at a place counted from the month's start, or from its end if negative."""
    if business:
        return add_business_days(first - _DAY if place > 0 else last + _DAY, place)
    return first + (place - 1) * _DAY if place > 0 else last + (place + 1) * _DAY
