"""Words of a text layer to lines: words on one baseline, parted at column rules and wide gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ita_docs.reading.pdf_words import Word
from parsers.page import BBox

__all__ = ["Rule", "lines_of_words"]

Rule = tuple[float, float, float]
"""`(x, top, bottom)` of a vertical rule, in points."""

WIDEST_GAP = 2.2
"""In line heights: a wider gap parts two columns (the number and the office of a letterhead)."""

_TOUCHING, _OVERLAP = 0.13, 0.6
"""In line heights: a space is about 0.2 wide; a glyph drawn back over another overlaps it by less."""

_MARK_FIRST = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")


def lines_of_words(
    words: Sequence[Word], size: tuple[float, float], rules: Sequence[Rule] = ()
) -> list[tuple[str, BBox]]:
    """Text and box (fractions of the page) of each line, rows from the top, left to right in a row."""
    return [_line(piece, size) for row in _rows(_glued(words)) for piece in _pieces(row, rules)]


def _glued(fragments: Sequence[Word]) -> list[Word]:
    """Whole words from what the file drew piece by piece, in the order of drawing.

    A mark drawn after its letter may lie left of it and have no width, so order, not place, says whose it is.
    """
    words: list[Word] = []
    for fragment in fragments:
        if words and _continues(words[-1], fragment):
            words[-1] = _join(words[-1], fragment)
        else:
            words.append(fragment)
    return words


def _continues(word: Word, fragment: Word) -> bool:
    height = max(fragment.y1 - fragment.y0, 1e-6)
    if abs(fragment.y0 - word.y0) > 0.3 * height:
        return False
    if _MARK_FIRST.match(fragment.text):
        return abs(fragment.x0 - word.x1) < height
    return -_OVERLAP * height < fragment.x0 - word.x1 < _TOUCHING * height and fragment.x0 >= word.x0


def _join(word: Word, fragment: Word) -> Word:
    x0, y0 = min(word.x0, fragment.x0), min(word.y0, fragment.y0)
    x1, y1 = max(word.x1, fragment.x1), max(word.y1, fragment.y1)
    return Word(word.text + fragment.text, x0, y0, x1, y1)


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words whose middle lies within the row's band belong to it."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.y0 + word.y1) / 2):
        if rows and _same_row(rows[-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.x0) for row in rows]


def _same_row(row: Sequence[Word], word: Word) -> bool:
    first = row[0]
    middle = (word.y0 + word.y1) / 2
    shared = min(first.y1, word.y1) - max(first.y0, word.y0)
    height = min(first.y1 - first.y0, word.y1 - word.y0)
    return first.y0 <= middle <= first.y1 and shared > 0.6 * height


def _pieces(row: Sequence[Word], rules: Sequence[Rule]) -> list[list[Word]]:
    pieces: list[list[Word]] = [[row[0]]]
    for before, word in pairwise(row):
        if _parted(before, word, rules):
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return pieces


def _parted(before: Word, word: Word, rules: Sequence[Rule]) -> bool:
    height = min(before.y1 - before.y0, word.y1 - word.y0)
    if word.x0 - before.x1 > WIDEST_GAP * height:
        return True
    middle = (word.y0 + word.y1) / 2
    return any(before.x1 - 1 <= x <= word.x0 + 1 and top <= middle <= bottom for x, top, bottom in rules)


def _line(words: Sequence[Word], size: tuple[float, float]) -> tuple[str, BBox]:
    width, height = size
    text = " ".join(word.text for word in words)
    box = (
        min(word.x0 for word in words) / width,
        min(word.y0 for word in words) / height,
        max(word.x1 for word in words) / width,
        max(word.y1 for word in words) / height,
    )
    return text, box
