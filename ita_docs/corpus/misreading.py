"""Citations damaged inside a letter, as a poor scan or a tired typist damages them."""

from __future__ import annotations

from dataclasses import replace

from ita_docs.corpus.damage import damage_citation
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Citation, Letter
from ita_docs.corpus.numerals import on_paper

__all__ = ["damage_citations"]


def damage_citations(letter: Letter, rate: float, dice: Dice) -> set[int]:
    """Misread one or two characters in some of the letter's citations; gives the places of those damaged."""
    return {
        place
        for place, citation in enumerate(letter.citations)
        if rate > 0 and dice.chance(rate) and _damage(letter, citation, dice)
    }


def _damage(letter: Letter, citation: Citation, dice: Dice) -> bool:
    written = on_paper(citation.printed, letter.numerals)
    damaged = damage_citation(written, dice, errors=dice.weighted({1: 4, 2: 1}))
    if citation.where == "header":
        citation.printed = damaged
        return True
    hits = [n for n, paragraph in enumerate(letter.body) if citation.printed in paragraph.text]
    for place in hits:
        text = letter.body[place].text.replace(citation.printed, damaged)
        letter.body[place] = replace(letter.body[place], text=text)
    return bool(hits)
