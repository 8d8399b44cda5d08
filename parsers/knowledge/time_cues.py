"""Words that tell what a date or a period is for, each with the token that the date grammar knows it by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from parsers.knowledge.tables import load_table

__all__ = ["TIME_TOKENS", "TimeCue", "time_cues"]

TIME_TOKENS = frozenset(
    [
        "DAY",
        "CITED",
        "PAST",
        "MONTH_WORD",
        "YEAR_WORD",
        "FISCAL",
        "OTHER_YEAR",
        "QUARTER",
        "HALF",
        "BUDDHIST",
        "CHRISTIAN",
        "CLOCK_WORD",
        "BETWEEN",
        "FROM",
        "COUNT",
        "AFTER",
        "UNTIL",
        "AND",
        "NOW",
        "WITHIN",
        "BEFORE",
        "END",
        "OF",
        "IN",
        "EVERY",
        "NEXT",
        "THIS",
        "ONWARD",
        "SPAN",
        "FIRST",
        "LAST",
        "WORK",
        "LUNAR",
        "AT_LEAST",
        "ROUND",
        "THIS_YEAR",
        "NEXT_YEAR",
        "FOLLOWING_YEAR",
        "TOMORROW",
    ]
)


@dataclass(frozen=True, slots=True)
class TimeCue:
    """One word or phrase: `ไม่ช้ากว่า` is a `WITHIN`, as `ภายใน` is."""

    token: str
    text: str
    source: str


@cache
def time_cues() -> tuple[TimeCue, ...]:
    """All rows of `time_cues.csv`."""
    return load_table("time_cues.csv", _time_cue)


def _time_cue(token: str, text: str, source: str) -> TimeCue:
    if token not in TIME_TOKENS:
        raise ValueError(f"token must be one of {sorted(TIME_TOKENS)}, not {token!r}")
    if not text:
        raise ValueError("the text is empty")
    return TimeCue(token, text, source)
