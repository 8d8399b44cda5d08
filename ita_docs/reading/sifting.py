"""Leaves out what was read where there is no text: drawings, dirt, a line seen twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ita_docs.reading.engine import LineReading
from parsers.page import BBox

__all__ = ["is_text", "seen_twice", "without_specks"]

_NO_TEXT = 0.5
_SURE = 0.9
_SOME, _SPECKS = 6, frozenset("-–_.,:;'’‘`๚")
"""Letters of a line long enough to be trusted without its ends; marks that dirt looks like."""
_DIGITS = re.compile(r"[0-9๐-๙]+")
_LETTER = re.compile(r"[0-9A-Za-z๐-๙ก-ฮ]")


def is_text(reading: LineReading) -> bool:
    """Whether a reading holds text at all: the fewer letters, the surer they must be."""
    letters = len(_LETTER.findall(reading.text))
    if letters == 0:
        return False
    floor = _SURE if letters <= 2 else _NO_TEXT + 0.12 * (letters < 6)
    return reading.confidence >= floor


def without_specks(reading: LineReading) -> LineReading:
    """A reading of some length without doubted marks at either end: dirt beside the print, cut-off rules."""
    if not reading.confidences or len(_LETTER.findall(reading.text)) < _SOME:
        return reading
    keep = [
        not (char.isspace() or (char in _SPECKS and sure < _SURE))
        for char, sure in zip(reading.text, reading.confidences, strict=True)
    ]
    start, end = keep.index(True), len(keep) - keep[::-1].index(True)
    return replace(
        reading,
        text=reading.text[start:end],
        confidences=reading.confidences[start:end],
        runners_up=reading.runners_up and reading.runners_up[start:end],
        edges=reading.edges and reading.edges[start : end + 1],
    )


def seen_twice(boxes: Sequence[BBox], readings: Sequence[LineReading]) -> list[bool]:
    """For each line whether it lies within a surer one (a stamp's letters over print make such lines).

    Digits that the other does not hold are something else: a day or number written into a printed line.
    """
    return [
        any(
            other.confidence > reading.confidence
            and len(other.text) > len(reading.text)
            and _within(box, around)
            and not (_DIGITS.fullmatch(reading.text.strip()) and reading.text.strip() not in other.text)
            for around, other in zip(boxes, readings, strict=True)
        )
        for box, reading in zip(boxes, readings, strict=True)
    ]


def _within(box: BBox, around: BBox) -> bool:
    """Whether three quarters of a box lie in the other."""
    wide = min(box[2], around[2]) - max(box[0], around[0])
    high = min(box[3], around[3]) - max(box[1], around[1])
    area = (box[2] - box[0]) * (box[3] - box[1])
    return wide > 0 and high > 0 and wide * high > 0.75 * area
