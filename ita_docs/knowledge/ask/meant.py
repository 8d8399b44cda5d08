"""Which letters a question means: the one of its number, or all that its terms fit."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, or_, select
from sqlmodel import Session

from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.words import best_by_words
from ita_docs.knowledge.naming import name_letters
from ita_docs.knowledge.tables import contents, documents, fiscal_years, topics

__all__ = ["letters_meant", "numbered"]

MOST = 200
"""Letters in one answer at the most."""


def numbered(session: Session, question: Question) -> list[int]:
    """Ids of the held letters of the question's number."""
    if not question.number:
        return []
    return [held for held, _ in name_letters(session, question.number) if held is not None]


def letters_meant(session: Session, question: Question) -> list[Any]:
    """The rows of the letters, the newest first; with words those that say most of them."""
    ids = numbered(session, question)
    if question.number:
        query = _query().where(documents.c.id.in_(ids))
    else:
        conditions = _conditions(question)
        if not conditions and not question.words:
            return []
        query = _query().where(documents.c.kind != "attachment", *conditions)
        for word in question.words[:1]:
            query = query.where(_says(word))
    rows = list(session.execute(query.order_by(documents.c.date.desc(), documents.c.id).limit(MOST)))
    rows = best_by_words(rows, question.words, lambda row: f"{row.subject or ''} {row.body or ''}")
    return rows[:1] if question.order in ("latest", "next") else rows


def _query() -> Select[Any]:
    return select(documents, contents.c.body, contents.c.contract).select_from(
        documents.outerjoin(contents, contents.c.document_id == documents.c.id)
    )


def _says(word: str) -> ColumnElement[bool]:
    found = documents.c.subject.contains(word, autoescape=True)
    return or_(found, contents.c.body.contains(word, autoescape=True))


def _conditions(question: Question) -> list[ColumnElement[bool]]:
    d = documents.c
    found: list[ColumnElement[bool]] = []
    if question.topics:
        found.append(_has(topics, topics.c.topic.in_(question.topics)))
    if question.fiscal_year:
        found.append(_has(fiscal_years, fiscal_years.c.fiscal_year == question.fiscal_year))
    if question.year and not question.since:
        found.append(d.date.between(dt.date(question.year - 543, 1, 1), dt.date(question.year - 543, 12, 31)))
    if question.since:
        found.append(d.date >= question.since)
    if question.until:
        found.append(d.date <= question.until)
    if question.agency:
        found.append(d.issuer_name.contains(question.agency, autoescape=True))
    if question.province:
        found.append(d.issuer_province == question.province)
    if question.urgency:
        found.append(d.urgency == question.urgency)
    if question.document_kind:
        found.append(d.kind == question.document_kind)
    if question.circular:
        found.append(d.circular)
    return found


def _has(table: Any, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(select(table.c.document_id).where(table.c.document_id == documents.c.id, condition))
