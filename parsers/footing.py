"""The foot of a letter: the owner's lines and contacts, and what a seal bears above them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.cues import longest_prefix, opens_with
from parsers.linekinds import NAME_IN_BRACKETS, is_closing, is_contact, is_unit
from parsers.lines import SourceLine

__all__ = ["certified_copy", "foot_start", "is_unit_with_contact", "seal_lines"]

_SEAL_REACH = 6
_LONGEST = 130
_SET_IN = 0.1
_CERTIFIED = re.compile(r"^\(?(?:รับรอง)?สำเนาถูกต้อง\)?$")
_CERTIFIER = 6
_BESIDE = 0.15
_CONTACT = re.compile(
    r"^\(?(?:โทร(?!ทัศน์|คมนาคม|เวช|มาตร|เลข)|ผู้ประสาน|e-?mail|อีเมล|ไปรษณีย์อิเล็ก|เว็บ|(?:www|http)\S+$|ไลน์|line|tel|fax|มือถือ|id)",
    re.IGNORECASE,
)
_DAY_LINE = re.compile(r"^(?:วันที่)?[\s.…_]*\d{0,2}\s*[ก-๎.\s]{3,16}?(?:พ\s*\.?\s*ศ\s*\.?)?\s*25\d\d$")


def foot_start(lines: Sequence[SourceLine], header_end: int) -> int:
    """Where the owner's lines begin: the run of offices and contacts that ends the letter."""
    signed = (
        index for index, line in enumerate(lines) if NAME_IN_BRACKETS.match(line.arabic) or is_closing(line)
    )
    floor = max(header_end, *signed, header_end)
    last = next((i for i in range(len(lines) - 1, floor, -1) if _foot_contact(lines[i])), None)
    if last is None:
        return _unit_run(lines, len(lines), floor)
    while last > floor and _foot_contact(lines[last - 1]):
        last -= 1
    return _unit_run(lines, last, floor)


def _ends_text(line: SourceLine) -> bool:
    return bool(NAME_IN_BRACKETS.match(line.arabic)) or is_closing(line)


def certified_copy(lines: Sequence[SourceLine]) -> set[int]:
    """สำเนาถูกต้อง below the letter with the certifier's name and post: another person's words."""
    for index in range(len(lines) - 1, 0, -1):
        if not _CERTIFIED.match(lines[index].text):
            continue
        below = range(index, min(index + _CERTIFIER, len(lines)))
        same = [at for at in below if _stands_under(lines[at], lines[index]) and len(lines[at].text) <= 60]
        named = any(_is_name(lines[at]) for at in same)
        return set(same) if named and not any(is_contact(lines[at]) for at in same) else set()
    return set()


def _stands_under(line: SourceLine, stamp: SourceLine) -> bool:
    """Whether a line is of the same page and, where lines have boxes, not far to the left of the stamp."""
    if line.page != stamp.page or line.bbox is None or stamp.bbox is None:
        return line.page == stamp.page
    return line.bbox[0] > stamp.bbox[0] - _BESIDE


def _is_name(line: SourceLine) -> bool:
    """A name in brackets; the closing one may be lost behind a title."""
    if NAME_IN_BRACKETS.match(line.arabic):
        return True
    return line.text.startswith("(") and longest_prefix("titles", line.text.strip("( ")) is not None


def seal_lines(lines: Sequence[SourceLine], foot: int) -> set[int]:
    """The sender's name and day beside the seal of a sealed letter, between body and foot."""
    if any(_ends_text(line) for line in lines):
        return set()
    for index in range(foot - 1, max(foot - _SEAL_REACH, 0), -1):
        if _DAY_LINE.match(lines[index].arabic) and len(lines[index].text) <= 40:
            return {index - 1, index} if is_unit(lines[index - 1]) else {index}
    return set()


def _unit_run(lines: Sequence[SourceLine], end: int, floor: int) -> int:
    start = end
    while start > floor + 1 and (is_unit(lines[start - 1]) or _foot_contact(lines[start - 1])):
        if (
            start < len(lines)
            and is_unit(lines[start - 1])
            and lines[start - 1].indent - lines[start].indent > _SET_IN
        ):
            break  # the office of the post that signs; the owner stands at the margin
        start -= 1
    return start


def _foot_contact(line: SourceLine) -> bool:
    if not is_contact(line):
        return False
    return is_unit_with_contact(line) or bool(_CONTACT.match(line.text) and len(line.text) <= _LONGEST)


def is_unit_with_contact(line: SourceLine) -> bool:
    """Whether an office and its telephone share the line (`สำนักกฎหมาย โทร. ๐ ๒๒๔๑ ๐๐๐๐`)."""
    found = re.search(r"\(?(?:โทร(?!ทัศน์|คมนาคม|เวช|มาตร|เลข)|ไปรษณีย์อิเล็ก|e-?mail)", line.text, re.I)
    if not found or len(line.text) > 130:
        return False
    name = line.text[: found.start()].strip()
    return 3 < len(name) < 80 and opens_with("offices", name) is not None and "เรียน" not in name
