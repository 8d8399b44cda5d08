"""Rows that say the words of a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from ita_docs.knowledge.search.fold import fold

__all__ = ["best_by_words", "same_words"]

Row = TypeVar("Row")
_BETWEEN = re.compile(r"[^\wะ-๎/]+")
"""What stands between words and is not compared: spaces, brackets, dots, dashes."""


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
