"""When two names, titles or numbers may be one, misread: used to link and to doubt, never to replace."""

from __future__ import annotations

from difflib import SequenceMatcher

from parsers.contract import Number
from parsers.knowledge import confusable
from parsers.script import skeleton

__all__ = ["same_serial", "same_words"]

_ALIKE = 0.85


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two names are the same but for a letter or two and the marks around the line."""
    if not one or not other:
        return False
    left, right = (skeleton(text).replace(" ", "") for text in (one, other))
    return left == right or SequenceMatcher(None, left, right, autojunk=False).ratio() >= _ALIKE


def same_serial(one: Number, other: Number) -> bool:
    """Whether two running numbers are equal, or differ in one character that readers confuse.

    >>> covering = Number("มท 0322/ว 1861", "มท", "0322", None, True, "1861")
    >>> same_serial(covering, Number("มท 0322/61861", "มท", "0322", None, False, "61861"))
    True
    """
    left, right = (("ว" if number.circular else "") + (number.serial or "") for number in (one, other))
    if left.strip("ว") == right.strip("ว") and one.serial:
        return True
    if len(left) != len(right) or len(left) < 3:
        return False
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(differing) == 1 and confusable(*differing[0])
