"""Days that were moved: `จากเดิมภายในวันที่ ๓๑ มีนาคม ๒๕๖๘ เป็นภายในวันที่ ๓๐ เมษายน ๒๕๖๘` sets the second alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.dates import TimeExpression

__all__ = ["Move", "moves_in"]

_FORMERLY = re.compile(r"(?:จากเดิม|เดิม|จาก)\s*(?:ที่)?(?:กำหนด(?:ไว้|ให้)?|คือ)?\s*(?:ใน|วันที่)?\s*$")
_CHANGED = re.compile(r"เดิม|เลื่อน|ขยาย|เปลี่ยน|แก้ไข")
_NOW = re.compile(r"\s*(?:น\.)?\s*(?:ออก)?(?:ไป)?\s*(?:แก้ไข)?(?:เป็น|จนถึง|ถึง)\s*(?:ใน|วันที่)?\s*$")
_REACH = 120
_MOVES = re.compile(
    r"(?:เลื่อน|เปลี่ยนแปลง|ปรับ|ขยาย|แก้ไข)(?:(?!จาก)[^\n]){0,60}?ดังกล่าว(?:(?!จาก)[^\n]){0,30}?"
    r"(?:ไป|เป็น|ถึง)\s*(?:ใน|วันที่)?\s*$"
)
_TOLD = re.compile(r"\n|นั้น(?=\s|$)")
_DAYS = {"date", "datetime", "datetime_range", "date_range", "deadline"}


@dataclass(frozen=True, slots=True)
class Move:
    """A day that no longer holds and the one in its place; `said` is where the words about the move begin."""

    old: TimeExpression
    new: TimeExpression
    said: int


def _said(text: str, floor: int, at: int) -> int | None:
    formerly = _FORMERLY.search(text, floor, at)
    return formerly.start() if formerly else None


def moves_in(text: str, times: Sequence[TimeExpression]) -> list[Move]:
    """The days of a text that it moves to others."""
    days = [time for time in times if time.kind in _DAYS and time.value is not None]
    found: list[Move] = []
    for old, new in pairwise(days):
        if not _NOW.fullmatch(text[old.end : new.start]):
            continue
        floor = max(old.start - _REACH, text.rfind("\n", 0, old.start) + 1)
        said = old.start if old.text.startswith("จาก") else _said(text, floor, old.start)
        if said is not None and _CHANGED.search(text, floor, old.start):
            found.append(Move(old, new, said))
    return found + _said_again(text, days, found)


def _said_again(text: str, days: Sequence[TimeExpression], known: Sequence[Move]) -> list[Move]:
    """`... ประชุม ในวันที่ ๒๔ ... นั้น` and in a later paragraph `ขอเลื่อนการประชุมดังกล่าวเป็นวันที่ ๓๑`."""
    found: list[Move] = []
    for index, new in enumerate(days):
        floor = max(new.start - _REACH, text.rfind("\n", 0, new.start) + 1)
        if index:
            floor = max(floor, days[index - 1].end)
        words = _MOVES.search(text, floor, new.start)
        if words is None or any(move.new is new for move in known):
            continue
        due = new.kind == "deadline"
        earlier = [day for day in days[:index] if day.role != "cited" and (day.kind == "deadline") == due]
        if earlier and _TOLD.search(text, earlier[-1].end, new.start):
            found.append(Move(earlier[-1], new, words.start()))
    return found
