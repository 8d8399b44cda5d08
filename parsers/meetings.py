"""Meetings, trainings, broadcasts: a day that is neither a deadline nor a cited one, with hour or place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.contract import Meeting
from parsers.cues import alternatives
from parsers.dates import TimeExpression
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.moved import moves_in
from parsers.script import arabic
from parsers.venues import online_of, room_at, venue_at

__all__ = ["gathers", "is_noun", "is_past_or_cited", "is_window", "meetings_of"]

_CITED = re.compile(
    r"(?:ลง\s*วันที่|ลว\s*\.?|เมื่อวัน(?:ที่)?|เมื่อ|ภายใน(?:วันที่)?|ก่อน(?:วันที่)?|ไม่เกิน(?:วันที่)?|นับ(?:แต่|จาก|ถัดจาก|ตั้งแต่)(?:วันที่)?|ตั้งแต่(?:วันที่)?"
    r"|จนถึง(?:วันที่)?|ถึงวันที่|ณ\s*วันที่|มีผล(?:ใช้)?บังคับ(?:ตั้งแต่)?|ฉบับ(?:ที่)?|อย่างช้า)\s*(?:วัน[ก-๎]{2,10}ที่\s*)?$"
)
_INTERNAL = re.compile(r"(?:ควบคุม|ตรวจสอบ|ประกันคุณภาพ)$")
_NO_LIMIT = re.compile(r"ภายใน\s+(?:ใน|ประจำ|ระหว่าง|พ\.)")
_ON = re.compile(r"(?:ในวัน[ก-๎]*\s*(?:ที่)?|ระหว่างวัน(?:ที่)?|ใน(?:วัน)?|เป็น(?:ใน)?(?:วัน(?:ที่)?)?)\s*$")
_DAYS = {"date", "datetime", "datetime_range", "date_range", "date_list"}
_CLOCKS = {"time", "time_range"}
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-4])[.:]([0-5]\d)")
_ROW = re.compile(r"[ \t.]*(?!เป็นต้น|ณ\s|ผ่าน|และ|-)[ก-๎A-Za-z(]")
"""What is done at an hour, on the same line: the row of a schedule."""
_REACH = 170
_LONGEST_EVENT = 7
_REPLY = re.compile(r"(?:ตอบรับ|รายชื่อผู้|รายชื่อ|ยืนยัน)(?:การ)?(?:เข้า)?(?:ร่วม)?(?:การ)?(?:ประชุม|อบรม|สัมมนา)")
_TITLE = re.compile(r"((?:การ)?(?:ประชุม|สัมมนา|อบรม|ฝึกอบรม|กิจกรรม|พิธี|โครงการ)[^\n]{4,160}?)\s*$")


@lru_cache
def _handing() -> re.Pattern[str]:
    """Verbs of handing something in; การตอบ is a noun, ส่งเสริม another verb."""
    return re.compile(rf"(?<!การ){alternatives('handing')}(?!เสริม)")


@lru_cache
def _gathering() -> re.Pattern[str]:
    return re.compile(alternatives("gathering"))


@lru_cache
def _event() -> re.Pattern[str]:
    return re.compile(alternatives("event"))


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


def is_noun(text: str, time: TimeExpression) -> bool:
    """Whether ภายใน belongs to a name (`โครงการควบคุมภายใน ในวันศุกร์ที่ ...`) and limits nothing."""
    before = text[max(time.start - 12, 0) : time.start]
    return bool(_INTERNAL.search(before) and _NO_LIMIT.match(time.text))


def is_past_or_cited(text: str, time: TimeExpression, letter_date: str | None) -> bool:
    """Whether a day is another letter's, a thing of the past, or a limit rather than an event."""
    before = text[max(time.start - 30, 0) : time.start]
    if (
        _CITED.search(before)
        or _CITED.match(time.text)
        or time.text.startswith(("เมื่อ", "ลง", "ภายใน", "ก่อน", "ตั้งแต่"))
    ):
        return True
    day = (time.value or "")[:10]
    return bool(letter_date and len(day) == 10 and day < letter_date and not time.issues)


def _meeting(
    flow: Flow, time: TimeExpression, later: Sequence[TimeExpression], strict: bool
) -> Meeting | None:
    start, end = flow.paragraph(time.start) if strict else (0, len(flow.text))
    limit = min(end, time.end + _REACH)
    meeting = _when(time)
    if not strict and "\n" in time.text and "เวลา" not in time.text:
        meeting.start = meeting.end = None  # the hours of a schedule's first row
    clock = next((t for t in later if t.kind in _CLOCKS and t.start < limit and t.value), None)
    said = clock is not None and (strict or _said_of_day(flow.text, time, clock))
    if meeting.start is None and clock is not None and said and not _another_day(later, clock):
        meeting.start, meeting.end = _clock(str(clock.value))
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
    eventful = bool(_event().search(near))
    if not (meeting.start or place or (on and gathers(flow.text, start, time)) or not strict):
        return None
    if strict and not eventful and not (meeting.start and place):
        return None
    if place:
        meeting.venue = place[0]
    meeting.online = online_of(flow.text[max(start, time.start - 200) : limit])
    meeting.title = _title(flow.text[start : time.start])
    return meeting


def is_window(text: str, start: int, time: TimeExpression, placed: bool = False) -> bool:
    """Whether several days are a time to do something in, rather than an event.

    A few days of training are an event; weeks, or days in which papers are to be sent, are a duty.
    """
    if time.text.startswith("ตั้งแต่บัดนี้"):
        return True
    days = (time.end_date - time.date).days if time.date and time.end_date else 99
    before = _REPLY.sub("ตอบ", text[max(start, time.start - 160) : time.start])
    gathering = max((found.end() for found in _gathering().finditer(before)), default=-1)
    handing = max((found.end() for found in _handing().finditer(before)), default=-1)
    if handing > gathering:
        return not placed or gathering < 0
    if placed and handing < 0:
        return False
    return gathering < 0 or (days > _LONGEST_EVENT and not placed)


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


def gathers(text: str, start: int, time: TimeExpression) -> bool:
    """Whether a bare day follows a word such as ประชุม, with nothing to be handed in between."""
    before = _REPLY.sub("ตอบ", text[max(start, time.start - 120) : time.start])
    gathering = max((found.end() for found in _gathering().finditer(before)), default=-1)
    handing = max((found.end() for found in _handing().finditer(before)), default=-1)
    return gathering > handing


def _another_day(later: Sequence[TimeExpression], clock: TimeExpression) -> bool:
    return any(t.kind in _DAYS for t in later[: list(later).index(clock)])


def _when(time: TimeExpression) -> Meeting:
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


def _clock(value: str) -> tuple[str | None, str | None]:
    first, _, last = value.partition("/")
    return first.lstrip("T")[:5] or None, last.lstrip("T")[:5] or None


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
