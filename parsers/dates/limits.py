"""Words that limit: ภายใน, ก่อน, ไม่เกิน, จนถึง, สิ้น, ตั้งแต่ ... and what they make of the date behind them."""

from __future__ import annotations

import datetime as dt
import re

from parsers.dates.counting import next_working_day
from parsers.dates.dated import clock_reading, dated_reading
from parsers.dates.ends import deictic, end_of
from parsers.dates.expression import Issue, Role
from parsers.dates.month_days import place_in_month
from parsers.dates.months import month_reading
from parsers.dates.periods import year_reading
from parsers.dates.quarters import part_reading
from parsers.dates.reader import Reader
from parsers.dates.reading import Reading
from parsers.dates.recurring import day_of_every_month
from parsers.dates.relative import ahead_reading, counted_before, relative_reading
from parsers.dates.yearly import days_of_every_year, month_of_every_year

__all__ = ["LIMITS", "from_now", "limited_reading"]

LIMITS = ("WITHIN", "BEFORE", "UNTIL", "FROM", "COUNT", "AFTER", "BETWEEN", "END", "IN", "AT_LEAST")
_EVENT_BEFORE = re.compile(r"วัน(?!ที่)(?P<event>[^\s\d,;()\n]{2,40}?)(?=\s|ไม่น้อยกว่า|อย่างน้อย|ล่วงหน้า|เป็นเวลา)")


def limited_reading(r: Reader, i: int) -> tuple[Reading, int] | None:
    """The expression that begins with limiting words at token i, and the place behind it."""
    limits, j = _limits(r, i)
    if not r.tokens[j].joined:
        return _event_counted_back(r, i, j) if "BEFORE" in limits else None
    if r.follows(j, "NOW"):
        return from_now(r, i, j)
    if (every := _last_day_of_every_month(r, i, j)) is not None:
        return every
    target = _target(r, i, j, limits)
    if target is None:
        return _event_counted_back(r, i, j) if "BEFORE" in limits else None
    reading, k = target
    reading.start = r.tokens[i].start
    if "BEFORE" in limits and reading.kind == "date" and reading.date:
        counted = counted_before(r, i, k + 1, "date", reading.date) if r.follows(k, "AT_LEAST") else None
        if counted is not None:
            return counted
    return _limit(r, reading, limits, k), k


def _limits(r: Reader, i: int) -> tuple[frozenset[str], int]:
    """The limiting words from token i on; กำหนด and เวลา between them say nothing of their own."""
    j, found = i, []
    while j == i or (r.tokens[j].joined and j < i + 8):
        if r.kind(j) in LIMITS:
            found.append(r.kind(j))
        elif not (
            r.kind(j) == "SPAN" or (r.kind(j) == "CLOCK_WORD" and r.follows(j + 1, "DIGITS", "WITHIN"))
        ):
            break
        j += 1
    return frozenset(found), j


def _target(r: Reader, i: int, j: int, limits: frozenset[str]) -> tuple[Reading, int] | None:
    """What the limiting words stand before."""
    if "END" in limits:
        return end_of(r, j, limited="WITHIN" in limits)
    bounded = any(token.kind == "WITHIN" and "ภายใน" in token.text for token in r.tokens[i:j])
    readers = [
        place_in_month(r, j, i),
        day_of_every_month(r, j, i),
        days_of_every_year(r, j, i),
        month_of_every_year(r, j, i),
        relative_reading(r, j, i, limited=bounded),
        ahead_reading(r, j, i),
        dated_reading(r, j, between="BETWEEN" in limits, limited=bool(limits - {"IN"})),
        deictic(r, j) if limits & {"WITHIN", "BEFORE"} else None,
        month_reading(r, j, limited=True),
        year_reading(r, j),
        part_reading(r, j),
        clock_reading(r, j if r.kind(j) in ("CLOCK_WORD", "CLOCK", "SPOKEN") else i),
    ]
    found = [reading for reading in readers if reading is not None]
    return max(found, key=lambda reading: reading[1]) if found else None


def _today(r: Reader, i: int, j: int) -> tuple[Reading, int] | None:
    """`ภายในวันนี้`: the letter's own day."""
    if r.tokens[j].text != "วันนี้":
        return None
    day = r.letter_date
    reading = Reading(r.tokens[i].start, r.end(j + 1), "deadline", day.isoformat() if day else None, date=day)
    if day is None:
        reading.issues.append(Issue("needs_letter_date", r.tokens[j].text))
    return reading, j + 1


def _last_day_of_every_month(r: Reader, i: int, j: int) -> tuple[Reading, int] | None:
    """`(ภายใน)สิ้นเดือนของทุกเดือน`."""
    if r.kind(j - 1) == "END" and r.follows(j, "MONTH_WORD"):
        j += 1
    else:
        return None
    k = r.skip(j, "OF")
    if not (r.follows(k, "EVERY") and r.follows(k + 1, "MONTH_WORD")):
        return None
    rule = {"rrule": "FREQ=MONTHLY;BYMONTHDAY=-1"}
    return Reading(r.tokens[i].start, r.end(k + 2), "recurring", "R/P1M/DAY-1", rule=rule), k + 2


def from_now(r: Reader, i: int, j: int) -> tuple[Reading, int] | None:
    """`(ตั้งแต่)บัดนี้จนถึงวันที่ ...`, บัดนี้ at token j: from the letter's date; no end, no day."""
    if r.follows(j - 1, "WITHIN") or r.kind(j - 1) == "WITHIN":
        return _today(r, i, j)
    if not (r.follows(j + 1, "UNTIL") or (r.mark(j + 1, "-") and not r.tokens[j + 1].fresh)):
        return None
    found = dated_reading(r, j + 2, limited=True) if r.tokens[j + 2].joined else None
    found = found or (limited_reading(r, j + 2) if r.follows(j + 2, "END", "WITHIN") else None)
    if found is None:
        return None
    reading, k = found
    reading.start = r.tokens[i].start
    last = reading.last if reading.value else None
    if last is not None and r.letter_date is not None:
        reading.kind, reading.date, reading.end_date = "date_range", r.letter_date, last
        reading.value = f"{r.letter_date.isoformat()}/{reading.value}"
        if last < r.letter_date:
            reading.value = None
            reading.issues.append(Issue("end_before_start", r.text[reading.start : reading.end]))
    elif last is not None:
        reading.kind, reading.role = "deadline", "until"
    return reading, k


def _limit(r: Reader, reading: Reading, limits: frozenset[str], k: int) -> Reading:
    """What the limiting words make of a reading."""
    if reading.kind in ("recurring", "deadline_relative", "time", "time_range"):
        return reading
    bounded = limits & {"WITHIN", "BEFORE", "UNTIL"}
    if "FROM" in limits or "COUNT" in limits or "AFTER" in limits:
        if reading.kind in ("date", "datetime"):
            reading.role = _start_role(r, reading)
            if "AFTER" in limits:
                reading.rule = {"after": reading.value}
        return reading
    if not bounded or reading.kind in ("date_range", "datetime_range"):
        return reading
    return _deadline(reading, limits)


def _start_role(r: Reader, reading: Reading) -> Role:
    before = r.text[max(0, reading.start - 24) : reading.start]
    return "effective" if re.search(r"(?:มีผล|ใช้บังคับ|บังคับใช้|มีผลใช้บังคับ)\S*\s?\Z", before) else "start"


def _deadline(reading: Reading, limits: frozenset[str]) -> Reading:
    """A day or period as the last day of a duty."""
    period = reading.kind not in ("date", "datetime", "date_list")
    reading.kind = "deadline"
    if period:
        if "BEFORE" in limits and reading.first and "END" not in limits:
            reading.last = reading.first - dt.timedelta(days=1)
        reading.date = reading.last
        reading.value = reading.last.isoformat() if reading.last and reading.value else None
    elif (
        "BEFORE" in limits and "END" not in limits and reading.time is None and reading.date and reading.value
    ):
        reading.rule = {"before": reading.date.isoformat()}
        reading.date = reading.last = reading.date - dt.timedelta(days=1)
        reading.value = reading.date.isoformat()
    if limits & {"UNTIL"}:
        reading.role = "until"
    if (
        reading.date
        and reading.value
        and reading.time is None
        and next_working_day(reading.date) != reading.date
    ):
        moved = next_working_day(reading.date).isoformat()
        reading.issues.append(Issue("non_working_day", reading.date.isoformat(), (moved,)))
    return reading


def _event_counted_back(r: Reader, i: int, j: int) -> tuple[Reading, int] | None:
    """`ก่อนวันประชุมไม่น้อยกว่า 3 วัน`, `ก่อนวันประชุม 3 วัน`: from an event that has no day here."""
    at = r.end(j) if r.kind(j - 1) == "BEFORE" else r.tokens[i].end
    event = _EVENT_BEFORE.match(r.text, at)
    if event is None:
        return None
    k = j
    while r.tokens[k].kind and r.tokens[k].start < event.end():
        k += 1
    if not r.tokens[k].kind or r.text[event.end() : r.tokens[k].start].strip():
        return None
    at_least = r.kind(k) == "AT_LEAST"
    return counted_before(r, i, k + 1 if at_least else k, "วัน" + event["event"], None)
