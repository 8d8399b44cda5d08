"""Words before a day that a reader has bruised: `ภายใมวันที ๒ มีนาคม`, `ภายในวันพุ ธที่ ๑๘`, `ไม่เกีนวันที่`.

Only where a day follows, and only the few words that say what the day is; a lost mark must not turn a
deadline into a bare date. Digits, months and years are read elsewhere and never put right here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.knowledge import time_cues, weekdays
from parsers.script import skeleton
from parsers.spelling import within_one

__all__ = ["bruised_cues"]

_MARK = "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{0,2}"
_DAY = re.compile(
    rf"ว{_MARK}[นม]{_MARK} ?(?P<name>[ก-๎]{{2,9}}?(?: [ก-๎]{{1,7}}?)?)??ท{_MARK} ?(?=\d{{1,2}}(?![\d.:/]))"
)
_WITHIN = rf"[ภก]าย ?[ใไโ]{_MARK} ?[นมบ]{_MARK}"
_LIMITS = ("WITHIN", "BEFORE", "UNTIL", "BETWEEN")
_NEXT = rf"(?= ?(?:ว{_MARK}[นม]|เดือน|สิ้น))"


@cache
def _limits() -> tuple[re.Pattern[str], dict[str, str]]:
    """The limiting words, any mark of them lost or another, before the word for a day."""
    cues = {
        skeleton(cue.text): cue.token for cue in time_cues() if cue.token in _LIMITS and " " not in cue.text
    }
    words = sorted((word for word in cues if len(word) >= 4), key=len, reverse=True)
    spelled = "|".join("".join(f"{re.escape(letter)}{_MARK}" for letter in word) for word in words)
    return re.compile(rf"(?:(?P<within>{_WITHIN})|{spelled}){_NEXT}"), cues


@cache
def _weekdays() -> tuple[str, ...]:
    return tuple(skeleton(row.text) for row in weekdays() if row.form != "abbreviated")


def bruised_cues(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and token (`DAY`, `WITHIN` ...) of the bruised words; sound ones may be among them."""
    for found in _DAY.finditer(text):
        name = skeleton(found["name"] or "").replace(" ", "")
        if not name or any(within_one(name, weekday) for weekday in _weekdays()):
            yield found.start(), found.start() + len(found.group().rstrip()), "DAY"
    limits, cues = _limits()
    for found in limits.finditer(text):
        kind = "WITHIN" if found["within"] else cues[skeleton(found.group())]
        yield found.start(), found.end(), kind
