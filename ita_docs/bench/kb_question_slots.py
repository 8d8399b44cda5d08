"""The words that a pattern is filled with, and how they are typed: either numeral, a wrong key."""

from __future__ import annotations

import calendar
import datetime as dt
import random
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_question_days import SPAN, budget_year, day_asked
from ita_docs.bench.kb_question_names import number_of, year_asked
from ita_docs.bench.kb_question_truth import Fact, day_of

if TYPE_CHECKING:
    from ita_docs.bench.kb_question_draw import Pattern

__all__ = ["filled"]

JSON = dict[str, Any]

_ENGLISH = calendar.month_name


def _slots(fact: Fact, pattern: Pattern) -> JSON:
    """The words that a pattern may hold."""
    from ita_docs.knowledge.thai_days import thai_day

    day = day_asked(fact) or day_of(fact.letter["date"]) or dt.date(2025, 1, 15)
    full, short = thai_day(day), thai_day(day, short=True)
    fiscal = year_asked(fact) if "fy" in pattern.by else budget_year(day)
    cited = (fact.values.get("reference") or {}).get("number") or {}
    after = day + dt.timedelta(SPAN)
    return {
        "fy": fiscal, "fy2": fiscal - 2500, "fy_ad": fiscal - 543,
        "year": day.year + 543, "year2": day.year - 1957, "year_ad": day.year,
        "month": full.split()[1], "month_short": short.split()[1], "month_en": _ENGLISH[day.month],
        "quarter": (day.month + 2) // 3 % 4 + 1,
        "day_after": thai_day(after), "d_after": after.day, "month_after_en": _ENGLISH[after.month],
        "year_after_ad": after.year,
        "day": full, "day_short": short, "d": day.day, "m": day.month,
        "number": number_of(fact), "tight": number_of(fact).replace(" ", ""),
        "serial": (fact.letter["number"] or {}).get("serial"),
        "cited": cited.get("canonical"), "province": fact.letter["issuer"].get("province"),
        "issuer": fact.letter["issuer"]["name"], "subject": fact.letter["subject"],
        "signer": (fact.letter["signatory"] or {}).get("name"),
        "action": fact.values.get("action"), "bound": fact.values.get("responsible"),
        "title": fact.values.get("title"), "p_en": _in_english(fact.letter["issuer"].get("province")),
    }  # fmt: skip


def _in_english(province: str | None) -> str | None:
    from parsers.knowledge import provinces

    return next((row.name_en for row in provinces() if row.name_th == province), None)


def filled(fact: Fact, pattern: Pattern, dice: random.Random) -> str:
    """The question about this fact, as it is typed."""
    return _typed(pattern.text.format(**_slots(fact, pattern)), pattern, dice)


_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_DROPPED = "่้์็ๆ"


def _typed(text: str, pattern: Pattern, dice: random.Random) -> str:
    """The question as it is typed: Thai digits, and with `slip` one wrong key."""
    if pattern.digits == "thai" or (pattern.digits == "any" and dice.random() < 0.5):
        text = text.translate(_THAI)
    if not pattern.slip:
        return text
    marks = [at for at, char in enumerate(text) if char in _DROPPED]
    if marks:
        at = dice.choice(marks)
        return text[:at] + text[at + 1 :]
    words = [at for at in range(1, len(text) - 1) if text[at - 1 : at + 2].isalpha() and text[at].islower()]
    at = dice.choice(words) if words else 0
    return text[:at] + text[at + 1 :]
