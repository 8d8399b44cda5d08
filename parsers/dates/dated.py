"""Dates with or without times, and times with the date behind them, as readings."""

from __future__ import annotations

import datetime as dt

from parsers.dates.clock import Clocks, Moment, clocks_at, iso_time
from parsers.dates.expression import Issue, Kind, Role
from parsers.dates.reader import Reader
from parsers.dates.reading import Reading
from parsers.dates.sequences import DaySequence, day_sequence, separator

__all__ = ["clock_reading", "dated_reading"]

_ROLES: dict[str, Role] = {"CITED": "cited", "PAST": "past"}


def dated_reading(
    r: Reader, i: int, *, between: bool = False, past: bool = False, limited: bool = False
) -> tuple[Reading, int] | None:
    """Days at token i with the times behind them, and the place behind it all."""
    found = day_sequence(r, i, between=between, past=past, limited=limited)
    if found is None:
        return None
    days, j = found
    clocks = None
    if days.clock is None and (timed := clocks_at(r, j, after_date=True)) is not None and _belongs(timed[0]):
        clocks, j = timed
    if (closing := _closing_moment(r, days, clocks, j)) is not None:
        return closing
    return _reading(r, days, clocks, j), j


def clock_reading(r: Reader, i: int) -> tuple[Reading, int] | None:
    """Times at token i, with the date behind them where there is one: `เวลา 16.30 น. ของวันที่ ...`."""
    found = clocks_at(r, i)
    if found is None:
        return None
    clocks, j = found
    k = r.skip(j, "OF", "IN") if r.follows(j, "OF", "IN") else r.skip(j, "OF")
    if r.tokens[k].joined and r.kind(k) in ("DAY", "UNIT", "WEEKDAY", "DATE") and len(clocks.sessions) == 1:
        days = day_sequence(r, k, limited=True)
        if days is not None and clocks_at(r, days[1], after_date=True) is None:
            reading = _reading(r, days[0], clocks, days[1])
            reading.start = r.tokens[i].start
            return reading, days[1]
    return _times(r, i, clocks, j), j


def _belongs(clocks: Clocks) -> bool:
    return bool(clocks.sessions)


def _closing_moment(
    r: Reader, days: DaySequence, clocks: Clocks | None, j: int
) -> tuple[Reading, int] | None:
    """A second date and time that closes the range: `... เวลา 08.30 น. ถึงวันที่ ... เวลา 16.30 น.`."""
    if clocks is None or len(days.days) != 1 or clocks.sessions[0][1] is not None or not clocks.valid:
        return None
    joint = separator(r, j)
    if joint is None or joint[0] != "to" or not r.tokens[joint[1]].joined:
        return None
    second = day_sequence(r, joint[1], limited=True)
    if second is None or len(second[0].days) != 1:
        return None
    timed = clocks_at(r, second[1], after_date=True)
    if timed is None or not timed[0].valid or timed[0].sessions[0][1] is not None:
        return None
    merged = DaySequence(
        [[days.days[0], second[0].days[0]]], days.start, days.issues + second[0].issues, days.cue
    )
    merged.valid, merged.ranged = days.valid and second[0].valid, True
    clocks.sessions = [(clocks.sessions[0][0], timed[0].sessions[0][0])]
    reading = _reading(r, merged, clocks, timed[1])
    if reading.date and reading.end_date and reading.date > reading.end_date:
        reading.value = None
        reading.issues.append(Issue("end_before_start", r.text[reading.start : reading.end]))
    return reading, timed[1]


def _reading(r: Reader, days: DaySequence, clocks: Clocks | None, j: int) -> Reading:
    """The value of days and times together."""
    all_days = days.days
    reading = Reading(days.start, r.end(j), "date", None, issues=list(days.issues), weekday=days.weekday)
    reading.role = _ROLES.get(days.cue)
    if clocks is not None:
        reading.issues.extend(clocks.issues)
    if days.valid and all_days:
        reading.date, reading.dates = all_days[0], tuple(all_days)
        reading.end_date = days.groups[0][1] if len(days.groups) == 1 and len(days.groups[0]) == 2 else None
        reading.first, reading.last = min(all_days), max(all_days)
    if days.clock is not None:
        start: Moment | None = Moment(days.clock.hour, days.clock.minute)
        sessions: list[tuple[Moment, Moment | None]] = [(start, None)] if start else []
    else:
        sessions = clocks.sessions if clocks is not None and clocks.valid else []
    reading.kind = _kind(days, sessions)
    if sessions:
        reading.time = sessions[0][0].time
        reading.end_time = sessions[0][1].time if sessions[0][1] else None
    reading.value = _value(days, sessions[0] if sessions else None) if days.valid and all_days else None
    if clocks is not None:
        reading.rule = (
            {"limit": clocks.limit.lower()} if clocks.limit in ("BEFORE", "WITHIN", "UNTIL") else None
        )
        reading.more = _further_sessions(days, sessions[1:], clocks.spans[1:], reading)
        if reading.more:
            reading.end = clocks.spans[0][1]
    return reading


def _kind(days: DaySequence, sessions: list[tuple[Moment, Moment | None]]) -> Kind:
    if days.listed:
        return "date_list"
    if sessions:
        return "datetime_range" if days.ranged or sessions[0][1] else "datetime"
    return "date_range" if days.ranged else "date"


def _value(days: DaySequence, session: tuple[Moment, Moment | None] | None) -> str:
    return ";".join(_group_value(group, session) for group in days.groups)


def _group_value(group: list[dt.date], session: tuple[Moment, Moment | None] | None) -> str:
    first, last = group[0], group[-1]
    if session is None:
        return first.isoformat() if len(group) == 1 else f"{first.isoformat()}/{last.isoformat()}"
    start, end = session
    begin = first.isoformat() + iso_time(start)
    if end is None:
        return begin if len(group) == 1 else f"{begin}/{last.isoformat()}"
    if len(group) == 1 and (end.hour, end.minute) < (start.hour, start.minute):
        last += dt.timedelta(days=1)
    return f"{begin}/{last.isoformat()}{iso_time(end)}"


def _further_sessions(
    days: DaySequence,
    sessions: list[tuple[Moment, Moment | None]],
    spans: list[tuple[int, int]],
    first: Reading,
) -> list[Reading]:
    """Each further range of hours as an expression of its own, on the same day."""
    more = []
    for session, (start, end) in zip(sessions, spans, strict=False):
        reading = Reading(
            start, end, first.kind, None, date=first.date, end_date=first.end_date, dates=first.dates
        )
        reading.kind = "datetime_range" if session[1] else "datetime"
        reading.time, reading.end_time = session[0].time, session[1].time if session[1] else None
        reading.value = _value(days, session) if days.valid and days.days else None
        more.append(reading)
    return more


def _times(r: Reader, i: int, clocks: Clocks, j: int) -> Reading:
    """Times of an unnamed day."""
    readings = []
    for (start, end), (begin, stop) in zip(clocks.sessions, clocks.spans, strict=True):
        value = iso_time(start) + (f"/{iso_time(end)}" if end else "")
        reading = Reading(begin, stop, "time_range" if end else "time", value if clocks.valid else None)
        reading.time, reading.end_time = start.time if clocks.valid and start.hour < 24 else None, None
        if clocks.valid and end:
            reading.end_time = end.time
        readings.append(reading)
    first = readings[0]
    for reading in readings:
        reading.issues = list(clocks.issues)
    first.start, first.more = r.tokens[i].start, readings[1:]
    if len(readings) == 1:
        first.end = r.end(j)
    if clocks.limit in ("BEFORE", "WITHIN", "UNTIL"):
        first.rule = {"limit": clocks.limit.lower()}
    return first
