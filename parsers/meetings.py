"""Meetings, trainings, broadcasts: a day that is neither a deadline nor a cited one, with hour or place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.contract import Meeting
from parsers.dates import TimeExpression
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.gatherings import gathers, is_eventful, is_noun, is_past_or_cited, is_window
from parsers.meeting_times import hours_of, when
from parsers.moved import moves_in
from parsers.venues import online_of, room_at, venue_at

__all__ = ["meetings_of"]

_ON = re.compile(r"(?:ในวัน[ก-๎]*\s*(?:ที่)?|ระหว่างวัน(?:ที่)?|ใน(?:วัน)?|เป็น(?:ใน)?(?:วัน(?:ที่)?)?)\s*$")
_DAYS = {"date", "datetime", "datetime_range", "date_range", "date_list"}
_CLOCKS = {"time", "time_range"}
_ROW = re.compile(r"[ \t.]*(?!เป็นต้น|ณ\s|ผ่าน|และ|-)[ก-๎A-Za-z(]")
"""What is done at an hour, on the same line: the row of a schedule."""
_REACH = 170
_TITLE = re.compile(r"((?:การ)?(?:ประชุม|สัมมนา|อบรม|ฝึกอบรม|กิจกรรม|พิธี|โครงการ)[^\n]{4,160}?)\s*$")


def meetings_of(
    flow: Flow, trace: Trace, letter_date: str | None, strict: bool = True
) -> tuple[list[Meeting], list[TimeExpression]]:
    """The events of a text, with the expressions that gave their days.

    `strict` asks for a word such as ประชุม near a bare day (not so in a schedule).
    """
    times = flow.times(letter_date)
    former = [move.old for move in moves_in(flow.text, times)]
    found: list[tuple[Meeting, TimeExpression]] = []
    for index, time in enumerate(times):
        noun = is_noun(flow.text, time)
        if (time.kind not in _DAYS and not noun) or time.role == "cited":
            continue
        if time.value is None and not (strict and _cannot_be(time)):
            continue
        if time in former:
            continue
        if strict and not noun and is_past_or_cited(flow.text, time, letter_date):
            continue
        meeting = _meeting(flow, time, times[index + 1 :], strict)
        if meeting is not None and not _merge(found, meeting):
            found.append((meeting, time))
    for index, (_, time) in enumerate(found):
        trace.note_span(f"/meetings/{index}/date", flow, time.start, time.end)
    return [meeting for meeting, _ in found], [time for _, time in found]


def _cannot_be(time: TimeExpression) -> bool:
    """Whether a day is written that no calendar has, or an end before its start: an event without a day."""
    return any(issue.code in {"impossible_day", "end_before_start"} for issue in time.issues)


def _meeting(
    flow: Flow, time: TimeExpression, later: Sequence[TimeExpression], strict: bool
) -> Meeting | None:
    start, end = flow.paragraph(time.start) if strict else (0, len(flow.text))
    limit = min(end, time.end + _REACH)
    meeting = when(time)
    if not strict and "\n" in time.text and "เวลา" not in time.text:
        meeting.start = meeting.end = None  # the hours of a schedule's first row
    clock = next((t for t in later if t.kind in _CLOCKS and t.start < limit and t.value), None)
    said = clock is not None and (strict or _said_of_day(flow.text, time, clock))
    if meeting.start is None and clock is not None and said and not _another_day(later, clock):
        meeting.start, meeting.end = hours_of(str(clock.value))
    next_day = next((t.start for t in later if t.kind in _DAYS or t.kind == "deadline"), limit)
    place = venue_at(flow.text, time.end, min(limit, next_day))
    if place is None and strict and meeting.start is not None:
        after = clock.end if clock is not None and said and time.time is None else time.end
        place = room_at(flow.text, after, min(limit, max(next_day, after)))
    if place is None and strict and meeting.end_date is None:
        place = _place_before(flow.text, start, time.start)
    if meeting.end_date and is_window(flow.text, start, time, bool(place or meeting.start)):
        return None
    on = _ON.search(flow.text[max(start, time.start - 20) : time.start]) or time.text.startswith(
        ("ในวัน", "ระหว่าง")
    )
    near = flow.text[max(start, time.start - 300) : limit]
    eventful = is_eventful(near)
    if not (meeting.start or place or (on and gathers(flow.text, start, time)) or not strict):
        return None
    if strict and not eventful and not (meeting.start and place):
        return None
    if place:
        meeting.venue = place[0]
    meeting.online = online_of(flow.text[max(start, time.start - 200) : limit])
    meeting.title = _title(flow.text[start : time.start])
    return meeting


def _place_before(text: str, paragraph: int, at: int) -> tuple[str, int, int] | None:
    """`ณ ห้องประชุม ๑ ในวันศุกร์ที่ ...`: a place that ends where the words of the day begin."""
    named = text.rfind(" ณ ", max(paragraph, at - 120), at)
    place = venue_at(text, named, at) if named >= 0 else None
    if place is None or (text[place[2] : at].strip() and not _ON.fullmatch(text, place[2], at)):
        return None
    return place


def _said_of_day(text: str, time: TimeExpression, clock: TimeExpression) -> bool:
    """Whether a clock in a schedule is the day's: on its line or after เวลา, not a row's."""
    between = text[time.end : clock.start]
    if "\n" not in between:
        return True
    if _ROW.match(text, clock.end):
        return False
    return "เวลา" in between[-12:] or clock.text.startswith("เวลา")


def _another_day(later: Sequence[TimeExpression], clock: TimeExpression) -> bool:
    return any(t.kind in _DAYS for t in later[: list(later).index(clock)])


def _title(before: str) -> str | None:
    found = _TITLE.search(re.sub(r"\s*(?:ในวัน|ระหว่างวัน|วัน)[ก-๎]*(?:ที่)?\s*$", "", before))
    if not found:
        return None
    return " ".join(found[1].split())[:160]


def _merge(found: Sequence[tuple[Meeting, TimeExpression]], meeting: Meeting) -> bool:
    """Whether the meeting is one already found, told again; what it adds is kept."""
    for known, _ in found:
        if known.date != meeting.date or (known.start and meeting.start and known.start != meeting.start):
            continue
        for key in ("start", "end", "end_date", "venue", "online", "title"):
            if getattr(known, key) is None:
                setattr(known, key, getattr(meeting, key))
        return True
    return False
