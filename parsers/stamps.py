"""Receiving stamps (ลงรับ): which lines they take up.

A stamp is the receiver's: its office, number, day and time must not be taken for the letter's own. A reader
that tells stamps from print gives their lines a role; they are then put together by their place on the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.cues import phrases
from parsers.linekinds import is_unit
from parsers.lines import SourceLine
from parsers.page import LineRole
from parsers.script import skeleton

__all__ = ["stamp_blocks"]

_DAY = re.compile(r"^วน(?:ท|)\s*[.:…_]*\s*(?:\d|[.…_]{2,}|$)")
_TIME = re.compile(r"^เวลา\s*[.:…_]*\s*(?:\d|[.…_]{2,}|น\.|$)")
_REACH = 6
_GAP = 0.05
_ASIDE = 0.06
_LONGEST = 60


@lru_cache
def _number() -> re.Pattern[str]:
    words = "|".join(skeleton(text) for text in phrases("receipt_number"))
    return re.compile(rf"^(?:{words})\s*[.:]*\s*(?:\d|[.…_]{{2,}}|$)")


def stamp_blocks(lines: Sequence[SourceLine]) -> list[list[SourceLine]]:
    """The receiving stamps among the lines: an office, a number, a day, a time, close together."""
    clusters = _clusters([line for line in lines if line.role is LineRole.STAMP])
    blocks = [block for block in clusters if any(_part(line) for line in block)]
    printed = [line for line in lines if line.role is not LineRole.STAMP]
    taken: set[int] = set()
    for index, line in enumerate(printed):
        if id(line) not in taken and (block := _block_at(printed, index)):
            blocks.append(block)
            taken.update(id(member) for member in block)
    return blocks


def _clusters(lines: Sequence[SourceLine]) -> list[list[SourceLine]]:
    """Stamp lines by place: one below the other; an office line after labelled ones begins another stamp."""
    found: list[list[SourceLine]] = []
    for line in lines:
        home = next((block for block in reversed(found) if _continues(block, line)), None)
        if home is None:
            found.append([line])
        else:
            home.append(line)
    return found


def _continues(block: Sequence[SourceLine], line: SourceLine) -> bool:
    above = block[-1]
    if above.page != line.page or (_part(line) is None and any(_part(member) for member in block)):
        return False
    if _part(line) is not None and _part(line) in {_part(member) for member in block}:
        return False
    if above.bbox is None or line.bbox is None:
        return True
    beside = min(above.bbox[2], line.bbox[2]) - max(above.bbox[0], line.bbox[0])
    return beside > 0 and -0.02 < line.bbox[1] - above.bbox[3] < _GAP


def _block_at(lines: Sequence[SourceLine], index: int) -> list[SourceLine]:
    """The stamp whose number line is at `index`, of lines that no reader has told from print."""
    first = lines[index]
    if not _number().match(first.skeleton):
        return []
    near = [line for line in lines[index + 1 : index + 1 + _REACH] if _in_column(first, line)]
    members = [first]
    for line in near[:3]:
        if _part(line) and _part(line) not in {_part(member) for member in members}:
            members.append(line)
    if len(members) < 2:
        return []
    last = lines.index(members[-1], index)
    inner = [line for line in lines[index + 1 : last] if line not in members and _in_column(first, line)]
    above = lines[index - 1] if index else None
    office = [above] if above is not None and is_unit(above) and _in_column(first, above) else []
    return [*office, *sorted([*members, *inner], key=lambda line: (line.page, line.no))]


def _in_column(first: SourceLine, line: SourceLine) -> bool:
    """Whether a line stands below or above the stamp's number rather than beside it."""
    if first.page != line.page:
        return False
    if first.bbox is None or line.bbox is None:
        return True
    return line.bbox[0] > first.bbox[0] - _ASIDE and line.bbox[2] < first.bbox[2] + 2 * _ASIDE


def _part(line: SourceLine) -> str | None:
    if len(line.text) > _LONGEST:
        return None
    for name, pattern in (("number", _number()), ("day", _DAY), ("time", _TIME)):
        if pattern.match(line.skeleton):
            return name
    return None
