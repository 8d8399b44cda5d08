"""Citations as a poor scan gives them: words misread in a character or two, and then understood anew."""

from __future__ import annotations

import random
from typing import Any

__all__ = ["misread"]


def misread(reference: dict[str, Any], dice: random.Random) -> bool:
    """Damage one citation in place: a character misread, in one of five two. False if nothing changed."""
    from ita_docs.corpus.damage import damage_citation
    from ita_docs.corpus.dice import Dice
    from parsers.dates import find_times
    from parsers.numbers import find_numbers

    words = _printed(reference)
    errors = 2 if dice.random() < 0.2 else 1
    damaged = damage_citation(words, Dice(f"misread {dice.random()}"), errors=errors)
    if damaged == words:
        return False
    number_words, _, day_words = damaged.partition(" ลงวันที่ ")
    numbers = find_numbers(number_words)
    days = [found for found in find_times(f"ลงวันที่ {day_words}") if found.kind in ("date", "letter_date")]
    if reference.get("number"):
        number = numbers[0].number if numbers else None
        reference["number"] = None if number is None else _plain(number)
    if reference.get("date"):
        reference["date"] = days[0].value if days and days[0].value else None
    return True


def _plain(number: Any) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(number)


def _printed(reference: dict[str, Any]) -> str:
    from ita_docs.knowledge.thai_days import thai_day

    thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    number = (reference.get("number") or {}).get("canonical") or ""
    day = thai_day(reference["date"]) if reference.get("date") else ""
    return f"ที่ {number} ลงวันที่ {day}".translate(thai)
