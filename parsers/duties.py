"""Deadlines as duties: who must do what by when, in the letter's own words.

A day after ลงวันที่ or เมื่อวันที่ is never a deadline; one inside ตามที่ ... นั้น was set by an earlier letter
and is marked as restated.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from parsers.binding_days import SPANS, binds, moved_here
from parsers.clauses import action_around, responsible_in
from parsers.contract import Deadline, Meeting, Recipient
from parsers.dates import TimeExpression, add_business_days
from parsers.duty_words import ITEM, channel_in, dependency_in, enclosures_in, is_restated
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.moved import Move, moves_in
from parsers.script import arabic

__all__ = ["deadlines_of"]

_CHANNEL_REACH = 140
_NEAR = 800  # a paragraph of a thousand days is looked at near each of them only
_OR = re.compile(r"\s*(?:หรือ|และ|,)\s*")
_DAILY_HOUR = re.compile(r"\s*(?:(?:ภายใน|ก่อน|ไม่เกิน)?\s*เวลา\s*[\d.: ]+(?:น\.|นาฬิกา))?\s*")
_OF_MEETING = re.compile(r"(?:วัน|การ)(?:เริ่ม|จัด)?(?:การ)?(?:ประชุม|อบรม|ฝึกอบรม|สัมมนา)")


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
        if not (moved_here(body, time, move, meetings) if move else binds(body, time, meetings, letter_date)):
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


def _duty(
    body: Flow, time: TimeExpression, recipients: Sequence[Recipient], told: int, move: Move | None
) -> Deadline:
    """`told` is where the duty before it ends: its words are not this one's."""
    start, end = body.paragraph(time.start)
    paragraph = body.text[start:end]
    item = ITEM.match(body.arabic[start : start + _NEAR])
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
        respond_via=channel_in(after) or channel_in(action or ""),
        attachments=enclosures_in(arabic(action or ""))
        or enclosures_in(body.arabic[time.end : min(end, time.end + _NEAR)]),
        restated=is_restated(paragraph, time.start - start),
        depends_on=dependency_in(body.arabic[max(start, time.start - _NEAR) : time.start]),
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
    if not repeated or known.rule is None or time.kind not in SPANS or not _DAILY_HOUR.fullmatch(between):
        return False
    if time.end_date is not None:
        known.rule["rrule"] = f"{repeated};UNTIL={time.end_date:%Y%m%d}"
    return True


def _identity(duty: Deadline) -> str:
    """The same for two tellings of one duty."""
    return repr((duty.due, duty.item, duty.action, duty.rule))
