"""Finds every number of a letter, order, memo or meeting in a text, and reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.contract import Number
from parsers.normalise import Normalised, normalise
from parsers.numbers.letters import letter_numbers
from parsers.numbers.match import NumberMatch
from parsers.numbers.registers import listed_circulars, register_numbers

__all__ = ["find_in", "find_numbers", "parse_number"]

_DIGIT = re.compile(r"\d")


def find_numbers(text: str) -> list[NumberMatch]:
    """All numbers in a text, in order, none overlapping another.

    >>> [m.number.canonical for m in find_numbers("ที่ มท๐๓๒๒/ว๓๓๖๗๓ และคำสั่งที่ ๑๕/๒๕๖๗")]
    ['มท 0322/ว 33673', '15/2567']
    """
    return find_in(normalise(text), text)


def find_in(folded: Normalised, text: str) -> list[NumberMatch]:
    """As `find_numbers`, of a text that is already normalised."""
    if not _DIGIT.search(folded.text):
        return []
    return list(_in_place(_without_overlap(folded.text), folded, text))


def parse_number(text: str) -> Number | None:
    """The number that a text is, however it is spelled; None where it is none.

    >>> parse_number("มท๐๐๑๘.๑/ว๕๕๖๕").canonical
    'มท 0018.1/ว 5565'
    >>> parse_number("พรุ่งนี้") is None
    True
    """
    found = find_numbers(text) or find_numbers(f"ที่ {text}")
    return found[0].number if found else None


def _without_overlap(text: str) -> list[NumberMatch]:
    """Letter numbers first; a register number keeps its place only beside them."""
    kept = list(letter_numbers(text))
    kept += list(listed_circulars(text, kept))
    taken = [(match.start, match.end) for match in kept]
    for match in register_numbers(text):
        if all(match.end <= start or match.start >= end for start, end in taken):
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def _in_place(found: list[NumberMatch], folded: Normalised, text: str) -> Iterator[NumberMatch]:
    for match in found:
        start, end = folded.written(match.start, match.end)
        yield NumberMatch(
            start, end, text[start:end], match.number, match.kind, match.alternatives, match.doubts
        )
