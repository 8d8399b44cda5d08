"""Questions, as the API and the desk ask them."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import Session

from api.schemas.ask import AskQuery
from ita_docs.knowledge.ask.answer import Answer, ask
from ita_docs.knowledge.ask.answer import read_question as read
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.search.index import SearchIndex

__all__ = ["ask_letters", "read_question"]

EDITABLE = (
    "kind", "topics", "fiscal_year", "party", "agency", "since", "until", "year", "province", "number",
    "bound", "person", "about", "link", "state", "order", "words", "hints", "addressed",
)  # fmt: skip


def read_question(session: Session, index: SearchIndex, query: AskQuery) -> Question:
    """What is asked; what the reader has put right takes the place of what was understood."""
    from api.web.render import today

    edited = {name: value for name in EDITABLE if (value := getattr(query, name)) not in (None, "", [])}
    return replace(read(session, index, query.q, today()), **edited)


def ask_letters(
    session: Session,
    index: SearchIndex,
    query: AskQuery,
    office: str | None,
    understood: Question | None = None,
    most: int | None = None,
) -> Answer:
    """Answer a question, as it was `understood` if that has been done, in at most so many rows."""
    from api.web.render import today

    understood = understood or read_question(session, index, query)
    return ask(session, index, query.q, today=today(), office=office, understood=understood, most=most)
