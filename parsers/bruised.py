"""Finding known phrases in text whose marks above and below the line a reader lost or swapped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from parsers.cues import phrases
from parsers.script import skeleton
from parsers.spelling import nearest

__all__ = ["Found", "find_phrase", "skeleton_span"]


_WORD = re.compile(r"\S+")
_LONG = 9


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase and the characters of the text that spell it, well or badly."""

    phrase: str
    start: int
    end: int


@lru_cache
def _pattern(name: str) -> tuple[re.Pattern[str], dict[str, str]]:
    known = {skeleton(text).replace(" ", ""): text for text in reversed(phrases(name))}
    spelled = [
        "".join(f"{re.escape(letter)} ?" for letter in text) for text in sorted(known, key=len, reverse=True)
    ]
    return re.compile("|".join(spelled)), known


def find_phrase(name: str, text: str) -> Found | None:
    """The first phrase of a cue in the text.

    >>> find_phrase("proxy", "รองอธิบด รกษาราชการแทน")
    Found(phrase='รักษาราชการแทน', start=9, end=22)
    """
    pattern, known = _pattern(name)
    found = pattern.search(skeleton(text))
    if found is None:
        return _misread(name, text)
    phrase = known[found[0].replace(" ", "")]
    start, end = skeleton_span(text, found.start(), found.end())
    return Found(phrase, start, end)


def _misread(name: str, text: str) -> Found | None:
    """A word of the text that is the phrase but for one letter."""
    for word in _WORD.finditer(text):
        phrase = nearest(word[0], phrases(name)) if len(word[0]) >= _LONG else None
        if phrase is not None:
            return Found(phrase, word.start(), word.end())
    return None


def skeleton_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the skeleton's characters from `start` to `end` stand in the text, with their marks."""
    places = [index for index, letter in enumerate(text) if skeleton(letter)]
    first = places[start]
    last = places[end] if end < len(places) else len(text)
    return first, last if last == len(text) else _rstrip(text, first, last)


def _rstrip(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
