"""The parts of one letter: head, subject, recipients, references, enclosures, body, signature, foot."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from parsers.cues import alternatives, longest_prefix
from parsers.labels import label_of
from parsers.linekinds import (
    NAME_IN_BRACKETS,
    catchword_of,
    is_closing,
    is_contact,
    is_furniture,
    is_page_number,
    is_unit,
)
from parsers.lines import SourceLine, skeleton
from parsers.page import LineRole
from parsers.stamps import stamp_blocks

__all__ = ["Part", "Zone", "Zones", "zones_of"]


class Zone(StrEnum):
    """Where on the letter a line stands."""

    HEAD = "head"
    SUBJECT = "subject"
    RECIPIENT = "recipient"
    REFERENCE = "reference"
    ENCLOSURE = "enclosure"
    BODY = "body"
    ENDORSEMENT = "endorsement"
    CLOSING = "closing"
    SIGNATURE = "signature"
    SEAL = "seal"
    FOOT = "foot"
    COPIES = "copies"
    FURNITURE = "furniture"


_LABEL_ZONES = {
    "subject": Zone.SUBJECT,
    "recipient": Zone.RECIPIENT,
    "to": Zone.RECIPIENT,
    "reference": Zone.REFERENCE,
    "enclosure": Zone.ENCLOSURE,
}
_HEADER = {Zone.HEAD, Zone.SUBJECT, Zone.RECIPIENT, Zone.REFERENCE, Zone.ENCLOSURE}
_HEADER_REACH = 40
_SEAL_REACH = 6
_DAY_LINE = re.compile(r"^(?:วันที่)?[\s.…_]*\d{0,2}\s*[ก-๎.\s]{3,16}?(?:พ\s*\.?\s*ศ\s*\.?)?\s*25\d\d$")
_ITEM = re.compile(r"^\d{1,2}\s*[.)]\s")
_ENDORSED = re.compile(r"^เรียน\s+\S|^(?:เพื่อโปรด|เพื่อทราบ|เห็นควร|ทราบ|มอบ|ดำเนินการ|อนุมัติ|ชอบ|เห็นชอบ)")


@dataclass(frozen=True, slots=True)
class Part:
    """A line in its zone; `start` is where the zone's content begins, after any label."""

    line: SourceLine
    start: int = 0

    @property
    def text(self) -> str:
        """The line without its label."""
        return self.line.text[self.start :]


@dataclass(slots=True)
class Zones:
    """The lines of a letter by zone, in reading order, its stamps and which labels it bears."""

    parts: dict[Zone, list[Part]] = field(default_factory=lambda: defaultdict(list))
    stamps: list[list[SourceLine]] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)

    def lines(self, zone: Zone) -> list[SourceLine]:
        """The whole lines of a zone."""
        return [part.line for part in self.parts[zone]]


@lru_cache
def _body_start() -> re.Pattern[str]:
    return re.compile(rf"^{alternatives('body_start')}")


@lru_cache
def _foot_date() -> re.Pattern[str]:
    return re.compile(rf"^{alternatives('foot_date')}")


def zones_of(lines: Sequence[SourceLine]) -> Zones:
    """Puts each line of a document into its zone; stamps and page furniture are kept out."""
    found = Zones(stamps=stamp_blocks(lines))
    stamped = {id(line) for block in found.stamps for line in block}
    kept = [line for line in lines if id(line) not in stamped]
    foot = _foot_start(kept)
    seal = _seal_lines(kept, foot)
    zone = Zone.HEAD
    for index, line in enumerate(kept):
        if index in seal and zone is Zone.BODY:
            found.parts[Zone.SEAL].append(Part(line))
            continue
        if line.role in {LineRole.STAMP, LineRole.FURNITURE} or _is_furniture(kept, index):
            found.parts[Zone.FURNITURE].append(Part(line))
            continue
        zone, start = _next(found, zone, kept, index, foot)
        found.parts[zone].append(Part(line, start))
    return found


def _next(found: Zones, zone: Zone, lines: list[SourceLine], index: int, foot: int) -> tuple[Zone, int]:
    line = lines[index]
    label = label_of(line) if zone in _HEADER or zone is Zone.FOOT else None
    if label is not None and label.name == "copies":
        return Zone.COPIES, label.end
    if index >= foot and zone not in {Zone.HEAD, Zone.COPIES}:
        return Zone.FOOT, 0
    if zone in _HEADER:
        return _in_header(found, zone, line, label)
    return _after_header(found, zone, line), 0


def _in_header(found: Zones, zone: Zone, line: SourceLine, label: object) -> tuple[Zone, int]:
    name, end = getattr(label, "name", None), getattr(label, "end", 0)
    if name in _LABEL_ZONES and name not in found.labels:
        found.labels.add(name)
        return _LABEL_ZONES[name], end
    if is_closing(line):
        return Zone.CLOSING, 0
    begun = "recipient" in found.labels or "to" in found.labels or zone is Zone.SUBJECT
    if begun and _starts_body(zone, line):
        return Zone.BODY, 0
    return zone, 0


def _starts_body(zone: Zone, line: SourceLine) -> bool:
    if _body_start().match(line.text) and zone is not Zone.SUBJECT:
        return len(line.text) > 25 or line.gap
    if zone is Zone.SUBJECT:
        return line.gap and len(line.text) > 60 and bool(_body_start().match(line.text))
    if zone is Zone.ENCLOSURE and _ITEM.match(line.arabic):
        return False
    if zone is Zone.RECIPIENT:
        names = longest_prefix("posts", line.text) or longest_prefix("offices", line.text)
        return line.gap and len(line.text) > 60 and not (names and len(line.text) < 90)
    return line.gap and len(line.text) > 80 and "จำนวน" not in line.text[-22:]


def _after_header(found: Zones, zone: Zone, line: SourceLine) -> Zone:
    if is_closing(line):
        return Zone.CLOSING
    if zone is Zone.BODY and _foot_date().match(line.text):
        found.labels.add("foot_date")
        return Zone.CLOSING
    if zone in {Zone.BODY, Zone.ENDORSEMENT} and NAME_IN_BRACKETS.match(line.arabic) and _signs(line):
        return Zone.SIGNATURE
    if zone is Zone.BODY and _ENDORSED.match(line.text) and len(line.text) < 100 and line.gap:
        return Zone.ENDORSEMENT
    if zone is Zone.ENDORSEMENT and len(line.text) > 100:
        return Zone.BODY
    return Zone.SIGNATURE if zone is Zone.CLOSING else zone


def _signs(line: SourceLine) -> bool:
    return bool(longest_prefix("titles", line.text.strip("( ")))


def _is_furniture(lines: list[SourceLine], index: int) -> bool:
    line = lines[index]
    if is_page_number(line) or is_furniture(line):
        return True
    words = catchword_of(line)
    if words is None:
        return False
    following = [skeleton(after.arabic) for after in lines[index + 1 : index + 4]]
    key = skeleton(line.arabic).lstrip("/ ").rstrip(". …")[:40]
    return bool(key) and any(after.replace(" ", "").startswith(key.replace(" ", "")) for after in following)


def _foot_start(lines: Sequence[SourceLine]) -> int:
    """Where the owner's lines begin: the run of offices and contacts that ends the letter."""
    floor = _header_end(lines)
    last = next((i for i in range(len(lines) - 1, floor, -1) if _foot_contact(lines[i])), None)
    if last is None:
        return _unit_run(lines, len(lines), floor)
    while last > floor and _foot_contact(lines[last - 1]):
        last -= 1
    return _unit_run(lines, last, floor)


def _header_end(lines: Sequence[SourceLine]) -> int:
    """The last line that bears a header label: a memo has its telephone above it."""
    labels = ((index, label_of(line)) for index, line in enumerate(lines[:_HEADER_REACH]))
    return max(
        (index for index, label in labels if label is not None and label.name in _LABEL_ZONES), default=0
    )


def _seal_lines(lines: Sequence[SourceLine], foot: int) -> set[int]:
    """The sender's name and day beside the seal of a sealed letter, between body and foot."""
    for index in range(foot - 1, max(foot - _SEAL_REACH, 0), -1):
        if _DAY_LINE.match(lines[index].arabic) and len(lines[index].text) <= 40:
            return {index - 1, index} if is_unit(lines[index - 1]) else {index}
    return set()


def _unit_run(lines: Sequence[SourceLine], end: int, floor: int) -> int:
    start = end
    while start > floor + 1 and (is_unit(lines[start - 1]) or _foot_contact(lines[start - 1])):
        start -= 1
    return start


def _foot_contact(line: SourceLine) -> bool:
    if not is_contact(line):
        return False
    return is_unit_with_contact(line) or bool(
        re.match(
            r"^\(?(?:โทร|ผู้ประสาน|e-?mail|ไปรษณีย์อิเล็ก|เว็บ|www|http|ไลน์|line|tel|fax|มือถือ|id)", line.text, re.I
        )
    )


def is_unit_with_contact(line: SourceLine) -> bool:
    """Whether an office and its telephone share the line (`สำนักกฎหมาย โทร. ๐ ๒๒๔๑ ๐๐๐๐`)."""
    found = re.search(r"\(?(?:โทร|ไปรษณีย์อิเล็ก|e-?mail)", line.text, re.I)
    if not found or len(line.text) > 130:
        return False
    name = line.text[: found.start()].strip()
    return 3 < len(name) < 80 and longest_prefix("offices", name) is not None and "เรียน" not in name
