"""Contradictions planted on purpose, each with the flag that a careful reader raises."""

from __future__ import annotations

from collections.abc import Callable

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.flaws.days import DAY_FLAWS
from ita_docs.corpus.flaws.impossible import IMPOSSIBLE_FLAWS
from ita_docs.corpus.flaws.names import NAME_FLAWS
from ita_docs.corpus.flaws.tellings import TELLING_FLAWS
from ita_docs.corpus.letter import Letter

__all__ = ["FLAWS", "RARE_FLAWS", "Flaw", "plant_flaw"]

Flaw = Callable[[Letter, Dice], bool]
"""Plants one contradiction and its gold; False where the letter has no room for it."""

FLAWS: tuple[Flaw, ...] = DAY_FLAWS + NAME_FLAWS
"""What the worlds of the corpus carry."""

RARE_FLAWS: tuple[Flaw, ...] = IMPOSSIBLE_FLAWS + TELLING_FLAWS
"""What `bench flags` plants besides; some of it is flagged on the paper behind the letter."""


def plant_flaw(letter: Letter, dice: Dice, flaws: tuple[Flaw, ...] = FLAWS) -> None:
    """Plant one contradiction that the letter has room for, if any."""
    for flaw in dice.random.sample(flaws, len(flaws)):
        if flaw(letter, dice):
            return
