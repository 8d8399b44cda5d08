"""The answer that stands above the hits: rows with sources, in columns that fit the kind of question."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from api.queries.ask import ask_letters, read_question
from api.schemas.ask import AskQuery
from ita_docs.knowledge.search.index import SearchIndex

__all__ = ["MOST_ROWS", "Shown", "answer_first"]

MOST_ROWS = 25


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: the kind of question, what was understood, the first rows, how many more there are.

    `unused` are words of the question that no row holds.
    """

    kind: str
    understood: dict[str, Any]
    rows: list[dict[str, Any]]
    more: int
    unused: list[str] = field(default_factory=list)


def answer_first(
    session: Session, index: SearchIndex, query: AskQuery | None, office: str | None
) -> Shown | None:
    """The answer to a question; None where it is none, or was only searched for."""
    if query is None:
        return None
    question = read_question(session, index, query)
    understood, told = question.to_json(), query.kind is not None
    if not told and (question.kind in ("search", "letters") or not _asks(understood, query.q)):
        return None
    answer = ask_letters(session, index, query, office, question, most=MOST_ROWS)
    if answer.fallback:
        return Shown(question.kind, understood, [], 0) if told else None
    more = answer.total - len(answer.answers)
    return Shown(question.kind, understood, answer.answers, more, answer.unused)


def _asks(understood: dict[str, Any], text: str) -> bool:
    """A bare number is no question, whatever could be answered about it."""
    number = understood.get("number")
    return not (number and len(text.strip()) <= len(str(number)) + 4)
