"""Answers a question: rows with citations, or a search that says that it is one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from ita_docs.knowledge.ask.chain_answers import chain_answers
from ita_docs.knowledge.ask.duty_answers import duty_answers
from ita_docs.knowledge.ask.letter_answers import letter_answers
from ita_docs.knowledge.ask.meeting_answers import meeting_answers
from ita_docs.knowledge.ask.missing_answers import missing_answers
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.searched import searched, unheld
from ita_docs.knowledge.ask.understand import understand
from ita_docs.knowledge.ask.words import Answers
from ita_docs.knowledge.search.holding import letters_holding
from ita_docs.knowledge.search.index import SearchIndex
from models.columns import BANGKOK

__all__ = ["Answer", "answer", "ask", "read_question"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that answer a question, `total` of them; `fallback` is `search` where it was searched.

    `unused` are words of the question that nothing shown holds.
    """

    question: str
    understood: Question
    answers: list[dict[str, Any]]
    total: int
    fallback: str | None = None
    unused: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """The published shape."""
        return {
            "question": self.question,
            "understood": self.understood.to_json(),
            "answers": self.answers,
            "total": self.total,
            "fallback": self.fallback,
            "unused": self.unused,
        }


def ask(
    session: Session,
    index: SearchIndex,
    text: str,
    *,
    today: dt.date | None = None,
    office: str | None = None,
    understood: Question | None = None,
    limit: int = 10,
    most: int | None = None,
) -> Answer:
    """Answer a question in Thai or English. `understood` is an edited query in place of our own reading.

    At most `most` rows are told, all without it; `limit` is that of a search.

    Days like this week are counted from `today`, which is the day in Bangkok unless given.
    """
    today = today or dt.datetime.now(BANGKOK).date()
    question = understood or read_question(session, index, text, today)
    found = answer(session, question, today, office, index, most)
    if found.rows or question.kind == "missing" or (question.kind != "search" and not _open_ended(question)):
        return Answer(text, question, found.rows, found.total, unused=found.unused)
    rows, unused = searched(session, index, text, question, limit)
    return Answer(text, question, rows, len(rows), "search", unused)


def read_question(session: Session, index: SearchIndex, text: str, today: dt.date) -> Question:
    """What a question means, with the bodies and the words that the letters of the store know."""
    return understand(text, today, session, held=lambda words: bool(letters_holding(index, words, most=1)))


def _open_ended(question: Question) -> bool:
    """Whether words of the question were met by nothing: then a search is better than silence."""
    return bool(question.words) or not (
        question.number
        or question.topics
        or question.party
        or question.since
        or question.fiscal_year
        or question.about
        or question.person
        or question.state
    )


def answer(
    session: Session,
    question: Question,
    today: dt.date,
    office: str | None,
    index: SearchIndex | None = None,
    most: int | None = None,
) -> Answers:
    """The rows that answer a structured query, the first `most` of them, and how many there are.

    Words are looked for in the index where there is one.
    """
    if question.kind == "duties":
        return duty_answers(session, question, today, office, most, index)
    if question.kind == "meetings":
        return meeting_answers(session, question, today, most)
    if question.kind == "missing":
        return missing_answers(session, question, most)
    if question.kind in ("cites", "cited_by", "family"):
        rows = chain_answers(session, question)
    elif question.kind == "search":
        rows = []
    else:
        rows = letter_answers(session, question, index)
    return Answers(rows[:most], len(rows), unheld(index, question.words))
