"""The head of a letter: urgency, secrecy, number, day, the office that it prints and its address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from parsers.contract import Issuer, Number
from parsers.cues import longest_prefix, opens_with
from parsers.dates import TimeExpression, find_times
from parsers.evidence import Trace
from parsers.layout import Zone, Zones
from parsers.linekinds import secrecy_of, urgency_of
from parsers.lines import SourceLine
from parsers.numbers import NumberMatch, find_numbers
from parsers.offices import speaker_of_office

__all__ = ["Letterhead", "day_alone", "read_letterhead"]

_ADDRESS = re.compile(
    r"^(?:ถนน|ถ\.|ตำบล|ต\.|แขวง|เขต|อำเภอ(?=.*(?:\d{5}|จังหวัด))|อ\.|หมู่|ม\.|เลขที่|ที่อยู่|ซอย|ซ\.|อาคาร|ชั้น|ศูนย์ราชการ|จังหวัด.*\d{5}|จ\.|กทม|\d{1,4}(?:/\d+)?\s)"
    r"|\d{5}\s*$"
)
_BEFORE_NUMBER = re.compile(r"^(?:[^ก-ฮ\d]{0,4}|.{0,14}?ที่\s*[:.]?\s*|ด่วน\S{0,6}\s*|.{0,3}\s)$")
_AROUND_DAY = re.compile(r"^[\s.:,'\-]*(?:วันที่|ณ\s*วันที่|ณ)?[\s.:,]*$")
_FROM = re.compile(r"^จาก\s*:?\s+(?=[ก-ฮเ-ไ])")  # a radio message says from whom and to whom
_MORE_OF_A_NAME = ("และ", "เพื่อ", "แห่งชาติ", "แห่งประเทศ", "ระหว่างประเทศ")
_AREA_OFFICE = ("ประถมศึกษา", "มัธยมศึกษา")
_NUMBERED_PLACE = re.compile(r"[ก-๎]{3,}\s*เขต\s*[0-9๐-๙]{1,2}(?![0-9๐-๙])")
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
    _read_office(head, [line for line in lines if not sealed or _FROM.match(line.text)], trace)
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


def _read_office(head: Letterhead, lines: Sequence[SourceLine], trace: Trace) -> None:
    found = [(line, name) for line in lines if (name := _office_name(line, head)) is not None]
    if not found:
        return
    line, name = _printed_office(found, lines)
    if (more := _goes_on(line, lines)) is not None:
        name += more
    head.issuer.office = name
    head.issuer.name = speaker_of_office(_outermost(line, name))
    trace.note("/issuer/office", [line], name)
    trace.note("/issuer/name", [line], name)
    below = lines[lines.index(line) + 1 : lines.index(line) + 4]
    address = [other for other in below if _ADDRESS.search(other.arabic) and other is not head.day_line]
    if address:
        head.issuer.address = " ".join(other.text for other in address)
        trace.note("/issuer/address", address)


def _goes_on(line: SourceLine, lines: Sequence[SourceLine]) -> str | None:
    """The rest of a long name on the line below (`สำนักงานนโยบายและแผนทรัพยากรธรรมชาติ / และสิ่งแวดล้อม`)."""
    at = lines.index(line) + 1
    below = lines[at].text if at < len(lines) else ""
    if line.text.endswith(_AREA_OFFICE) and (place := _NUMBERED_PLACE.match(below)):
        return place[0]
    goes_on = below.startswith(_MORE_OF_A_NAME) and len(below) < 60 and not re.search(r"\d", below)
    return below if goes_on else None


def _office_name(line: SourceLine, head: Letterhead) -> str | None:
    text = line.text
    if line is head.number_line and head.number_match is not None:
        text = text[head.number_match.end :].strip()
    if line is head.day_line or not text or len(text) > 110:
        return None
    labelled = text.startswith("ส่วนราชการ")
    text = _FROM.sub("", text)
    text = text.removeprefix("ส่วนราชการ").removeprefix("ในราชการ").strip(" :.")
    text = re.split(r"โทร(?!ทัศน์|คมนาคม|เวช|มาตร|เลข)", text)[0].strip(" (")
    if labelled and len(text) > 1:
        return text if text.count("(") == text.count(")") else " ".join(text.replace("(", " ").split())
    return text if opens_with("offices", text) and not _ADDRESS.search(line.arabic[-len(text) :]) else None


def _outermost(line: SourceLine, name: str) -> str:
    """A memo's line runs from the office to its unit (`ส่วนราชการ กรมการปกครอง กองคลัง`)."""
    if not line.text.startswith("ส่วนราชการ"):
        return name
    words = name.split(" ")
    cut = next((i for i, word in enumerate(words[1:], 1) if longest_prefix("offices", word)), len(words))
    return " ".join(words[:cut])


def _printed_office(
    found: Sequence[tuple[SourceLine, str]], lines: Sequence[SourceLine]
) -> tuple[SourceLine, str]:
    """The first of the office lines that stand together above an address; else the last office.

    A building may follow the office (`กรมที่ดิน / ศูนย์ราชการเฉลิมพระเกียรติ`); a stamp's office stands apart.
    """
    places = [lines.index(line) for line, _ in found]
    for at in reversed(range(len(found))):
        following = places[at] + 1
        if following < len(lines) and _ADDRESS.search(lines[following].arabic):
            while at and _together(lines[places[at - 1] : places[at]]):
                at -= 1
            return found[at]
    return found[-1]


def _together(lines: Sequence[SourceLine]) -> bool:
    """Whether only the rest of a long name stands between an office's line and the next one's."""
    return len(lines) == 1 or (len(lines) == 2 and lines[1].text.startswith(_MORE_OF_A_NAME))
