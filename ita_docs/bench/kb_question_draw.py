"""Draws questions: a pattern, a fact of the world that it asks for, and all facts that then must be told."""

from __future__ import annotations

import calendar
import datetime as dt
import random
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ita_docs.bench.kb_question_truth import Fact, Facts, bound_kind, day_of, plain_words

__all__ = ["Drawn", "Pattern", "draw", "patterns"]

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to ask. `want` is what is asked for, `by` what the question names of it."""

    text: str
    want: str
    by: tuple[str, ...]
    source: str
    digits: str = "as is"
    slip: bool = False


@dataclass(slots=True)
class Drawn:
    """A question with the day on which it is asked and the rows that must and may be told."""

    text: str
    pattern: Pattern
    today: dt.date
    required: set[tuple[Any, ...]]
    allowed: set[tuple[Any, ...]]


@cache
def patterns(name: str = "questions.toml") -> tuple[Pattern, ...]:
    """The patterns of `data/questions.toml` (or the other file)."""
    text = (resources.files("ita_docs.bench") / "data" / name).read_text("utf-8")
    rows = tomllib.loads(text)["ask"]
    return tuple(Pattern(**{**row, "by": tuple(row.get("by", ()))}) for row in rows)


def draw(facts: Facts, pattern: Pattern, dice: random.Random) -> Drawn | None:
    """A question of this pattern about something that the world holds; None where it holds nothing such."""
    stock = [fact for fact in facts.of(pattern.want) if fact.sure and _able(fact, pattern)]
    for _ in range(60):
        if not stock:
            return None
        target = dice.choice(stock)
        today = _today(target, pattern, dice)
        required, allowed = _answers(facts, pattern, target, today)
        if required and len(required) <= 150:
            text = _typed(pattern.text.format(**_slots(target, pattern)), pattern, dice)
            return Drawn(text, pattern, today, required, allowed | required)
    return None


def _answers(
    facts: Facts, pattern: Pattern, target: Fact, today: dt.date
) -> tuple[set[tuple[Any, ...]], set[tuple[Any, ...]]]:
    tests: list[Test] = [_BY[name.partition("=")[0]] for name in pattern.by]
    given = [name.partition("=")[2] for name in pattern.by]
    required: set[tuple[Any, ...]] = set()
    allowed: set[tuple[Any, ...]] = set()
    for fact in facts.of(pattern.want):
        said = [test(fact, target, value, today) for test, value in zip(tests, given, strict=True)]
        if False in said:
            continue
        if all(said) and fact.sure:
            required.add(fact.key)
        elif not fact.values.get("ended") and not fact.values.get("off"):
            allowed.add(fact.key)
    return _first_or_last(pattern, required), allowed


def _first_or_last(pattern: Pattern, keys: set[tuple[Any, ...]]) -> set[tuple[Any, ...]]:
    if "next" in pattern.by:
        first = min(key[0] for key in keys) if keys else None
        return {key for key in keys if key[0] == first}
    if "latest" in pattern.by:
        last = max((key[0] or "" for key in keys), default=None)
        return {key for key in keys if (key[0] or "") == last}
    return keys


def _able(fact: Fact, pattern: Pattern) -> bool:
    """Whether the fact has what the pattern names."""
    return all(_HAS.get(name.partition("=")[0], _always)(fact, name.partition("=")[2]) for name in pattern.by)


def _day(fact: Fact) -> dt.date | None:
    if fact.kind == "duties":
        return day_of(fact.values["due"])
    return day_of(fact.values["date"]) if fact.kind == "meetings" else day_of(fact.letter["date"])


def _number(fact: Fact) -> str:
    return str((fact.letter.get("number") or {}).get("canonical") or "")


def _fiscal(day: dt.date) -> int:
    return day.year + 543 + (day.month >= 10)


# What a question may name: True where the fact is so, None where it may be told, False where it is not.

Test = Callable[[Fact, Fact, str, dt.date], bool | None]


def _topic(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    if value in fact.letter["topics"]:
        return True
    return None if "ITA" in (fact.letter["subject"] or "") or fact.family == target.family else False


def _fy(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    wanted = _fiscal_year(target)
    years, day = fact.letter["fiscal_years"], _day(fact)
    own = wanted == max(years) if years else day is not None and _fiscal(day) == wanted
    if fact.kind == "letter":
        return wanted in years
    if own and (not years or day is None or _fiscal(day) not in years or _fiscal(day) == wanted):
        return True
    near = wanted in years or (day is not None and _fiscal(day) == wanted) or not years
    return None if near else False


def _fiscal_year(fact: Fact) -> int:
    years = fact.letter["fiscal_years"]
    return int(max(years)) if years else _fiscal(_day(fact) or dt.date.max)


def _calendar_year(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    one, other = _day(fact), _day(target)
    return one is not None and other is not None and one.year == other.year


def _month(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    one, other = _day(fact), _day(target)
    return one is not None and other is not None and (one.year, one.month) == (other.year, other.month)


def _quarter(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    one, other = _day(fact), _day(target)
    if one is None or other is None:
        return False
    return (one.year, (one.month - 1) // 3) == (other.year, (other.month - 1) // 3)


def _same_day(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return _day(fact) == _day(target)


def _until(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    one, other = _day(fact), _day(target)
    return one is not None and other is not None and one <= other


def _since_until(first: int, last: int) -> Test:
    def test(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
        day = _day(fact)
        return day is not None and today + dt.timedelta(first) <= day <= today + dt.timedelta(last)

    return test


def _week(step: int) -> Test:
    def test(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
        day, monday = _day(fact), today + dt.timedelta(7 * step - today.weekday())
        return day is not None and monday <= day <= monday + dt.timedelta(6)

    return test


def _month_on(step: int) -> Test:
    def test(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
        day = _day(fact)
        month = today.year * 12 + today.month - 1 + step
        return day is not None and day.year * 12 + day.month - 1 == month

    return test


def _party(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    kind = bound_kind(fact.values.get("responsible"))
    if kind == value:
        return True
    return None if kind is None else False


def _named(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return plain_words(target.values["responsible"]) in plain_words(fact.values["responsible"])


def _province(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    own = fact.letter["issuer"].get("province") == target.letter["issuer"].get("province")
    if own:
        return True
    name = str(target.letter["issuer"].get("province"))
    return None if name in str(fact.values.get("responsible")) else False


def _issuer(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    one, other = fact.letter["issuer"]["name"], target.letter["issuer"]["name"]
    return True if one == other else (None if other in one else False)


def _words(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    return plain_words(target.values["action"]) in plain_words(fact.values["action"]) or False


def _title(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return plain_words(fact.values["title"]) == plain_words(target.values["title"])


def _about(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    wanted = plain_words(target.letter["subject"])
    own = plain_words(fact.letter["subject"])
    return True if own == wanted else (None if wanted in own else False)


def _of_number(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return bool(_number(target)) and plain_words(_number(fact)) == plain_words(_number(target))


def _circular(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    one, other = fact.letter["number"] or {}, target.letter["number"] or {}
    return bool(one.get("circular")) and one.get("serial") == other.get("serial")


def _cited_number(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return bool(target.values["to_number"]) and fact.values["to_number"] == target.values["to_number"]


_REPORTS = ("รายงานผล", "ส่งรายงานผล", "ขอส่งข้อมูล")
"""Subjects by which a reply can be told from a letter that merely cites."""


def _link(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    if fact.values["link"] != value:
        return False
    return True if value != "replies" or str(fact.letter["subject"]).startswith(_REPORTS) else None


def _signer(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    one, other = fact.letter["signatory"] or {}, target.letter["signatory"] or {}
    return bool(one.get("name")) and one.get("name") == other.get("name")


def _kind(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return bool(fact.letter["kind"] == value)


def _urgent(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return bool(fact.letter["urgency"] == value)


def _addressee(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    names = [r["name"] for r in fact.letter["recipients"]]
    return True if value in names else (None if any(value in name for name in names) else False)


def _online(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return bool(fact.values["online"])


def _next(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    day = _day(fact)
    last = day_of(fact.values.get("end_date")) or day
    return last is not None and last >= today


_BY: dict[str, Test] = {
    "topic": _topic, "fy": _fy, "year": _calendar_year, "month": _month, "quarter": _quarter,
    "day": _same_day, "until": _until, "within7": _since_until(0, 7), "within30": _since_until(0, 30),
    "week": _week(0), "next_week": _week(1), "this_month": _month_on(0), "next_month": _month_on(1),
    "last_month": _month_on(-1), "today": _since_until(0, 0), "tomorrow": _since_until(1, 1),
    "party": _party, "bound": _named, "province": _province, "issuer": _issuer, "words": _words,
    "title": _title, "about": _about, "number": _of_number, "circular": _circular, "cited": _cited_number,
    "link": _link, "signer": _signer, "kind": _kind, "urgent": _urgent, "to": _addressee, "online": _online,
    "next": _next, "latest": lambda fact, target, value, today: True,
}  # fmt: skip


def _quarter_of(fact: Fact) -> int:
    """The quarter of the budget year that the fact's day lies in."""
    day = _day(fact) or dt.date.min
    return (day.month + 2) // 3 % 4 + 1


def _always(fact: Fact, value: str) -> bool:
    return True


_HAS: dict[str, Callable[[Fact, str], bool]] = {
    "topic": lambda fact, value: value in fact.letter["topics"],
    "fy": lambda fact, value: bool(fact.letter["fiscal_years"]),
    "party": lambda fact, value: bound_kind(fact.values["responsible"]) == value,
    "bound": lambda fact, value: str(fact.values["responsible"]).startswith(("กรม", "สำนักงาน")),
    "province": lambda fact, value: bool(fact.letter["issuer"].get("province")),
    "number": lambda fact, value: bool((fact.letter["number"] or {}).get("agency")),
    "circular": lambda fact, value: bool((fact.letter["number"] or {}).get("circular")),
    "cited": lambda fact, value: "/ว" in fact.values["to_number"] or "." in fact.values["to_number"],
    "link": lambda fact, value: _link(fact, fact, value, dt.date.min) is True,
    "signer": lambda fact, value: bool(fact.letter["signatory"]),
    "kind": lambda fact, value: fact.letter["kind"] == value,
    "urgent": lambda fact, value: fact.letter["urgency"] == value,
    "to": lambda fact, value: value in [r["name"] for r in fact.letter["recipients"]],
    "online": lambda fact, value: bool(fact.values["online"]),
    "quarter": lambda fact, value: _day(fact) is not None and (not value or _quarter_of(fact) == int(value)),
    "title": lambda fact, value: len(fact.values["title"]) > 12,
    "about": lambda fact, value: bool(fact.letter["subject"]),
    "issuer": lambda fact, value: fact.letter["issuer"]["name"].startswith(("กรม", "สำนักงาน", "จังหวัด")),
} | dict.fromkeys(
    ("month", "day", "until", "within7", "within30", "week", "next_week", "this_month",
     "next_month", "last_month", "today", "tomorrow", "next", "year"),
    lambda fact, value: _day(fact) is not None,
)  # fmt: skip

_AHEAD = {
    "within7": (1, 6), "within30": (2, 28), "week": (0, 0), "next_week": (7, 7), "today": (0, 0),
    "tomorrow": (1, 1), "next": (2, 12), "this_month": (0, 0),
}  # fmt: skip


def _today(target: Fact, pattern: Pattern, dice: random.Random) -> dt.date:
    """The day of asking, such that the fact lies where the question looks."""
    day = _day(target) or dt.date(2025, 1, 15)
    for name in pattern.by:
        if name in ("next_month", "last_month"):
            first = day.replace(day=15)
            return first + dt.timedelta(-30 if name == "next_month" else 30)
        if name in _AHEAD:
            return day - dt.timedelta(dice.randint(*_AHEAD[name]))
    return dt.date(2025, 1, 15)


_ENGLISH = calendar.month_name


def _slots(fact: Fact, pattern: Pattern) -> JSON:
    """The words that a pattern may hold."""
    from ita_docs.knowledge.thai_days import thai_day

    day = _day(fact) or day_of(fact.letter["date"]) or dt.date(2025, 1, 15)
    full, short = thai_day(day), thai_day(day, short=True)
    fiscal = _fiscal_year(fact) if "fy" in pattern.by else _fiscal(day)
    cited = (fact.values.get("reference") or {}).get("number") or {}
    return {
        "fy": fiscal, "fy2": fiscal - 2500, "fy_ad": fiscal - 543,
        "year": day.year + 543, "year2": day.year - 1957, "year_ad": day.year,
        "month": full.split()[1], "month_short": short.split()[1], "month_en": _ENGLISH[day.month],
        "quarter": (day.month + 2) // 3 % 4 + 1,
        "day": full, "day_short": short, "d": day.day, "m": day.month,
        "number": _number(fact), "tight": _number(fact).replace(" ", ""),
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
