"""Draws questions: a pattern, a fact of the world that it asks for, and all facts that then must be told."""

from __future__ import annotations

import datetime as dt
import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ita_docs.bench.kb_question_days import day_asked, today_for
from ita_docs.bench.kb_question_names import HAS, TESTS, always
from ita_docs.bench.kb_question_slots import filled
from ita_docs.bench.kb_question_truth import Fact, Facts

__all__ = ["Drawn", "Pattern", "draw", "patterns"]

Key = tuple[Any, ...]


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
    required: set[Key]
    allowed: set[Key]


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
        today = today_for(target, pattern.by, dice.randint)
        required, allowed = _answers(facts, pattern, target, today)
        if required and len(required) <= 150:
            text = filled(target, pattern, dice)
            return Drawn(text, pattern, today, required, allowed | required)
    return None


def _answers(facts: Facts, pattern: Pattern, target: Fact, today: dt.date) -> tuple[set[Key], set[Key]]:
    tests = [TESTS[name.partition("=")[0]] for name in pattern.by]
    given = [name.partition("=")[2] for name in pattern.by]
    required: list[Fact] = []
    allowed: set[Key] = set()
    for fact in facts.of(pattern.want):
        said = [test(fact, target, value, today) for test, value in zip(tests, given, strict=True)]
        if False in said:
            continue
        if all(said) and fact.sure:
            required.append(fact)
        elif not fact.values.get("ended") and not fact.values.get("off"):
            allowed.add(fact.key)
    return _first_or_last(pattern, required), allowed


def _first_or_last(pattern: Pattern, facts: Sequence[Fact]) -> set[Key]:
    """With `next`, `first` and `latest` only what lies on the one day."""
    days = [day for fact in facts if (day := day_asked(fact)) is not None]
    chosen = None
    if days and {"next", "first"} & set(pattern.by):
        chosen = min(days)
    elif days and "latest" in pattern.by:
        chosen = max(days)
    return {fact.key for fact in facts if chosen is None or day_asked(fact) == chosen}


def _able(fact: Fact, pattern: Pattern) -> bool:
    """Whether the fact has what the pattern names."""
    return all(HAS.get(name.partition("=")[0], always)(fact, name.partition("=")[2]) for name in pattern.by)
