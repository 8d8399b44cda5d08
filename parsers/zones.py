"""Puts each line of a letter into its zone, walking down from the head to the foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from parsers.cues import alternatives, longest_prefix, opens_with
from parsers.footing import certified_copy, foot_start, seal_lines
from parsers.furniture import is_page_furniture
from parsers.header import Header, header_of
from parsers.labels import Label, label_of
from parsers.layout import HEADER, LABEL_ZONES, Part, Zone, Zones
from parsers.linekinds import NAME_IN_BRACKETS, is_closing, is_contact, is_furniture, is_unit
from parsers.lines import SourceLine
from parsers.page import LineRole
from parsers.stamps import stamp_blocks

__all__ = ["zones_of"]

_ENDORSED = re.compile(r"^เรียน\s+\S|^(?:เพื่อโปรด|เพื่อทราบ|เห็นควร|ทราบ|มอบ|ดำเนินการ|อนุมัติ|ชอบ|เห็นชอบ)")


_PROXY_ENDS = re.compile(rf"{alternatives('proxy')}\s*$")
_FIRST_ITEM = re.compile(r"^1\s*[.)]\s*\D")
_TEXT = {Zone.SUBJECT, Zone.RECIPIENT, Zone.REFERENCE, Zone.ENCLOSURE, Zone.BODY}
_BELOW = {Zone.CLOSING, Zone.SIGNATURE, Zone.FOOT}
_AT_MARGIN = 0.03
_INDENTED = 0.12
_MIDDLE = 0.62
_LONGEST_RANK = 25
_LISTED = {Zone.REFERENCE, Zone.ENCLOSURE}


@lru_cache
def _foot_date() -> re.Pattern[str]:
    return re.compile(rf"^{alternatives('foot_date')}")


def zones_of(lines: Sequence[SourceLine]) -> Zones:
    """The lines of a document by zone; stamps and page furniture are kept out."""
    found = Zones(stamps=stamp_blocks(lines))
    stamped = {id(line) for block in found.stamps for line in block}
    certified = certified_copy(lines)
    found.parts[Zone.FURNITURE] += [Part(lines[index]) for index in sorted(certified)]
    own = [line for index, line in enumerate(lines) if id(line) not in stamped and index not in certified]
    kept = _sides_apart(own)
    header = header_of(kept)
    foot = foot_start(kept, header.end)
    seal = seal_lines(kept, foot)
    zone = Zone.HEAD
    for index, line in enumerate(kept):
        if index in seal and zone is Zone.BODY:
            found.parts[Zone.SEAL].append(Part(line))
        elif line.role is LineRole.HANDWRITING and zone is not Zone.HEAD:
            found.parts[Zone.ENDORSEMENT].append(Part(line))
        elif _beside_the_text(zone, kept, index):
            found.parts[Zone.FURNITURE].append(Part(line))
        else:
            zone, start = _next(found, header, zone, kept, index, foot)
            found.parts[zone].append(Part(line, start))
    return found


def _sides_apart(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """An owner and the post signed for on one row may be read as one line: the post comes first."""
    apart: list[SourceLine] = []
    for index, line in enumerate(lines):
        cut = _post_behind(line) if index and _PROXY_ENDS.search(lines[index - 1].text) else None
        apart += [line] if cut is None else [_piece(line, cut, len(line.text)), _piece(line, 0, cut)]
    return apart


def _post_behind(line: SourceLine) -> int | None:
    if not opens_with("offices", line.text):
        return None
    spaces = [found.end() for found in re.finditer(" ", line.text)]
    return next((at for at in spaces if longest_prefix("posts", line.text[at:])), None)


def _piece(line: SourceLine, start: int, end: int) -> SourceLine:
    text, box = line.text[start:end].strip(), line.bbox
    if box is not None:
        width = (box[2] - box[0]) / len(line.text)
        box = (box[0] + width * start, box[1], box[0] + width * end, box[3])
    return replace(line, text=text, raw=text, bbox=box)


def _beside_the_text(zone: Zone, lines: Sequence[SourceLine], index: int) -> bool:
    """Stamps, page furniture, and slogans, which stand above the subject or below the closing only."""
    line = lines[index]
    if line.role in {LineRole.STAMP, LineRole.FURNITURE} or is_page_furniture(lines, index):
        return True
    return zone not in _TEXT and is_furniture(line)


def _next(
    found: Zones, header: Header, zone: Zone, lines: Sequence[SourceLine], index: int, foot: int
) -> tuple[Zone, int]:
    line = lines[index]
    label = label_of(line) if zone in HEADER or zone is Zone.FOOT else None
    if label is not None and label.name == "copies":
        return Zone.COPIES, label.end
    if zone in _BELOW and (side := _side(line, header)) is not None:
        return side, 0
    if index >= foot and zone not in {Zone.HEAD, Zone.COPIES}:
        return Zone.FOOT, 0
    if zone in HEADER:
        return _in_header(found, header, zone, line, index, label)
    following = lines[index + 1] if index + 1 < len(lines) else None
    return _after_header(found, zone, line, following), 0


def _side(line: SourceLine, header: Header) -> Zone | None:
    """Below the closing, owner and signature may stand side by side: at the margin, and in the middle."""
    if line.bbox is None or header.margin is None:
        return None
    left = line.bbox[0] <= header.margin + _AT_MARGIN and line.bbox[2] < _MIDDLE
    if left and (is_unit(line) or is_contact(line)):
        return Zone.FOOT
    posted = NAME_IN_BRACKETS.match(line.arabic) or opens_with("posts", line.text)
    return Zone.SIGNATURE if posted and line.bbox[0] > header.margin + _INDENTED else None


def _in_header(
    found: Zones, header: Header, zone: Zone, line: SourceLine, index: int, label: Label | None
) -> tuple[Zone, int]:
    label = label or header.unlabelled(line, index, zone, found.labels)
    if label is not None and label.name in LABEL_ZONES and label.name not in found.labels:
        found.labels.add(label.name)
        return LABEL_ZONES[label.name], label.end
    if is_closing(line):
        return Zone.CLOSING, 0
    begun = "recipient" in found.labels or "to" in found.labels or zone is Zone.SUBJECT
    if begun and (index >= header.body or header.starts_body(zone, line) or _restarts(found, zone, line)):
        return Zone.BODY, 0
    return zone, 0


def _restarts(found: Zones, zone: Zone, line: SourceLine) -> bool:
    """Whether a list begins anew below the enclosures or references: it is the body's (`๑. ตามอ้างถึง ...`)."""
    return (
        zone in _LISTED
        and bool(_FIRST_ITEM.match(line.arabic))
        and any(part.text.strip() for part in found.parts[zone])
    )


def _after_header(found: Zones, zone: Zone, line: SourceLine, following: SourceLine | None) -> Zone:
    if is_closing(line):
        return Zone.CLOSING
    if zone is Zone.BODY and _foot_date().match(line.text):
        found.labels.add("foot_date")
        return Zone.CLOSING
    if zone in {Zone.BODY, Zone.ENDORSEMENT} and _signs(line, following):
        return Zone.SIGNATURE
    if zone is Zone.BODY and _ENDORSED.match(line.text) and len(line.text) < 100 and line.gap:
        return Zone.ENDORSEMENT
    if zone is Zone.ENDORSEMENT and len(line.text) > 100:
        return Zone.BODY
    return Zone.SIGNATURE if zone is Zone.CLOSING else zone


def _signs(line: SourceLine, following: SourceLine | None) -> bool:
    """A name in brackets with a title, or above a post; or a rank alone above such a name."""
    if NAME_IN_BRACKETS.match(line.arabic):
        titled = opens_with("titles", line.text.strip(".( "))
        return bool(titled or (following is not None and opens_with("posts", following.text)))
    rank = len(line.text) <= _LONGEST_RANK and opens_with("titles", line.text)
    return bool(rank and following is not None and NAME_IN_BRACKETS.match(following.arabic))
