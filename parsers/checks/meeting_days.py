"""Meetings and deadlines: does the weekday fit the day, does the end follow the start.

`วันพุธที่ ๒๖ กันยายน ๒๕๖๔` was a Sunday. Where the weekday and a second, independent signal (the fiscal year
that the subject names, the same meeting in another document of the file) agree on one other year, the day is
mended; where nothing settles it, the day is null and the flag says why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from parsers.contract import Deadline, Meeting
from parsers.dates import TimeExpression
from parsers.flags import flag
from parsers.parsed import Parsed

__all__ = ["check_meetings"]

_MONTHS_AHEAD = 180


def check_meetings(one: Parsed, file: Sequence[Parsed]) -> None:
    """Flags and, where evidence agrees, mends the days of meetings and deadlines."""
    for index, (meeting, time) in enumerate(zip(one.document.meetings, one.meeting_times, strict=False)):
        if _weekday_off(time):
            _settle_meeting(one, file, index, meeting, time)
        if _ends_early(meeting, time):
            one.document.flags.append(flag("L006", time.text, at=f"/{index}"))
        if meeting.date is None and _impossible(time):
            one.document.flags.append(flag("L026", time.text, detail=time.text, at=f"/{index}/date"))
    for index, (duty, time) in enumerate(zip(one.document.deadlines, one.due_times, strict=False)):
        if _weekday_off(time):
            _settle_duty(one, file, index, duty, time)
        if duty.due is None and _impossible(time):
            one.document.flags.append(flag("L027", time.text, detail=time.text, at=f"/{index}/due"))


def _weekday_off(time: TimeExpression) -> bool:
    return time.date is not None and time.weekday is not None and time.date.weekday() != time.weekday


def _impossible(time: TimeExpression) -> bool:
    return time.value is None and any(issue.code.startswith("impossible") for issue in time.issues)


def _ends_early(meeting: Meeting, time: TimeExpression) -> bool:
    if any(issue.code == "end_before_start" for issue in time.issues):
        return True
    if meeting.end_date and meeting.date and meeting.end_date < meeting.date:
        return True
    same_day = not meeting.end_date or meeting.end_date == meeting.date
    return bool(same_day and meeting.start and meeting.end and meeting.end < meeting.start)


def _settle_meeting(
    one: Parsed, file: Sequence[Parsed], index: int, meeting: Meeting, time: TimeExpression
) -> None:
    resolved, evidence = _resolve(one, file, time)
    if resolved is None:
        resolved, evidence = _told_again(one, file, time) or (None, evidence)
    one.document.flags.append(
        flag("L002", time.text, resolved, detail=time.text, evidence=evidence, at=f"/{index}/date")
    )
    meeting.date = resolved


def _told_again(one: Parsed, file: Sequence[Parsed], time: TimeExpression) -> tuple[str, list[str]] | None:
    """The same day in another document of the file, with the weekday that it has: the day stands."""
    for other in file:
        for index, again in enumerate(other.meeting_times):
            if other is one or again.date != time.date or again.weekday is None or _weekday_off(again):
                continue
            return again.date.isoformat() if again.date else "", [
                f"/documents/{other.index}/meetings/{index}"
            ]
    return None


def _settle_duty(
    one: Parsed, file: Sequence[Parsed], index: int, duty: Deadline, time: TimeExpression
) -> None:
    resolved, evidence = _resolve(one, file, time)
    one.document.flags.append(
        flag("L003", time.text, resolved, detail=time.text, evidence=evidence, at=f"/{index}/due")
    )
    duty.due = resolved


def _resolve(one: Parsed, file: Sequence[Parsed], time: TimeExpression) -> tuple[str | None, list[str]]:
    """The one other year in which the day has its weekday and that a second signal supports."""
    votes: dict[dt.date, list[str]] = {}
    for day, signal in _candidates(one, file, time):
        if day.weekday() == time.weekday and day != time.date:
            votes.setdefault(day, []).append(signal)
    if len(votes) != 1:
        return None, [signal for signals in votes.values() for signal in signals]
    day, signals = next(iter(votes.items()))
    return day.isoformat(), ["weekday", *dict.fromkeys(signals)]


def _candidates(one: Parsed, file: Sequence[Parsed], time: TimeExpression) -> Iterator[tuple[dt.date, str]]:
    written = time.date
    if written is None:
        return
    for year in one.document.fiscal_years:
        for calendar_year in (year - 543, year - 544):
            day = _on(written, calendar_year)
            if day is not None and _fiscal_year(day) == year:
                yield day, f"fiscal year {year}"
    soon = _soon_after(one.document.date, written)
    if soon is not None:
        yield soon, "letter date"
    for other in file:
        for index, meeting in enumerate(other.document.meetings):
            day = dt.date.fromisoformat(meeting.date) if other is not one and meeting.date else None
            if day is not None and (day.month, day.day) == (written.month, written.day):
                yield day, f"/documents/{other.index}/meetings/{index}"


def _soon_after(own: str | None, written: dt.date) -> dt.date | None:
    """The day in the year that puts it into the months after the letter's own."""
    if own is None:
        return None
    letter = dt.date.fromisoformat(own)
    days = (_on(written, year) for year in (letter.year, letter.year + 1))
    return next((day for day in days if day and 0 <= (day - letter).days <= _MONTHS_AHEAD), None)


def _on(day: dt.date, year: int) -> dt.date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _fiscal_year(day: dt.date) -> int:
    return day.year + 543 + (day.month >= 10)
