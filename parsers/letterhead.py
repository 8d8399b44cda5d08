"""The head of a letter: urgency, secrecy, number, day, the office that it prints and its address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from parsers.contract import Issuer, Number
from parsers.dates import TimeExpression, find_times
from parsers.evidence import Trace
from parsers.layout import Zone, Zones
from parsers.linekinds import secrecy_of, urgency_of
from parsers.lines import SourceLine
from parsers.numbers import NumberMatch, find_numbers
from parsers.printed_office import FROM, read_office

__all__ = ["Letterhead", "day_alone", "read_letterhead"]

_BEFORE_NUMBER = re.compile(r"^(?:[^ก-ฮ\d]{0,4}|.{0,14}?ที่\s*[:.]?\s*|ด่วน\S{0,6}\s*|.{0,3}\s)$")
_AROUND_DAY = re.compile(r"^[\s.:,'\-]*(?:วันที่|ณ\s*วันที่|ณ)?[\s.:,]*$")
_MONTH_ONLY = re.compile(r"^[\s.…_]*[ก-๎.]{4,14}\s*(?:พ\.?\s*ศ\.?)?\s*25\d\d$")


@dataclass(slots=True)
class Letterhead:
    """What the head says; `day` keeps the expression, whose issues become flags.

    `in_seal` is a day beside or inside a seal that is not certain, empty where none could be read at all.
    """

    urgency: str | None = None
    secrecy: str | None = None
    number: Number | None = None
    number_match: NumberMatch | None = None
    number_line: SourceLine | None = None
    date: str | None = None
    day: TimeExpression | None = None
    day_line: SourceLine | None = None
    in_seal: str | None = None
    issuer: Issuer = field(default_factory=Issuer)


def read_letterhead(zones: Zones, trace: Trace, sealed: bool = False) -> Letterhead:
    """Reads the lines above เรื่อง; a memo's head lines carry labels, a letter's do not.

    A sealed letter has no office at its head but behind จาก: an office there is a receiving stamp's.
    """
    head = Letterhead()
    lines = [piece for line in zones.lines(Zone.HEAD) for piece in _columns(line)]
    for line in lines:
        if head.urgency is None and (urgency := urgency_of(line)):
            head.urgency = urgency
            trace.note("/urgency", [line])
        if head.secrecy is None and (secrecy := secrecy_of(line)):
            head.secrecy = secrecy
            trace.note("/secrecy", [line])
    _read_number(head, lines, trace)
    _read_day(head, lines, trace)
    read_office(head, [line for line in lines if not sealed or FROM.match(line.text)], trace)
    return head


def _columns(line: SourceLine) -> list[SourceLine]:
    """Number and office on one line, wide white space between them, are read as two."""
    if len(line.columns) < 2 or line.text.startswith("ส่วนราชการ") or day_alone(line):
        return [line]
    return [replace(line, text=part, raw=part) for part in line.columns]


def _read_number(head: Letterhead, lines: Sequence[SourceLine], trace: Trace) -> None:
    for line in lines:
        for found in find_numbers(line.text):
            if found.kind not in {"letter", "memo", "order"} or not _BEFORE_NUMBER.match(
                line.arabic[: found.start]
            ):
                continue
            head.number_match, head.number_line = found, line
            if found.number.serial is not None:
                head.number = found.number
                head.number.alternatives = [other.canonical for other in found.alternatives]
                trace.note("/number", [line], found.text)
            elif line.filled_in:
                trace.note("/number", [line], f"{found.text} {line.filled_in}")
            return


def day_alone(line: SourceLine) -> TimeExpression | None:
    """The day, valid or not, that a line holds alone: a letter's own date has no word before it."""
    if len(line.text) > 60 or not re.search(r"\d", line.arabic):
        return None
    for found in find_times(line.text):
        if found.kind not in {"date", "datetime"} or (found.value is None and not found.issues):
            continue
        before, after = line.arabic[: found.start], line.arabic[found.end :]
        if _AROUND_DAY.match(before) and len(after.strip(" .,'-")) <= 3:
            return found
    return None


def _read_day(head: Letterhead, lines: Sequence[SourceLine], trace: Trace) -> None:
    for line in reversed(lines):
        found = day_alone(line) or _day_of_memo(line)
        if found is None:
            continue
        head.day, head.day_line = found, line
        if found.value is not None:
            head.date = found.value[:10]
            trace.note("/date", [line], found.text)
        return
    for line in lines:  # a month and year whose day was written by hand and could not be read
        if line.filled_in and line is not head.number_line:
            head.day_line = line
            trace.note("/date", [line], f"{line.filled_in} {line.text}")


def _day_of_memo(line: SourceLine) -> TimeExpression | None:
    """`ที่ มท ๐๓๐๑/๑๒ วันที่ ๓ มกราคม ๒๕๖๘`."""
    at = line.text.find("วันที่")
    if at < 0 or len(line.text) > 110:
        return None
    return next(
        (
            f
            for f in find_times(line.text)
            if f.start >= at - 1 and f.kind == "date" and (f.value or f.issues)
        ),
        None,
    )
