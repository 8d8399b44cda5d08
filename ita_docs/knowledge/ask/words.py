"""Rows that say the words of a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ita_docs.knowledge.search.fold import fold

__all__ = ["Answers", "best_by_words", "narrowed", "same_words", "unused_words"]

Row = TypeVar("Row")
_BETWEEN = re.compile(r"[^\wะ-๎/]+")
"""What stands between words and is not compared: spaces, brackets, dots, dashes."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The first rows of an answer, how many there are, and words of the question that none of them holds."""

    rows: list[dict[str, Any]]
    total: int
    unused: list[str] = field(default_factory=list)


def narrowed(
    rows: Sequence[Row], words: Sequence[str], hints: Sequence[str], text: Callable[[Row], str]
) -> list[Row]:
    """The rows that hold the most of the words, and of these the ones that hold the most of the hints.

    Hints that no row holds leave the rows as they are; words that none holds leave no row.

    >>> narrowed(["ส่งรายชื่อ", "ส่งแบบ"], [], ["เบิกจ่าย"], str)
    ['ส่งรายชื่อ', 'ส่งแบบ']
    """
    said = best_by_words(rows, words, text)
    return best_by_words(said, hints, text) or said


def unused_words(words: Sequence[str], rows: Sequence[Row], text: Callable[[Row], str]) -> list[str]:
    """The words that no row holds.

    >>> unused_words(["รายชื่อ", "เบิกจ่าย"], ["ส่งรายชื่อ"], str)
    ['เบิกจ่าย']
    """
    left = {word: _squeezed(word) for word in words}
    for row in rows:
        if not left:
            break
        squeezed = _squeezed(text(row))
        left = {word: wanted for word, wanted in left.items() if wanted not in squeezed}
    return list(left)


def best_by_words(rows: Sequence[Row], words: Sequence[str], text: Callable[[Row], str]) -> list[Row]:
    """The rows whose text holds the most of the words; none where no row holds any.

    >>> best_by_words(["ส่งรายชื่อ", "ส่งแบบ"], ["รายชื่อ"], str)
    ['ส่งรายชื่อ']
    """
    if not words:
        return list(rows)
    wanted = [_squeezed(word) for word in words]
    held = [sum(word in squeezed for word in wanted) for squeezed in (_squeezed(text(row)) for row in rows)]
    most = max(held, default=0)
    return [row for row, count in zip(rows, held, strict=True) if count == most and most]


def same_words(wanted: str, text: str | None) -> bool:
    """Whether a text holds the wanted words, spaces, dots and digits aside."""
    return _squeezed(wanted) in _squeezed(text or "")


def _squeezed(text: str) -> str:
    return _BETWEEN.sub("", fold(text))
