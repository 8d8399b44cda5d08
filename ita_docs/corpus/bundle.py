"""What comes in one file: the letter, the circular that it hands down, its agenda and form."""

from __future__ import annotations

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Enclosure, Letter
from ita_docs.corpus.paper.blocks import Paper
from ita_docs.corpus.paper.enclosed import (
    agenda_paper,
    form_paper,
    list_paper,
    report_form_paper,
    schedule_paper,
)
from ita_docs.corpus.paper.put import put_on_paper

__all__ = ["bundle"]


def bundle(letter: Letter, by_id: dict[str, Letter], dice: Dice) -> list[Paper]:
    """The papers of the letter's file, its own first."""
    papers = [put_on_paper(letter)]
    if dice.chance(0.3):
        return papers
    for enclosure in letter.enclosures:
        paper = _behind(letter, enclosure, by_id, dice)
        if paper is not None:
            papers.append(paper)
    return papers


def _behind(letter: Letter, enclosure: Enclosure, by_id: dict[str, Letter], dice: Dice) -> Paper | None:
    """The paper that an enclosure line announces, where it lies in the same file."""
    if enclosure.paper == "letter":
        return put_on_paper(by_id[_forwarded(letter)])
    if enclosure.paper in _OF_MEETING and letter.events:
        return _OF_MEETING[enclosure.paper](letter)
    if enclosure.title.startswith(("แบบรายงาน", "แบบแจ้ง", "แบบสรุป")) and dice.chance(0.5):
        return report_form_paper(letter, enclosure.title)
    if enclosure.title.startswith(("รายชื่อ", "บัญชีรายชื่อ")) and dice.chance(0.6):
        return list_paper(letter, enclosure.title)
    return None


_OF_MEETING = {"agenda": agenda_paper, "form": form_paper, "schedule": schedule_paper}


def _forwarded(letter: Letter) -> str:
    return next(c.target for c in letter.citations if c.link == "forwards" and c.target)
