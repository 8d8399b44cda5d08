"""What comes in one file: the letter, the circular that it hands down, its agenda and form."""

from __future__ import annotations

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Letter
from ita_docs.corpus.paper.blocks import Paper
from ita_docs.corpus.paper.enclosed import agenda_paper, form_paper
from ita_docs.corpus.paper.put import put_on_paper

__all__ = ["bundle"]


def bundle(letter: Letter, by_id: dict[str, Letter], dice: Dice) -> list[Paper]:
    """The papers of the letter's file, its own first."""
    papers = [put_on_paper(letter)]
    if dice.chance(0.3):
        return papers
    for enclosure in letter.enclosures:
        if enclosure.paper == "letter":
            papers.append(put_on_paper(by_id[_forwarded(letter)]))
        elif enclosure.paper == "agenda":
            papers.append(agenda_paper(letter))
        elif enclosure.paper == "form":
            papers.append(form_paper(letter))
    return papers


def _forwarded(letter: Letter) -> str:
    return next(c.target for c in letter.citations if c.link == "forwards" and c.target)
