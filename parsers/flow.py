"""Running text put together from lines, able to say which lines hold any part of it."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from parsers.dates import TimeExpression, find_times
from parsers.lines import SourceLine
from parsers.numbers import NumberMatch, find_numbers
from parsers.script import arabic

__all__ = ["Flow"]

_THAI_END = re.compile(r"[ก-ฮะ-ูเ-ๆ็-๎]$")
_THAI_START = re.compile(r"^(?!ณ\s)[ก-ฮเ-ไ]")
_OPENS_CLAUSE = re.compile(r"เพื่อ|โดย(?!สาร)|จึง|ทั้งนี้|ซึ่ง|และขอ|รายละเอียด|นั้น|ภายในวัน|ในวัน|เวลา")
_CONCLUDES = re.compile(r"^(?:จึง(?:เรียน|แจ้ง|เสนอ|ประกาศ|กราบเรียน)(?:มา|เสนอ)?(?:เพื่อ|ให้|$)|ในการนี้\s|อนึ่ง\s)")
_ADDRESS = re.compile(r"<?(?:https?:|www\.)")  # too long to be broken: the line above ends early for it
_TOLD = re.compile(r"\sนั้น$")  # `ตามที่ ... ความละเอียดแจ้งแล้ว นั้น` is a paragraph
_EARLY = 0.75  # a line that ends before this part of a full one was not broken in a word
_MOST = 0.8  # a full line is as long as most, whatever one outlier
_ENOUGH = 4
_WIDEST = 130  # no printed line holds as many letters: the text has a line a paragraph
_INDENT = 0.03
_INDENT_ON_PAPER = 0.05  # lines of a crooked page begin here and there; a paragraph is set in by 2.5 cm
_ITEM = re.compile(
    r"^(?:\(?\d{1,2}[.)](?!\d)\s*\S|\(\d{1,2}\)\s*\S|ข้อ \d{1,2}\b"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s+(?!น\.|นาฬิกา|[-–]|ถึง)\S)"
)


class Flow:
    """Lines joined as they read: words broken over a line are closed up, paragraphs are kept apart.

    `text` is what is written, `arabic` the same with Arabic digits, character for character. `hanging` says
    that lines after the first are indented because they go on, as those of a subject or an enclosure do;
    `apart` that each line stands for itself, as in the head of an agenda.
    """

    def __init__(self, lines: Sequence[SourceLine], hanging: bool = False, apart: bool = False) -> None:
        self.lines = list(lines)
        self._times: dict[str | None, list[TimeExpression]] = {}
        measure = _measure(self.lines)
        parts: list[str] = []
        self._starts: list[int] = []
        length = 0
        for index, line in enumerate(self.lines):
            if index:
                glue = "\n" if apart else _glue(self.lines[index - 1], line, None if hanging else measure)
                parts.append(glue)
                length += len(glue)
            self._starts.append(length)
            parts.append(line.text)
            length += len(line.text)
        self.text = "".join(parts)

    @cached_property
    def arabic(self) -> str:
        """The text with Arabic digits."""
        return arabic(self.text)

    @cached_property
    def numbers(self) -> list[NumberMatch]:
        """The letter, order and memo numbers of the text."""
        return find_numbers(self.text)

    def times(self, letter_date: str | None = None) -> list[TimeExpression]:
        """The dates and times of the text, counted from the letter's ISO date where a period is."""
        if letter_date not in self._times:
            day = dt.date.fromisoformat(letter_date) if letter_date else None
            self._times[letter_date] = find_times(self.text, letter_date=day)
        return self._times[letter_date]

    def lines_of(self, start: int, end: int) -> list[SourceLine]:
        """The lines that hold the characters from start to end."""
        if not self.lines:
            return []
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = max(bisect_right(self._starts, max(end - 1, start)) - 1, first)
        return self.lines[first : last + 1]

    def paragraph(self, offset: int) -> tuple[int, int]:
        """Start and end of the paragraph around an offset."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return start, len(self.text) if end < 0 else end


@dataclass(frozen=True, slots=True)
class _Measure:
    """How far lines reach: the left margin and where a full line ends."""

    margin: float
    full: float


def _measure(lines: Sequence[SourceLine]) -> _Measure:
    edges = sorted(_right_edge(line) for line in lines)
    full = edges[int(len(edges) * _MOST)] if len(edges) >= _ENOUGH else 0.0
    indents = sorted(line.indent for line in lines)
    crooked = len(indents) >= _ENOUGH and all(line.bbox is not None for line in lines)
    margin = indents[len(indents) // _ENOUGH] if crooked else min(indents, default=0.0)
    return _Measure(margin, full)


_TURN = re.compile(r"(รุ่น|กลุ่ม|ระยะ|ช่วง|รอบ|งวด|วิธี)ที่ \d{1,2}\b")


def _next_turn(above: SourceLine, line: SourceLine) -> bool:
    """`รุ่นที่ ๑ ... / รุ่นที่ ๒ ...`: each on a line of its own."""
    turn, before = _TURN.match(line.arabic), _TURN.match(above.arabic)
    return bool(turn and before and turn[1] == before[1])


def _glue(above: SourceLine, line: SourceLine, measure: _Measure | None) -> str:
    if line.page == above.page and line.gap:
        return "\n"
    if _ITEM.match(line.arabic) or _next_turn(above, line) or _CONCLUDES.match(line.text):
        return "\n"
    if _TOLD.search(above.text):
        return "\n"
    if measure is not None and _new_paragraph(above, line, measure):
        return "\n"
    broken = _THAI_END.search(above.text) and _THAI_START.match(line.text)
    if broken and not _OPENS_CLAUSE.match(line.text):
        return ""
    return " "


def _right_edge(line: SourceLine) -> float:
    """Where the line ends: a fraction of the page's width, or a count of letters."""
    return line.bbox[2] if line.bbox is not None else line.indent * 100 + len(line.skeleton)


def _new_paragraph(above: SourceLine, line: SourceLine, measure: _Measure) -> bool:
    """An indented line after a full or ended one, or any line after one that ended early."""
    if line.page != above.page:
        return False
    if above.bbox is None and len(above.skeleton) > _WIDEST:
        return True
    if _right_edge(above) < _EARLY * measure.full and not _ADDRESS.match(line.text):
        return True
    least = _INDENT if line.bbox is None else _INDENT_ON_PAPER
    indented = line.indent - measure.margin > least
    return indented and (line.indent - above.indent > least or above.indent - measure.margin <= least)
