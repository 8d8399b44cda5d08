"""Which month a word names: in full, abbreviated with or without dots, misspelt, or bruised in reading."""

from __future__ import annotations

import re
from functools import cache

from parsers.knowledge import months

__all__ = ["ABBREVIATED", "abbreviated_month", "bruised_month", "is_spoken", "month_words"]

_LONG_ENOUGH_FOR_TWO = 8
_DOT = r" ?[.,]?"
_END = r"(?:\.|,(?= ?\d)|(?![ก-๎.]))"


@cache
def month_words() -> dict[str, tuple[int, str]]:
    """Every full, spoken, misspelt or English name, with its month and form; abbreviations are apart."""
    return {row.text: (row.month, row.form) for row in months() if row.form != "abbreviated"}


def is_spoken(word: str) -> bool:
    """Whether a word is a month only beside a day and a year (`เมษา` is a name too)."""
    return month_words().get(word, (0, ""))[1] == "spoken"


@cache
def _abbreviations() -> dict[str, int]:
    return {row.text.replace(".", ""): row.month for row in months() if row.form == "abbreviated"}


def abbreviated_month(text: str) -> int:
    """The month of an abbreviation that `ABBREVIATED` matched: `ม.ค.`, `มค`, `ม. ค`."""
    return _abbreviations()[re.sub(r"[^ก-๎]", "", text)]


def _abbreviation_pattern() -> str:
    """Each branch begins with a plain letter, so that the regex engine skips to such letters."""
    alone = r"(?:(?<![ก-๎.].)|(?<=เดือน.))"
    branches = []
    for first in sorted({word[0] for word in _abbreviations()}):
        rests = sorted((word[1:] for word in _abbreviations() if word[0] == first), key=len, reverse=True)
        dotted = "|".join(f"{rest[:-1]}{_DOT} ?{rest[-1]}" for rest in rests)
        branches.append(f"{first}{alone}(?:{dotted}){_END}")
    return "|".join(branches)


ABBREVIATED = _abbreviation_pattern()
"""Pattern of an abbreviated month. It stands alone: `สมคบ` and `สำนักงาน อ.ก.พ.` hold none."""


@cache
def bruised_month(word: str) -> int | None:
    """The one month whose full name is a letter away from a word; two letters for the long names.

    >>> bruised_month("มิถนายน"), bruised_month("ธันวาดม"), bruised_month("สัปดาห์")
    (6, 12, None)
    """
    squeezed = re.sub(r"[^ก-๎]", "", word)
    if not 4 <= len(squeezed) <= 12:
        return None
    near = sorted((_distance(squeezed, row.text), row.month) for row in months() if row.form == "full")
    (first, month), (second, _) = near[0], near[1]
    if first == 2:
        return month if len(squeezed) >= _LONG_ENOUGH_FOR_TWO and second > 3 else None
    return month if first < 2 and second > first else None


def _distance(one: str, other: str) -> int:
    """Edit distance in which swapping two neighbours counts once."""
    if abs(len(one) - len(other)) > 2:
        return 99
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, row = row, [i]
        for j, b in enumerate(other, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before = above
    return row[-1]
