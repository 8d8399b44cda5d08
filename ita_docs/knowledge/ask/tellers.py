"""Which letters may tell the duties asked for: those of an addressee, an urgency, a kind of document."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_

from ita_docs.knowledge.ask.addressed import addressed_to
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.tables import documents

__all__ = ["told_by_such"]


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
