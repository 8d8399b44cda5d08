"""What a letter is about: known programmes (ITA) and the fiscal years that it names."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.cues import programmes
from parsers.script import skeleton

__all__ = ["fiscal_years_in", "topics_in"]

_YEAR = r"(?:พ\s*\.?\s*ศ\s*\.?\s*)?(25\d{2})"
_FISCAL = re.compile(
    rf"ป\s*งบ\s*ประมาณ\s*(?:รายจาย)?\s*{_YEAR}(?:\s*(-|–|ถง|และ|,)\s*(?:ปงบประมาณ)?\s*{_YEAR}(?![\d/]))?"
)


@lru_cache
def _programmes() -> tuple[tuple[re.Pattern[str], str], ...]:
    named = [(row.code, row.topic, "code") for row in programmes()]
    named += [(row.name, row.topic, "name") for row in programmes() if row.name]
    return tuple((_named(name, part), topic) for name, topic, part in dict.fromkeys(named))


def _named(name: str, part: str) -> re.Pattern[str]:
    if part == "code":
        return re.compile(rf"(?<![A-Za-z]){name}(?![A-Za-z])")
    return re.compile(re.escape(name).replace(r"\ ", r"\s*"))


def topics_in(text: str) -> list[str]:
    """The topics whose programmes the text names.

    >>> topics_in("การประเมิน ITA ของอำเภอ")
    ['ITA']
    """
    found: dict[str, None] = {}
    for pattern, topic in _programmes():
        if topic not in found and pattern.search(text):
            found[topic] = None
    return list(found)


def fiscal_years_in(text: str) -> list[int]:
    """Buddhist-era years named as ปีงบประมาณ, ascending; `text` has Arabic digits.

    >>> fiscal_years_in("ประจำปีงบประมาณ พ.ศ. 2568")
    [2568]
    """
    years: set[int] = set()
    for found in _FISCAL.finditer(skeleton(text)):
        first, last = int(found[1]), int(found[3] or found[1])
        spans = found[2] in {"-", "–", "ถง"} and first < last <= first + 20
        years.update(range(first, last + 1) if spans else {first, last})
    return sorted(years)
