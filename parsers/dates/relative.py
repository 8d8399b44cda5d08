"""Periods that are counted: `ภายใน 15 วันนับแต่วันที่ได้รับหนังสือ`, `ก่อนวันประชุมไม่น้อยกว่า 3 วัน`."""

from __future__ import annotations

import datetime as dt
import re

from parsers.dates.amounts import Amount, amount_at
from parsers.dates.anchors import EVENT, Anchor, anchor_at, tokens_behind, unsaid_anchor
from parsers.dates.counting import next_working_day
from parsers.dates.dated import dated_reading
from parsers.dates.expression import Issue
from parsers.dates.reader import Reader
from parsers.dates.reading import Reading

__all__ = ["ahead_reading", "counted_before", "relative_reading"]

_LOOKS_BACK = re.compile(r"\s?(?:ที่ผ่านมา|ย้อนหลัง|ก่อนหน้า|ที่แล้ว)")


def relative_reading(r: Reader, i: int, begin: int, *, limited: bool) -> tuple[Reading, int] | None:
    """The period at token i of an expression that begins at token `begin`.

    Without a limiting word (`limited`) it needs something that it counts from.
    """
    found = amount_at(r, i)
    if found is None:
        return None
    amount, j = found
    if r.follows(j, "BEFORE"):
        return _counted_back(r, begin, j + 1, amount)
    anchor, end, j = anchor_at(r, j)
    if anchor is None:
        if not limited or _LOOKS_BACK.match(r.text, r.end(j)):
            return None
        anchor, end = unsaid_anchor(r, begin), r.end(j)
    reading = Reading(r.tokens[begin].start, end, "deadline_relative", None)
    _resolve(reading, amount, anchor, back=False)
    return reading, j


def ahead_reading(r: Reader, i: int, begin: int) -> tuple[Reading, int] | None:
    """`ล่วงหน้าอย่างน้อย 7 วัน`: before an event that is not named here."""
    found = amount_at(r, i)
    if found is None or not any("ล่วงหน้า" in token.text for token in r.tokens[begin:i]):
        return None
    amount, j = found
    if r.follows(j, "BEFORE"):
        return _counted_back(r, begin, j + 1, amount)
    reading = Reading(r.tokens[begin].start, r.end(j), "deadline_relative", None)
    _resolve(reading, amount, Anchor("event", None), back=True)
    return reading, j


def counted_before(
    r: Reader, begin: int, j: int, event: str, day: dt.date | None
) -> tuple[Reading, int] | None:
    """`ก่อนวัน... ไม่น้อยกว่า 3 วัน`: so much, from token j on, is counted back from an event or a day."""
    found = amount_at(r, r.skip(j, "AT_LEAST"))
    if found is None:
        return None
    amount, k = found
    reading = Reading(r.tokens[begin].start, r.end(k), "deadline_relative", None)
    _resolve(reading, amount, Anchor("date" if day else event, day), back=True)
    return reading, k


def _counted_back(r: Reader, begin: int, j: int, amount: Amount) -> tuple[Reading, int] | None:
    """`7 วันก่อนวันที่ ...`, `3 วันทำการก่อนการประชุม`."""
    found = dated_reading(r, j, limited=True) if r.tokens[j].joined else None
    day = found[0].date if found else None
    if found and day:
        anchor, end, k = Anchor("date", day), r.end(found[1]), found[1]
    else:
        event = EVENT.match(r.text, r.end(j))
        if event is None or event.start("event") - r.end(j) > 1:
            return None
        anchor, end, k = Anchor(event["event"], None), event.end(), tokens_behind(r, j, event.end())
    reading = Reading(r.tokens[begin].start, end, "deadline_relative", None)
    _resolve(reading, amount, anchor, back=True)
    return reading, k


def _resolve(reading: Reading, amount: Amount, anchor: Anchor, *, back: bool) -> None:
    """Writes the rule, and the day where what it counts from is known."""
    counted = amount.rule(back=back)
    length = {key: value for key, value in counted.items() if key not in ("business_days", "duration")}
    rule = {**length, "from": anchor.name, **{key: counted[key] for key in ("business_days", "duration")}}
    reading.rule = rule
    if anchor.assumed:
        rule["assumed"] = True
    if amount.vague:
        reading.issues.append(Issue("vague_period", "ครึ่ง"))
    if anchor.day is None:
        reading.issues.append(Issue(_unknown(anchor), anchor.name))
    if amount.vague or anchor.day is None:
        return
    rule["anchor"] = anchor.day.isoformat()
    nominal = amount.last_day(anchor.day, back=back)
    if nominal is None:
        reading.issues.append(Issue("needs_hour", anchor.name))
        return
    rule["nominal"], rule["effective"] = nominal.isoformat(), next_working_day(nominal).isoformat()
    reading.value, reading.date, reading.last = nominal.isoformat(), nominal, nominal


def _unknown(anchor: Anchor) -> str:
    return {"receipt": "needs_receipt", "letter": "needs_letter_date"}.get(anchor.name, "needs_event")
