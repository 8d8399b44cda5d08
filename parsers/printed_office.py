"""The office that a letterhead prints, with its address: a name may go on below, a memo names its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from parsers.cues import longest_prefix, opens_with
from parsers.evidence import Trace
from parsers.lines import SourceLine
from parsers.offices import speaker_of_office

if TYPE_CHECKING:
    from parsers.letterhead import Letterhead

__all__ = ["FROM", "read_office"]

_ADDRESS = re.compile(
    r"^(?:ถนน|ถ\.|ตำบล|ต\.|แขวง|เขต|อำเภอ(?=.*(?:\d{5}|จังหวัด))|อ\.|หมู่|ม\.|เลขที่|ที่อยู่|ซอย|ซ\.|อาคาร|ชั้น|ศูนย์ราชการ|จังหวัด.*\d{5}|จ\.|กทม|\d{1,4}(?:/\d+)?\s)"
    r"|\d{5}\s*$"
)
FROM = re.compile(r"^จาก\s*:?\s+(?=[ก-ฮเ-ไ])")
"""A radio message says from whom and to whom, as a sealed letter does."""
_MORE_OF_A_NAME = ("และ", "เพื่อ", "แห่งชาติ", "แห่งประเทศ", "ระหว่างประเทศ")
_AREA_OFFICE = ("ประถมศึกษา", "มัธยมศึกษา")
_NUMBERED_PLACE = re.compile(r"[ก-๎]{3,}\s*เขต\s*[0-9๐-๙]{1,2}(?![0-9๐-๙])")


def read_office(head: Letterhead, lines: Sequence[SourceLine], trace: Trace) -> None:
    """Fills the issuer of a head: the office that stands above an address, else the last one."""
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
    text = FROM.sub("", text)
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
