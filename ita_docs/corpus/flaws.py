"""Contradictions planted on purpose, each with the flag that a careful reader raises."""

from __future__ import annotations

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Letter

__all__ = ["plant_flaw"]


def plant_flaw(letter: Letter, dice: Dice) -> None:
    """Plant one contradiction that the letter has room for."""
