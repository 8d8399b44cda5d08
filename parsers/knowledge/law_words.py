"""Words that name a law, rule or announcement, whose year is part of its name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from parsers.knowledge.tables import load_table

__all__ = ["LawWord", "laws"]


@dataclass(frozen=True, slots=True)
class LawWord:
    """One word: `พระราชบัญญัติ`."""

    text: str
    source: str


@cache
def laws() -> tuple[LawWord, ...]:
    """All rows of `laws.csv`."""
    return load_table("laws.csv", LawWord)
