"""Whether something must be done by a time that a letter names, or it only tells of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.contract import Meeting
from parsers.cues import alternatives
from parsers.dates import TimeExpression
from parsers.duty_words import ITEM
from parsers.flow import Flow
from parsers.gatherings import gathers, is_noun, is_window
from parsers.moved import Move

__all__ = ["SPANS", "binds", "moved_here"]

_KINDS = {"deadline", "deadline_relative", "recurring"}
SPANS = {"date_range", "datetime_range"}
_IN_FORCE = re.compile(r"(?:ใช้บังคับ|มีผล)(?:[^\n]{0,12}เมื่อพ้น(?:กำหนด)?)?\s*$")
# `ผู้ที่ยื่นคำขอ ในระหว่างวันที่ ...` tells who is meant, and asks nothing
_DESCRIBED = re.compile(
    r"(?:ที่|ผู้|ซึ่ง)(?:ได้)?(?:ยื่น|สมัคร|ส่ง|ลงทะเบียน)(?!เสริม|มา|มอบ)"
    r"(?:(?!ขอให้|จึง|โปรด|ลงทะเบียน|ชำระ|รายงานตัว|ยื่น|จัดส่ง|นำส่ง)[^\n]){0,220}$"
)
_INVITED = re.compile(rf"(?:ขอเชิญ|เชิญชวน|สามารถ|ประสงค์จะ)[^\n]*?{alternatives('handing')}(?!เสริม)[^\n]*$")
_PUT_OFF = re.compile(rf"เลื่อน(?:(?!{alternatives('handing')})[^\n])*$")
_NOT_DUTY = re.compile(r"(?:ไม่น้อยกว่า|อายุ|ระยะเวลา|เป็นเวลา|มาแล้ว|ได้รับแต่งตั้ง)\s*$")


def binds(body: Flow, time: TimeExpression, meetings: Sequence[Meeting], letter_date: str | None) -> bool:
    """Whether something is to be done by this time; a span that is over at the letter's date asks nothing."""
    if time.kind in SPANS and time.value is not None and time.end_date != time.date:
        over = (
            time.end_date is not None and bool(letter_date) and time.end_date.isoformat() < str(letter_date)
        )
        return time.end_date is not None and not over and _window(body, time, meetings)
    if is_noun(body.text, time) or _IN_FORCE.search(body.text[max(time.start - 60, 0) : time.start]):
        return False
    impossible = any(issue.code.startswith("impossible") for issue in time.issues)
    if time.kind not in _KINDS or (time.value is None and not time.rule and not impossible):
        return False
    return not _NOT_DUTY.search(body.text[max(time.start - 16, 0) : time.start])


def moved_here(body: Flow, time: TimeExpression, move: Move, meetings: Sequence[Meeting]) -> bool:
    """Whether a duty that was moved is due at this day: never at the former one, nor where an event moved.

    An event is put off (เลื่อน), a period is extended (ขยาย).
    """
    if time is not move.new or time.kind == "deadline":
        return time is move.new
    start, _ = body.paragraph(move.old.start)
    met = any(meeting.date == str(time.value)[:10] for meeting in meetings)
    put_off = _PUT_OFF.search(body.text[max(start, move.old.start - 100) : move.old.start])
    return not met and not put_off and not gathers(body.text, start, move.old)


def _window(body: Flow, time: TimeExpression, meetings: Sequence[Meeting]) -> bool:
    """A span of days in which something is to be done; its last day binds."""
    first = str(time.value)[:10]
    if any(meeting.date == first for meeting in meetings):
        return False
    if _DESCRIBED.search(body.text[max(time.start - 260, 0) : time.start]):
        return False
    start, _ = body.paragraph(time.start)
    before = body.text[max(start, time.start - 160) : time.start]
    if ITEM.match(body.arabic[start : time.start]) and len(before) > 12:
        return time.role not in {"past", "effective"}
    asked = re.search(r"(?:ขอให้|ให้|ต้อง|กำหนด|นำส่ง|จัดส่ง|ขอความ(?:ร่วมมือ|อนุเคราะห์)|โปรด)[^\n]*$", before)
    asked = asked or _INVITED.search(before)
    past = re.search(r"เมื่อ(?:ระหว่าง)?\s*(?:วันที่)?\s*$", before)
    return bool(asked) and is_window(body.text, start, time) and not past
