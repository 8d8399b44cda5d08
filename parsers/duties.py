"""Deadlines as duties: who must do what by when, in the letter's own words.

A day after ลงวันที่ or เมื่อวันที่ is never a deadline; one inside ตามที่ ... นั้น was set by an earlier letter
and is marked as restated.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from parsers.clauses import action_around, responsible_in
from parsers.contract import Deadline, Meeting, Recipient
from parsers.cues import alternatives, value_of
from parsers.dates import TimeExpression, add_business_days
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.gatherings import gathers, is_noun, is_window
from parsers.moved import Move, moves_in
from parsers.script import arabic

__all__ = ["deadlines_of"]

_KINDS = {"deadline", "deadline_relative", "recurring"}
_SPANS = {"date_range", "datetime_range"}
_ITEM = re.compile(r"^\s*(?:ข้อ\s*)?\(?(\d{1,2}(?:\.\d{1,2}){0,3})\)?[.)]?\s")
_RESTATED = re.compile(r"^\s*(?:[0-9๐-๙]{1,2}[.)]\s*)?(?:ตามที่|ตาม|อนุสนธิ|สืบเนื่อง)")
_THAT = re.compile(r"นั้น(?=\s|$|\n|[ก-ฮเ-ไ])(?!เอง)")
_ENCLOSED = re.compile(
    r"(?:สิ่งที่ส่งมาด้วย|เอกสารแนบ)\s*(?:ลำดับที่|หมายเลข|ที่)?\s*(\d{1,2}(?:\s*(?:-|–|ถึง|,|และ)\s*\d{1,2})*)"
)
_DEPENDS = re.compile(
    r"(?:ภายหลัง|หลัง|เมื่อ)(?:จาก)?[^\n]{0,40}?ตามข้อ\s*(\d{1,2}(?:\.\d{1,2})*)[^\n]{0,30}?(?:แล้ว|เสร็จ)"
)
_CHANNEL_REACH = 140
_NEAR = 800  # a paragraph of a thousand days is looked at near each of them only
_IN_FORCE = re.compile(r"(?:ใช้บังคับ|มีผล)(?:[^\n]{0,12}เมื่อพ้น(?:กำหนด)?)?\s*$")
# `ผู้ที่ยื่นคำขอ ในระหว่างวันที่ ...` tells who is meant, and asks nothing
_DESCRIBED = re.compile(
    r"(?:ที่|ผู้|ซึ่ง)(?:ได้)?(?:ยื่น|สมัคร|ส่ง|ลงทะเบียน)(?!เสริม|มา|มอบ)"
    r"(?:(?!ขอให้|จึง|โปรด|ลงทะเบียน|ชำระ|รายงานตัว|ยื่น|จัดส่ง|นำส่ง)[^\n]){0,220}$"
)
_INVITED = re.compile(rf"(?:ขอเชิญ|เชิญชวน|สามารถ|ประสงค์จะ)[^\n]*?{alternatives('handing')}(?!เสริม)[^\n]*$")
_PUT_OFF = re.compile(rf"เลื่อน(?:(?!{alternatives('handing')})[^\n])*$")
_OR = re.compile(r"\s*(?:หรือ|และ|,)\s*")
_DAILY_HOUR = re.compile(r"\s*(?:(?:ภายใน|ก่อน|ไม่เกิน)?\s*เวลา\s*[\d.: ]+(?:น\.|นาฬิกา))?\s*")
_OF_MEETING = re.compile(r"(?:วัน|การ)(?:เริ่ม|จัด)?(?:การ)?(?:ประชุม|อบรม|ฝึกอบรม|สัมมนา)")
_NOT_DUTY = re.compile(r"(?:ไม่น้อยกว่า|อายุ|ระยะเวลา|เป็นเวลา|มาแล้ว|ได้รับแต่งตั้ง)\s*$")


def deadlines_of(
    body: Flow,
    trace: Trace,
    letter_date: str | None,
    recipients: Sequence[Recipient],
    meetings: Sequence[Meeting],
) -> tuple[list[Deadline], list[TimeExpression]]:
    """The duties of a letter's body in the order in which they stand, with the expressions that set them."""
    found: list[Deadline] = []
    set_by: list[TimeExpression] = []
    told: set[str] = set()
    times = body.times(letter_date)
    moves = moves_in(body.text, times)
    for time in times:
        move = next((move for move in moves if time in (move.old, move.new)), None)
        if not (
            _moved_here(body, time, move, meetings) if move else _binds(body, time, meetings, letter_date)
        ):
            continue
        duty = _duty(body, time, recipients, set_by[-1].end if set_by else 0, move)
        if duty.due is None:
            duty.due = _before_the_meeting(duty.rule, meetings)
        if (same := _identity(duty)) in told:
            continue
        if found and _bounds(body.text[set_by[-1].end : time.start], found[-1], time):
            continue
        if found and _or_else(body.text[set_by[-1].end : time.start], found[-1], duty):
            continue
        pointer = f"/deadlines/{len(found)}"
        trace.note_span(f"{pointer}/due", body, time.start, time.end)
        told.add(same)
        found.append(duty)
        set_by.append(time)
    return found, set_by


def _binds(body: Flow, time: TimeExpression, meetings: Sequence[Meeting], letter_date: str | None) -> bool:
    """Whether something is to be done by this time; a span that is over at the letter's date asks nothing."""
    if time.kind in _SPANS and time.value is not None and time.end_date != time.date:
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


def _moved_here(body: Flow, time: TimeExpression, move: Move, meetings: Sequence[Meeting]) -> bool:
    """Whether a duty that was moved is due at this day: never at the former one, nor where an event moved.

    An event is put off (เลื่อน), a period is extended (ขยาย).
    """
    if time is not move.new or time.kind == "deadline":
        return time is move.new
    start, _ = body.paragraph(move.old.start)
    met = any(meeting.date == str(time.value)[:10] for meeting in meetings)
    put_off = _PUT_OFF.search(body.text[max(start, move.old.start - 100) : move.old.start])
    return not met and not put_off and not gathers(body.text, start, move.old)


def _before_the_meeting(rule: dict[str, object] | None, meetings: Sequence[Meeting]) -> str | None:
    """`ก่อนวันประชุม ๓ วัน` where the letter calls one meeting, and its day is known."""
    days = [day for day in {meeting.date for meeting in meetings} if day]
    back = rule.get("days") if rule else None
    if not rule or not isinstance(back, int) or len(days) != 1:
        return None
    if not _OF_MEETING.match(str(rule.get("from"))):
        return None
    day = dt.date.fromisoformat(days[0])
    last = add_business_days(day, back) if rule.get("business_days") else day + dt.timedelta(days=back)
    return last.isoformat()


def _window(body: Flow, time: TimeExpression, meetings: Sequence[Meeting]) -> bool:
    """A span of days in which something is to be done; its last day binds."""
    first = str(time.value)[:10]
    if any(meeting.date == first for meeting in meetings):
        return False
    if _DESCRIBED.search(body.text[max(time.start - 260, 0) : time.start]):
        return False
    start, _ = body.paragraph(time.start)
    before = body.text[max(start, time.start - 160) : time.start]
    if _ITEM.match(body.arabic[start : time.start]) and len(before) > 12:
        return time.role not in {"past", "effective"}
    asked = re.search(r"(?:ขอให้|ให้|ต้อง|กำหนด|นำส่ง|จัดส่ง|ขอความ(?:ร่วมมือ|อนุเคราะห์)|โปรด)[^\n]*$", before)
    asked = asked or _INVITED.search(before)
    past = re.search(r"เมื่อ(?:ระหว่าง)?\s*(?:วันที่)?\s*$", before)
    return bool(asked) and is_window(body.text, start, time) and not past


def _duty(
    body: Flow, time: TimeExpression, recipients: Sequence[Recipient], told: int, move: Move | None
) -> Deadline:
    """`told` is where the duty before it ends: its words are not this one's."""
    start, end = body.paragraph(time.start)
    paragraph = body.text[start:end]
    item = _ITEM.match(body.arabic[start : start + _NEAR])
    said = move.said if move else time.start
    action = action_around(body.text, max(start, told, said - _NEAR), said, time.end)
    after = body.text[time.end : min(end, time.end + _CHANNEL_REACH)]
    return Deadline(
        due=_due(time),
        item=item[1] if item else None,
        responsible=responsible_in(body.text, start, time.start)
        or (recipients[0].name if recipients else None),
        action=action,
        text=time.text,
        rule=_rule(time),
        respond_via=_channel(after) or _channel(action or ""),
        attachments=_enclosures(arabic(action or ""))
        or _enclosures(body.arabic[time.end : min(end, time.end + _NEAR)]),
        restated=_is_restated(paragraph, time.start - start),
        depends_on=_dependency(body.arabic[max(start, time.start - _NEAR) : time.start]),
    )


def _due(time: TimeExpression) -> str | None:
    if time.kind == "recurring":
        return None
    rule = time.rule or {}
    if time.kind == "deadline_relative" and rule.get("from") not in {None, "letter", "date"}:
        return None
    value = str(time.value).split("/")[-1] if time.value else ""
    return value[:10] if re.match(r"\d{4}-\d\d-\d\d", value) else None


def _rule(time: TimeExpression) -> dict[str, object] | None:
    return dict(time.rule) if time.rule else None


def _channel(after: str) -> str | None:
    found = re.search(alternatives("channel"), after, re.IGNORECASE)
    return value_of("channel", found[0]) if found else None


def _enclosures(after: str) -> list[int]:
    found = _ENCLOSED.search(after)
    if not found:
        return []
    numbers: list[int] = []
    for piece in re.split(r"\s*(?:,|และ)\s*", found[1]):
        ends = [int(digits) for digits in re.findall(r"\d+", piece)]
        numbers.extend(range(ends[0], min(ends[-1], ends[0] + 30) + 1))
    return sorted(set(numbers))


def _is_restated(paragraph: str, offset: int) -> bool:
    return bool(_RESTATED.match(paragraph) and _THAT.search(paragraph, offset))


def _dependency(before: str) -> str | None:
    found = list(_DEPENDS.finditer(before))
    return found[-1][1] if found else None


def _or_else(between: str, known: Deadline, duty: Deadline) -> bool:
    """`๑ - ๓๐ เมษายน หรือ ๑ - ๓๑ ตุลาคม ของทุกปี`: one duty at either time; its rule keeps the other as `or`."""
    repeated = (duty.rule or {}).get("rrule")
    if not (repeated and known.rule and "rrule" in known.rule and _OR.fullmatch(between)):
        return False
    known.rule["or"] = repeated
    return True


def _bounds(between: str, known: Deadline, time: TimeExpression) -> bool:
    """`รายงานทุกวัน ภายในเวลา ๑๖.๐๐ น. ตั้งแต่วันที่ ๒๙ ถึงวันที่ ๔`: how long a repeated duty is repeated."""
    repeated = (known.rule or {}).get("rrule")
    if not repeated or known.rule is None or time.kind not in _SPANS or not _DAILY_HOUR.fullmatch(between):
        return False
    if time.end_date is not None:
        known.rule["rrule"] = f"{repeated};UNTIL={time.end_date:%Y%m%d}"
    return True


def _identity(duty: Deadline) -> str:
    """The same for two tellings of one duty."""
    return repr((duty.due, duty.item, duty.action, duty.rule))
