"""Receiving stamps (ลงรับ): which lines they take up, and what they say.

A stamp is the receiver's: its office, number, day and time must not be taken for the letter's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.cues import alternatives
from parsers.linekinds import is_unit
from parsers.lines import SourceLine
from parsers.page import LineRole

__all__ = ["stamp_blocks"]

_DAY = re.compile(r"^วัน(?:ที่|)\s*[.:]*\s*(?:\d|[.…_]{2,}|$)")
_TIME = re.compile(r"^เวลา\s*[.:]*\s*(?:\d|[.…_]{2,}|น\.|$)")
_REACH = 3


@lru_cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"^{alternatives('receipt_number')}\s*[.:]*\s*(?:\d|[.…_]{{2,}}|$)")


def stamp_blocks(lines: Sequence[SourceLine]) -> list[list[SourceLine]]:
    """The receiving stamps among the lines: an office, a number, a day, a time, close together."""
    blocks: list[list[SourceLine]] = []
    index = 0
    while index < len(lines):
        block = _block_at(lines, index)
        if block:
            blocks.append(block)
            index = lines.index(block[-1], index) + 1
        else:
            index += 1
    return blocks


def _block_at(lines: Sequence[SourceLine], index: int) -> list[SourceLine]:
    if not _number().match(lines[index].arabic):
        return []
    members = [line for line in lines[index : index + _REACH] if _part(line)]
    if len({_part(line) for line in members}) < 2:
        return []
    last = lines.index(members[-1], index)
    block = list(lines[index : last + 1])
    above = lines[index - 1] if index else None
    if above is not None and (is_unit(above) or above.role is LineRole.STAMP):
        block.insert(0, above)
    return block


def _part(line: SourceLine) -> str | None:
    if len(line.text) > 60:
        return None
    for name, pattern in (("number", _number()), ("day", _DAY), ("time", _TIME)):
        if pattern.match(line.arabic):
            return name
    return None
