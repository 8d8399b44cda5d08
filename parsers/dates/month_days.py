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
_MOST_DAYS = 20


def place_in_month(r: Reader, i: int, begin: int) -> tuple[Reading, int] | None:
    """The n-th or last (working) day of a named month or of every month; the text begins at token `begin`."""
    number = r.number(i) if r.kind(i) == "DIGITS" else None
    j = i + 1 if number is not None else i
    unit = r.tokens[j]
    if unit.kind != "UNIT" or unit.text not in ("วัน", "วันทำการ") or (j > i and not unit.joined):
        return None
    found = _place(r, j + 1, number, ordinals=unit.text == "วันทำการ")
    if found is None:
        return None
    place, k = found
    k = r.skip(k, "OF", "IN")
    business = unit.text == "วันทำการ"
    month = month_reading(r, k, limited=True) if r.tokens[k].joined else None
    if month is not None and month[0].first and month[0].last and month[0].kind == "month":
        day = _day(month[0].first, month[0].last, place, business=business)
        reading = Reading(r.tokens[begin].start, r.end(month[1]), "date", day.isoformat(), date=day)
        reading.first, reading.last, reading.issues = day, day, month[0].issues
        return reading, month[1]
    return _repeated(r, begin, k, place, business=business)


def _place(r: Reader, j: int, number: int | None, *, ordinals: bool) -> tuple[int, int] | None:
    """`แรก` is 1, `สุดท้าย` -1, `ที่ 3` is 3; so many of them before (`5 วันทำการแรก`) end at the last."""
    if r.follows(j, "FIRST"):
        place, k = number or 1, j + 1
    elif r.follows(j, "LAST"):
        place, k = -(number or 1), j + 1
    elif ordinals and number is None and r.follows(j, "THE") and (ordinal := r.number(j + 1)):
        place, k = ordinal, j + 2
    else:
        return None
    return (place, k) if 1 <= abs(place) <= _MOST_DAYS else None


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
