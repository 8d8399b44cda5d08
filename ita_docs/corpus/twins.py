"""Twins: two letters that no citation can tell apart, since an office gave one number twice on one day."""

from __future__ import annotations

import copy
from dataclasses import replace

from ita_docs.corpus.data_files import vocabulary
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Letter, Paragraph
from ita_docs.corpus.scenes.drafting import one_addressee

__all__ = ["add_twins"]


def add_twins(letters: list[Letter], rate: float, dice: Dice) -> dict[str, str]:
    """Add a twin of some cited letters to the family; gives the twin's id by the letter's.

    A twin has office, number, day and subject of the letter and other recipients. Letters that lie bundled
    behind another are left alone: the bundle would tell which is meant.
    """
    if rate <= 0:
        return {}
    bundled = {c.target for one in letters for c in one.citations if c.link == "forwards"}
    cited = {c.target for one in letters for c in one.citations} - bundled
    found = [one for one in letters if one.id in cited and one.number and dice.chance(rate)]
    twins = {one.id: _twin(one, dice) for one in found}
    letters.extend(twins.values())
    return {name: twin.id for name, twin in twins.items()}


def _twin(letter: Letter, dice: Dice) -> Letter:
    twin = copy.deepcopy(letter)
    name = dice.pick([place for place in vocabulary()["copies"]])
    extra = Paragraph(dice.pick(vocabulary()["asides"]))
    return replace(twin, id=f"{letter.id}T", recipients=[one_addressee(name)], body=[*twin.body, extra])
