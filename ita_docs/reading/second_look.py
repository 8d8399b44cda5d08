"""A second reader for pages in a typeface that our recogniser has trouble with.

Where our reader doubts a letter, the other reads another one, and only the other one makes a word, it is
taken over. A digit is never taken from it: its models lack five of the ten Thai digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from ita_docs.reading.thai_words import RUN, UNKNOWN_LETTER, cut
from parsers.page import BBox, Line, LineRole

__all__ = ["needs_second_look", "settled"]

_DOUBT, _DOUBTED_SHARE, _ENOUGH = 0.9, 0.1, 80
_GAIN = 2.0
"""How much cheaper (in -ln of word frequency) a line must become by a change."""

_STILL_DOUBTED = 0.9
_DIGITS = frozenset("๐๑๒๓๔๕๖๗๘๙0123456789")


def needs_second_look(lines: Sequence[Line]) -> bool:
    """Whether a tenth of a page's printed characters are doubted."""
    sureness = [
        value for line in lines if line.role is LineRole.PRINT for value in line.char_confidences or ()
    ]
    doubted = sum(value < _DOUBT for value in sureness)
    return len(sureness) >= _ENOUGH and doubted > _DOUBTED_SHARE * len(sureness)


def settled(lines: Sequence[Line], others: Sequence[Line]) -> list[Line]:
    """Our lines with the letters that the other reader knows better; `others` are its lines of the page."""
    return [_settled_line(line, _beside(line, others)) for line in lines]


def _beside(line: Line, others: Sequence[Line]) -> str:
    """What the other reader found where our line stands."""
    there = [other for other in others if line.bbox and other.bbox and _overlap(line.bbox, other.bbox)]
    return " ".join(other.text for other in sorted(there, key=lambda other: other.bbox or (0, 0, 0, 0)))


def _overlap(ours: BBox, other: BBox) -> bool:
    high = min(ours[3], other[3]) - max(ours[1], other[1])
    wide = min(ours[2], other[2]) - max(ours[0], other[0])
    return high > 0.5 * min(ours[3] - ours[1], other[3] - other[1]) and wide > 0.6 * (other[2] - other[0])


class _Change(NamedTuple):
    """Replace our characters from `start` to `end` by `text`."""

    start: int
    end: int
    text: str


def _settled_line(line: Line, other: str) -> Line:
    if not other or line.char_confidences is None or line.role is not LineRole.PRINT:
        return line
    for change in reversed(_changes(line, other)):
        changed = _apply(line, change)
        if _cost(changed.text) < _cost(line.text) - _GAIN:
            line = changed
    return line


def _changes(line: Line, other: str) -> list[_Change]:
    """Where the readers differ about doubted letters, spaces apart, from the left."""
    found = []
    for block in Levenshtein.opcodes(line.text, other):
        ours = line.text[block.src_start : block.src_end]
        theirs = other[block.dest_start : block.dest_end]
        if block.tag == "equal" or (ours + theirs).isspace() or _DIGITS & set(theirs):
            continue
        if _DIGITS & set(ours) and not _lost_in_a_word(line.text, block.src_start, block.src_end):
            continue
        if not theirs and RUN.search(ours) and "ก" <= ours[0] <= "ฮ":  # a consonant is misread, not invented
            continue
        around = (line.char_confidences or ())[max(block.src_start - 1, 0) : block.src_end + 1]
        if min(around, default=1.0) < _DOUBT and len(theirs) <= len(ours) + 2:
            found.append(_Change(block.src_start, block.src_end, theirs))
    return found


def _lost_in_a_word(text: str, start: int, end: int) -> bool:
    """Whether digits stand where none belong: one before a letter (`9องนายก`), or up to three within a word
    (`คุณ899ม`)."""
    if end - start > 3 or end >= len(text) or not "ก" <= text[end] <= "ฮ":
        return False
    within = start > 0 and "ก" <= text[start - 1] <= "์" and text[start:end].isascii()
    return end - start == 1 or within


def _apply(line: Line, change: _Change) -> Line:
    """The line with a change; new characters stand where the old ones stood and stay doubted."""
    start, end, text = change
    sureness, runners, edges = line.char_confidences or (), line.runners_up, line.char_edges
    new_runners: tuple[tuple[str, float] | None, ...] | None = None
    if runners is not None:
        was = [(char, sure) for char, sure in zip(line.text[start:end], sureness[start:end], strict=True)]
        filled = tuple(was[index] if index < len(was) else None for index in range(len(text)))
        new_runners = runners[:start] + filled + runners[end:]
    new_edges = (
        None if edges is None else edges[:start] + _spread(edges[start], edges[end], len(text)) + edges[end:]
    )
    confidences = sureness[:start] + (_STILL_DOUBTED,) * len(text) + sureness[end:]
    return replace(
        line,
        text=line.text[:start] + text + line.text[end:],
        confidence=sum(confidences) / max(len(confidences), 1),
        char_confidences=confidences,
        runners_up=new_runners,
        char_edges=new_edges,
    )


def _spread(left: float, right: float, count: int) -> tuple[float, ...]:
    """Left edges of `count` characters between two places."""
    return tuple(left + (right - left) * index / count for index in range(count))


def _cost(text: str) -> float:
    """The cost of a line's Thai; a Latin letter costs as much as a Thai one that makes no word."""
    latin = sum(char.isascii() and char.isalpha() for char in text)
    return sum(cut(run).cost for run in RUN.findall(text)) + UNKNOWN_LETTER * latin
