"""What is searched where a question has no direct answer: rows that hold its words, or none at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.search.filters import Filters
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.holding import letters_holding
from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.knowledge.search.query import stop_words
from ita_docs.knowledge.search.search import search
from ita_docs.knowledge.search.tokens import cover

__all__ = ["searched", "unheld"]


def searched(
    session: Session, index: SearchIndex, text: str, question: Question, limit: int
) -> tuple[list[dict[str, Any]], list[str]]:
    """Search hits as rows, their passages the citations, and the words that no letter holds.

    Letters that share less than half of a question with it are no answer: where most of its words stand in
    no letter at all, nothing is given.
    """
    words = _asked_for(text, question)
    unknown = unheld(index, words)
    if not question.number and len(unknown) * 2 >= len(words):
        return [], unknown
    filters = Filters(province=question.province if question.kind != "search" else None)
    found = search(session, index, text, filters, limit=limit)
    rows = [
        {
            **{name: value for name, value in result.items() if name != "passages"},
            "citations": result["passages"],
        }
        for result in found.results
        if result["passages"]
    ]
    return rows, unknown


def unheld(index: SearchIndex | None, words: Sequence[str]) -> list[str]:
    """The words that no letter holds."""
    return [word for word in words if index is not None and not letters_holding(index, word, most=1)]


def _asked_for(text: str, question: Question) -> list[str]:
    """The words of the question that were understood as such; of one not understood at all, its own."""
    words = [*question.words, *question.hints, *([question.about] if question.about else [])]
    if words or question.kind != "search":
        return words
    pieces = (piece.text for piece in cover(fold(text)))
    return [word for word in pieces if word not in stop_words() and len(word) > 1]
