"""Periods that are counted: `ภายใน 15 วันนับแต่วันที่ได้รับหนังสือ`, `ก่อนวันประชุมไม่น้อยกว่า 3 วัน`."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Any

from parsers.dates.anchors import EVENT, Anchor, anchor_at, tokens_behind, unsaid_anchor
from parsers.dates.counting import add_business_days, add_days, add_months, next_working_day
from parsers.dates.dated import dated_reading
from parsers.dates.expression import Issue
from parsers.dates.reader import Reader
from parsers.dates.reading import Reading
from parsers.knowledge import Unit, units

__all__ = ["counted_before", "relative_reading"]

_LOOKS_BACK = re.compile(r"\s?(?:ที่ผ่านมา|ย้อนหลัง|ก่อนหน้า|ที่แล้ว)")
_MOST = {"days": 3700, "months": 1200, "hours": 10_000, "minutes": 100_000}


@cache
def _units() -> dict[str, Unit]:
    return {unit.text: unit for unit in units()}


def relative_reading(r: Reader, i: int, begin: int, *, limited: bool) -> tuple[Reading, int] | None:
    """The period at token i of an expression that begins at token `begin`.

    Without a limiting word (`limited`) it needs something that it counts from.
    """
    amount = _amount(r, i)
    if amount is None:
        return None
    number, unit, j = amount
    if r.follows(j, "BEFORE"):
        return _counted_back(r, begin, j + 1, number, unit)
    anchor, end, j = anchor_at(r, j)
    if anchor is None:
        if not limited or _LOOKS_BACK.match(r.text, r.end(j)):
            return None
        anchor, end = unsaid_anchor(r, begin), r.end(j)
    reading = Reading(r.tokens[begin].start, end, "deadline_relative", None)
    _resolve(reading, number, unit, anchor)
    return reading, j


def counted_before(
    r: Reader, begin: int, j: int, event: str, day: dt.date | None
) -> tuple[Reading, int] | None:
    """`ก่อนวัน... ไม่น้อยกว่า 3 วัน`: so much, from token j on, is counted back from an event or a day."""
    amount = _amount(r, r.skip(j, "AT_LEAST"))
    if amount is None:
        return None
    number, unit, k = amount
    reading = Reading(r.tokens[begin].start, r.end(k), "deadline_relative", None)
    _resolve(reading, -number, unit, Anchor("date" if day else event, day))
    return reading, k


def _amount(r: Reader, i: int) -> tuple[int, Unit, int] | None:
    """Number and unit: `15 วัน`, `15 (สิบห้า) วันทำการ`, `สามสิบวัน`, `1 สัปดาห์`."""
    token = r.tokens[i]
    if token.kind != "DIGITS" or not isinstance(token.value, int):
        return None
    j = i + 1
    if r.mark(j, "(") and r.number(j + 1) is not None and r.mark(j + 2, ")"):
        if r.number(j + 1) != token.value:
            return None
        j += 3
    unit = (
        _units().get(r.tokens[j].text) if r.follows(j, "UNIT", "MONTH_WORD", "YEAR_WORD", "WEEKDAY") else None
    )
    if unit is None or token.value > _MOST[unit.unit] or token.value < 1:
        return None
    if unit.text == "วัน" and r.follows(j + 1, "WORK"):
        return token.value, _units()["วันทำการ"], j + 2
    return token.value, unit, j + 1


def _counted_back(r: Reader, begin: int, j: int, number: int, unit: Unit) -> tuple[Reading, int] | None:
    """`7 วันก่อนวันที่ ...`, `3 วันทำการก่อนวันประชุม`."""
    found = dated_reading(r, j, limited=True) if r.tokens[j].joined else None
    day = found[0].date if found else None
    if found and day:
        anchor, end, k = Anchor("date", day), r.end(found[1]), found[1]
    else:
        event = EVENT.match(r.text, r.end(j))
        if event is None or not event["event"].startswith("วัน"):
            return None
        anchor, end, k = Anchor(event["event"], None), event.end(), tokens_behind(r, j, event.end())
    reading = Reading(r.tokens[begin].start, end, "deadline_relative", None)
    _resolve(reading, -number, unit, anchor)
    return reading, k


def _resolve(reading: Reading, number: int, unit: Unit, anchor: Anchor) -> None:
    """Writes the rule, and the day where what it counts from is known."""
    rule: dict[str, Any] = {
        unit.unit: number * unit.count,
        "from": anchor.name,
        "business_days": unit.business,
        "duration": _duration(number, unit),
    }
    if unit.unit == "months" and unit.count == 12:
        rule = {"years": number, **{key: value for key, value in rule.items() if key != "months"}}
    reading.rule = rule
    if anchor.assumed:
        rule["assumed"] = True
    if anchor.day is None:
        reading.issues.append(Issue(_unknown(anchor), anchor.name))
        return
    rule["anchor"] = anchor.day.isoformat()
    nominal = _count(anchor.day, number * unit.count, unit)
    if nominal is None:
        reading.issues.append(Issue("needs_hour", anchor.name))
        return
    rule["nominal"], rule["effective"] = nominal.isoformat(), next_working_day(nominal).isoformat()
    reading.value, reading.date, reading.last = nominal.isoformat(), nominal, nominal


def _unknown(anchor: Anchor) -> str:
    return {"receipt": "needs_receipt", "letter": "needs_letter_date"}.get(anchor.name, "needs_event")


def _count(day: dt.date, number: int, unit: Unit) -> dt.date | None:
    if unit.unit == "months":
        return add_months(day, number)
    if unit.unit == "days":
        return add_business_days(day, number) if unit.business else add_days(day, number)
    return None


def _duration(number: int, unit: Unit) -> str:
    """ISO 8601: `P15D`, `P3M`, `P1Y`, `P2W`, `PT24H`; counted back with a minus."""
    sign, number = ("-", -number) if number < 0 else ("", number)
    letter = {"days": "D", "months": "M", "hours": "H", "minutes": "M"}[unit.unit]
    if unit.count in (7, 12):
        letter = "W" if unit.count == 7 else "Y"
    return f"{sign}P{'T' if unit.unit in ('hours', 'minutes') else ''}{number}{letter}"
