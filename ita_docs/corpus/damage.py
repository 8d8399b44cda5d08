"""Damage as a reader of scans does it: look-alike characters, lost marks, spaces gone or put in."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources

from ita_docs.corpus.dice import Dice

__all__ = ["confusions", "damage_citation", "damage_letter", "damage_text"]


@cache
def confusions() -> Mapping[str, Mapping[str, float]]:
    """For a character, what it may be read as, with weights (`data/confusions.csv`)."""
    table: dict[str, dict[str, float]] = {}
    text = (resources.files("ita_docs.corpus") / "data" / "confusions.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        table.setdefault(row["written"], {})[row["read"]] = float(row["weight"])
    return table


def damage_text(text: str, error_rate: float, dice: Dice) -> str:
    """`text` with about `error_rate` of its characters misread; line breaks stay.

    >>> damage_text("ที่ มท ๐๐๑๘.๑/ว ๕๕๖๕", 0.0, Dice("x"))
    'ที่ มท ๐๐๑๘.๑/ว ๕๕๖๕'
    """
    return "".join(_misread(c, dice) if dice.chance(error_rate) and c != "\n" else c for c in text)


def _misread(character: str, dice: Dice) -> str:
    shape = dice.weighted({"confused": 78, "lost": 12, "doubled": 4, "spaced": 6})
    if shape == "confused" and character in confusions():
        return dice.weighted(confusions()[character])
    if character == " ":
        return ""
    if shape == "doubled":
        return character * 2
    if shape == "spaced":
        return f"{character} "
    return "" if shape == "lost" else character


def damage_citation(text: str, dice: Dice, *, errors: int = 1) -> str:
    """A citation's words with exactly `errors` confusable characters misread, digits and codes first.

    >>> damage_citation("มท ๐๐๑๘.๑/ว ๕๕๖๕", Dice("y")) != "มท ๐๐๑๘.๑/ว ๕๕๖๕"
    True
    """
    table, out = confusions(), list(text)
    places = [n for n, c in enumerate(out) if c in table and (c.isdigit() or n < 3 or out[n - 1] == "/")]
    places = places or [n for n, c in enumerate(out) if c in table]
    for place in dice.random.sample(places, min(errors, len(places))):
        out[place] = dice.weighted(table[out[place]])
    return "".join(out)


def damage_letter(text: str, error_rate: float, seed: str) -> str:
    """A whole file's text at a character error rate, the same for the same seed."""
    return damage_text(text, error_rate, Dice(f"damage {seed}"))
