"""Which letters a question means: the one of its number, or all that its terms fit."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, exists, or_, select
from sqlmodel import Session

from ita_docs.knowledge.ask.addressed import addressed_to
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.words import best_by_words, same_words
from ita_docs.knowledge.body_names import names_of_body
from ita_docs.knowledge.naming import name_letters
from ita_docs.knowledge.search.holding import letters_holding, letters_nearest
from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.knowledge.search.query import stop_words
from ita_docs.knowledge.search.tokens import cover
from ita_docs.knowledge.tables import agencies, contents, documents, fiscal_years, topics
from models.columns import newest_first

__all__ = ["issued_by", "letters_meant", "numbered"]

MOST = 500
"""Letters in one answer at the most."""


def numbered(session: Session, question: Question) -> list[int]:
    """Ids of the held letters of the question's number."""
    if not question.number:
        return []
    return [held for held, _ in name_letters(session, question.number) if held is not None]


def letters_meant(session: Session, question: Question, index: SearchIndex | None = None) -> list[Any]:
    """The rows of the letters, the newest first; with words those that say most of them."""
    if question.number:
        rows = _rows(session, [documents.c.id.in_(numbered(session, question))])
        return best_by_words(rows, question.words, _text) or rows
    question = _known(question, index)
    conditions = _conditions(question)
    if not conditions and not (question.words or question.about or question.person):
        return []
    conditions.append(documents.c.kind != "attachment")
    rows = _of_words(session, question, conditions, index)
    return _of_one_day(rows, question.order)


def _known(question: Question, index: SearchIndex | None) -> Question:
    """The question without words that no letter holds, where more than these says what is asked for."""
    if index is None or not question.words or not question.bounded:
        return question
    return replace(question, words=[word for word in question.words if letters_holding(index, word, most=1)])


def _of_one_day(rows: list[Any], order: str | None) -> list[Any]:
    """With `first` the letters of the earliest day, with `latest` or `next` those of the last."""
    dated = [row for row in rows if row.date is not None]
    if order is None or not dated:
        return rows
    day = dated[-1 if order == "first" else 0].date
    return [row for row in dated if row.date == day]


def _of_words(
    session: Session, question: Question, conditions: list[ColumnElement[bool]], index: SearchIndex | None
) -> list[Any]:
    """The letters that also hold the question's words, its subject, and the person who signed."""
    if index is not None and question.person:
        conditions = [*conditions, documents.c.id.in_(letters_holding(index, question.person))]
    if question.about:
        rows = _about(session, question.about, conditions, index)
    elif index is not None and question.words:
        ids = letters_nearest(index, question.words)
        rows = _rows(session, [*conditions, documents.c.id.in_(ids)]) if ids else []
    else:
        rows = _rows(session, conditions)
    if question.person and question.kind != "contacts":
        rows = [row for row in rows if same_words(question.person, row.signatory_name)]
    return best_by_words(rows, question.words, _text)


def _about(
    session: Session, about: str, conditions: list[ColumnElement[bool]], index: SearchIndex | None
) -> list[Any]:
    """Letters of that very subject, else that name it in their subject, else anywhere, else of its words."""
    if index is None:
        return _rows(session, [*conditions, documents.c.subject.icontains(about, autoescape=True)])
    for ids in (letters_holding(index, about, subject=True), letters_holding(index, about)):
        rows = _rows(session, [*conditions, documents.c.id.in_(ids)]) if ids else []
        if rows:
            own = [row for row in rows if same_words(row.subject or "-", about)]
            return own or rows
    words = [piece.text for piece in cover(about) if piece.text not in stop_words()]
    ids = letters_nearest(index, words)
    rows = _rows(session, [*conditions, documents.c.id.in_(ids)]) if ids else []
    return best_by_words(rows, words, _text)


def _text(row: Any) -> str:
    return f"{row.subject or ''} {row.body or ''}"


def _rows(session: Session, conditions: list[ColumnElement[bool]]) -> list[Any]:
    query = (
        select(documents, contents.c.body, contents.c.contract)
        .select_from(documents.outerjoin(contents, contents.c.document_id == documents.c.id))
        .where(*conditions)
        .order_by(newest_first(documents.c.date), documents.c.id)
        .limit(MOST)
    )
    return list(session.execute(query))


def issued_by(name: str) -> ColumnElement[bool]:
    """Letters of a body by any of its names; of a province (จังหวัดน่าน) only its own."""
    body = agencies.c.name
    if name.startswith("จังหวัด"):
        wanted = body == name
    else:
        wanted = or_(*(body.icontains(one, autoescape=True) for one in names_of_body(name)))
    return documents.c.issuer_id.in_(select(agencies.c.id).where(wanted))


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
        found.append(issued_by(question.agency))
    if question.province and not question.agency:
        found.append(d.issuer_province == question.province)
    if question.addressed:
        found.append(addressed_to(question.addressed, d.id))
    if question.urgency:
        found.append(d.urgency == question.urgency)
    if question.document_kind:
        found.append(d.kind == question.document_kind)
    if question.circular:
        found.append(d.circular)
    return found


def _has(table: Any, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(select(table.c.document_id).where(table.c.document_id == documents.c.id, condition))
