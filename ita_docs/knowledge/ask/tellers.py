"""Which letters may tell the duties asked for: those of an addressee, an urgency, a kind of document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_

from ita_docs.knowledge.ask.addressed import addressed_to
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.vocabulary import Match
from ita_docs.knowledge.search.holding import letters_holding
from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.knowledge.tables import documents

__all__ = ["is_done", "letters_of_subject", "of_letters", "told_by_such"]

SUBJECT = 15
"""Characters of the shortest words that are looked for as a letter's whole subject."""


def told_by_such(question: Question) -> ColumnElement[bool] | None:
    """The condition on a letter that tells such a duty; None where the question says nothing of it."""
    told: list[ColumnElement[bool]] = []
    if question.addressed:
        told.append(addressed_to(question.addressed, documents.c.id))
    if question.urgency:
        told.append(documents.c.urgency == question.urgency)
    if question.document_kind:
        told.append(documents.c.kind == question.document_kind)
    return and_(*told) if told else None


def letters_of_subject(question: Question, index: SearchIndex) -> tuple[int, ...]:
    """Ids of the letters whose subject holds the long words of a question that no duty holds."""
    subjects = [word for word in question.words if len(word) >= SUBJECT]
    found = [set(letters_holding(index, word, subject=True)) for word in subjects]
    return tuple(sorted(set.intersection(*found))) if found else ()


def is_done(matches: Sequence[Match], at: int) -> bool:
    """Whether the phrase at this place tells what must be done: `ต้อง|ประกาศ|นโยบาย`."""
    return at > 0 and any(entry.text.endswith(("ต้อง", "ให้", "must")) for entry in matches[at - 1].entries)


_LETTERS = re.compile(
    r"หนังสือ|ฉบับ|ชั้น|ความเร็ว|ตีตรา|ประทับ|ระบุ|letter|circular|order|marked|class|grade|stamped|flagged",
    re.IGNORECASE,
)


def of_letters(text: str) -> bool:
    """Whether an urgency is that of letters: `หนังสือด่วนมาก`, and not of the work: `งานด่วนวันนี้`."""
    return _LETTERS.search(text) is not None
