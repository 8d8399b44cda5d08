"""The day and the hours of an event, from the expression that names them."""

from __future__ import annotations

import datetime as dt
import re

from parsers.contract import Meeting
from parsers.dates import TimeExpression
from parsers.script import arabic

__all__ = ["hours_of", "when"]

_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-4])[.:]([0-5]\d)")


def when(time: TimeExpression) -> Meeting:
    """A meeting of which only the day and what the expression says of hours is known."""
    if time.value is None:
        return Meeting(None, start=_hour(time.time), end=_hour(time.end_time))
    first, _, last = str(time.value).split(";")[0].partition("/")
    meeting = Meeting(date=first[:10])
    if "T" in first:
        meeting.start = first.partition("T")[2][:5]
    if "T" in last:
        meeting.end = last.partition("T")[2][:5]
    if any(issue.code == "end_before_start" for issue in time.issues):
        clocks = _CLOCK.findall(arabic(time.text))
        if clocks and meeting.start is None:
            meeting.start = f"{int(clocks[0][0]):02d}:{clocks[0][1]}"
            meeting.end = f"{int(clocks[-1][0]):02d}:{clocks[-1][1]}"
    if len(last) >= 10 and not last.startswith("T") and last[:10] != meeting.date:
        meeting.end_date = last[:10]
    return meeting


def _hour(clock: dt.time | None) -> str | None:
    return clock.strftime("%H:%M") if clock else None


def hours_of(value: str) -> tuple[str | None, str | None]:
    """Beginning and end of a span of hours (`T09:00/T12:00`).

    >>> hours_of("T09:00/T12:00"), hours_of("T13:30")
    (('09:00', '12:00'), ('13:30', None))
    """
    first, _, last = value.partition("/")
    return first.lstrip("T")[:5] or None, last.lstrip("T")[:5] or None
