"""Periods that are counted: `ภายใน 15 วันนับแต่วันที่ได้รับหนังสือ`, `ก่อนวันประชุมไม่น้อยกว่า 3 วัน`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from parsers.dates.counting import add_business_days, add_days, add_months, next_working_day
from parsers.dates.dated import dated_reading
from parsers.dates.ends import end_of
from parsers.dates.expression import Issue
from parsers.dates.reader import Reader
from parsers.dates.reading import Reading
from parsers.knowledge import Unit, units

__all__ = ["counted_before", "relative_reading"]

_RECEIPT = re.compile(
    r"\s{0,2}(?:วัน)?(?:ถัดจาก)?\s{0,2}(?:เมื่อ|วัน(?:ที่)?)?\s{0,2}(?:ที่)?\s{0,2}(?:ท่าน|หน่วยงาน|จังหวัด|อำเภอ|ส่วนราชการ)?(?:ได้)?\s{0,1}(?:ลง)?รับ\s{0,2}"
    r"(?P<what>หนังสือแจ้ง|หนังสือ|แจ้ง|เรื่อง|คำสั่ง|เอกสาร|ทราบ|สำเนา|วิทยุ|หมาย)(?:[^\s\d,.;()]{0,24})"
)
_LETTER = re.compile(
    r"\s{0,2}วัน(?:ที่)?\s{0,2}(?:ที่)?\s{0,2}(?:ที่?ลง(?:วันที่)?|ปรากฏ|ออก|มี|ตาม)?\s{0,2}(?:ใน|ของ)?\s{0,2}หนังสือ"
    r"(?:ลงวันที่)?(?:ฉบับ)?(?:\s?นี้)?"
)
_NOW = re.compile(r"\s{0,2}(?:วันนี้|บัดนี้)(?:เป็นต้นไป)?")
_EVENT = re.compile(r"\s{0,2}(?P<event>[^\s\d,;()\x00][^,;()\n\x00]{1,58}?)(?=\s|[,;()\n\x00]|\Z)")
_COUNTED_EARLIER = re.compile(
    r"นับ(?:แต่|จาก|ตั้งแต่|ถัดจาก|ถัด)\s?วัน(?:ที่)?\s?(?:ได้)?รับ(?:หนังสือ|แจ้ง)[^\d\n]{0,60}\Z"
)
_LOOKS_BACK = re.compile(r"\s?(?:ที่ผ่านมา|ย้อนหลัง|ก่อนหน้า|ที่แล้ว)")
_MOST = {"days": 3700, "months": 1200, "hours": 10_000, "minutes": 100_000}


@dataclass(frozen=True, slots=True)
class _Anchor:
    """What a period counts from: `receipt`, `letter`, `date`, or the event in the letter's words."""

    name: str
    day: dt.date | None
    assumed: bool = False


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
    anchor, end, j = _anchor(r, j)
    if anchor is None:
        if not limited or _LOOKS_BACK.match(r.text, r.end(j)):
            return None
        anchor, end = _unsaid_anchor(r, begin), r.end(j)
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
    _resolve(reading, -number, unit, _Anchor("date" if day else event, day))
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


def _anchor(r: Reader, j: int) -> tuple[_Anchor | None, int, int]:
    """What stands behind `นับแต่`, with where its text ends and the place behind it."""
    k = j
    while r.follows(k, "COUNT", "FROM", "AFTER"):
        k += 1
    if k == j:
        return None, r.end(j), j
    found = dated_reading(r, k, past=True) if r.tokens[k].joined else None
    if found is not None and found[0].date is not None:
        return _Anchor("date", found[0].date), r.end(found[1]), found[1]
    ended = end_of(r, k + 1) if r.follows(k, "END") and r.tokens[k + 1].joined else None
    if ended is not None and ended[0].last and not ended[0].issues:
        return _Anchor("date", ended[0].last), r.end(ended[1]), ended[1]
    at = r.end(k)
    for pattern, name, day in (
        (_RECEIPT, "receipt", r.received),
        (_LETTER, "letter", r.letter_date),
        (_NOW, "letter", r.letter_date),
    ):
        if matched := pattern.match(r.text, at):
            return _Anchor(name, day), matched.end(), _behind(r, k, matched.end())
    event = _EVENT.match(r.text, at)
    if event is None:
        return None, r.end(j), j
    return _Anchor(event["event"].strip(), None), event.end(), _behind(r, k, event.end())


def _behind(r: Reader, k: int, end: int) -> int:
    while r.tokens[k].kind and r.tokens[k].start < end:
        k += 1
    return k


def _unsaid_anchor(r: Reader, begin: int) -> _Anchor:
    """The receipt where the clause spoke of it before, else the letter's own date, which is an assumption."""
    start = r.tokens[begin].start
    if _COUNTED_EARLIER.search(r.text[max(0, start - 100) : start]):
        return _Anchor("receipt", r.received)
    return _Anchor("letter", r.letter_date, assumed=True)


def _counted_back(r: Reader, begin: int, j: int, number: int, unit: Unit) -> tuple[Reading, int] | None:
    """`7 วันก่อนวันที่ ...`, `3 วันทำการก่อนวันประชุม`."""
    found = dated_reading(r, j) if r.tokens[j].joined else None
    day = found[0].date if found else None
    if found and day:
        anchor, end, k = _Anchor("date", day), r.end(found[1]), found[1]
    else:
        event = _EVENT.match(r.text, r.end(j))
        if event is None or not event["event"].startswith("วัน"):
            return None
        anchor, end, k = _Anchor(event["event"], None), event.end(), _behind(r, j, event.end())
    reading = Reading(r.tokens[begin].start, end, "deadline_relative", None)
    _resolve(reading, -number, unit, anchor)
    return reading, k


def _resolve(reading: Reading, number: int, unit: Unit, anchor: _Anchor) -> None:
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


def _unknown(anchor: _Anchor) -> str:
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
