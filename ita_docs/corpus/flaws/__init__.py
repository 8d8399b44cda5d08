"""Contradictions planted on purpose, each with the flag that a careful reader raises."""

from __future__ import annotations

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.flaws.days import DAY_FLAWS
from ita_docs.corpus.flaws.names import NAME_FLAWS
from ita_docs.corpus.letter import Letter

__all__ = ["FLAWS", "plant_flaw"]

FLAWS = DAY_FLAWS + NAME_FLAWS


def plant_flaw(letter: Letter, dice: Dice) -> None:
    """Plant one contradiction that the letter has room for, if any."""
    for flaw in dice.random.sample(FLAWS, len(FLAWS)):
        if flaw(letter, dice):
            return
