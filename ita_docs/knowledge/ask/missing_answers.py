"""Answers to which letters are cited but not held: what is known of each, and every line that cites it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlmodel import Session

from ita_docs.knowledge.ask.calendar_spans import fiscal_span
from ita_docs.knowledge.ask.meant import issued_by, numbered
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.words import Answers, best_by_words, unused_words
from ita_docs.knowledge.body_names import names_of_body
from ita_docs.knowledge.citations import Citations
from ita_docs.knowledge.tables import cited_letters, documents, references, topics
from models.columns import newest_first, oldest_first

__all__ = ["missing_answers"]

MOST = 500
"""Letters in one answer at the most."""

PLACES = 10
"""Places that cite a letter, told at the most."""

CHUNK = 400


def missing_answers(session: Session, question: Question, most: int | None = None) -> Answers:
    """One row a letter that is cited but not held, the most cited first, with the places that cite it.

    `agency`, `since`, `until` and the years are those of the letter that lacks; `number` names a letter
    that cites it, or the letter itself; `province` and `topics` are those of the letters that cite it.
    """
    c = cited_letters.c
    rows = session.execute(
        select(cited_letters)
        .where(*_conditions(session, question))
        .order_by(c.citations.desc(), newest_first(c.date), c.id)
        .limit(MOST)
    ).all()
    words = [*question.words, *([question.about] if question.about else [])]
    rows = best_by_words(rows, words, _text) or list(rows)
    unused = unused_words(words, rows, _text)
    total = len(rows) if words or len(rows) < MOST else _count(session, question)
    shown = rows[:most]
    places = _places(session, [row.id for row in shown])
    answers = [_answer(row, places[row.id]) for row in shown]
    answers = [answer for answer in answers if answer["citations"]]
    return Answers(answers, total - (len(shown) - len(answers)), unused)


def _count(session: Session, question: Question) -> int:
    query = select(func.count(cited_letters.c.id)).where(*_conditions(session, question))
    return int(session.execute(query).scalar_one())


def _conditions(session: Session, question: Question) -> list[ColumnElement[bool]]:
    c = cited_letters.c
    found: list[ColumnElement[bool]] = [c.document_id.is_(None), c.citations > 0]
    since, until = _span(question)
    if since:
        found.append(c.date >= since)
    if until:
        found.append(c.date <= until)
    if question.agency:
        found.append(
            or_(*(c.issuer_name.icontains(name, autoescape=True) for name in names_of_body(question.agency)))
        )
    if question.circular:
        found.append(c.circular)
    if question.document_kind:
        found.append(c.kind == question.document_kind)
    citing = _citing(session, question)
    if citing:
        told = select(references.c.cited_letter_id).join(
            documents, documents.c.id == references.c.document_id
        )
        found.append(c.id.in_(told.where(*citing)))
    return found


def _citing(session: Session, question: Question) -> list[ColumnElement[bool]]:
    """Conditions on the letters that cite."""
    d = documents.c
    found: list[ColumnElement[bool]] = []
    if question.number:
        ids = numbered(session, question)
        found.append(or_(d.id.in_(ids), d.parent_id.in_(ids)))
    if question.province:
        found.append(d.issuer_province == question.province)
    if question.bound:
        found.append(issued_by(question.bound))
    if question.topics:
        found.append(d.id.in_(select(topics.c.document_id).where(topics.c.topic.in_(question.topics))))
    if question.link:
        found.append(references.c.link_kind == question.link)
    return found


def _span(question: Question) -> tuple[dt.date | None, dt.date | None]:
    if question.since or question.until:
        return question.since, question.until
    if question.year:
        return dt.date(question.year - 543, 1, 1), dt.date(question.year - 543, 12, 31)
    return fiscal_span(question.fiscal_year) if question.fiscal_year else (None, None)


def _places(session: Session, ids: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    """By cited letter the places that cite it, the earliest letter first."""
    citations = Citations(session)
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    query = select(references).join(documents, documents.c.id == references.c.document_id)
    query = query.order_by(oldest_first(documents.c.date), references.c.document_id, references.c.position)
    for at in range(0, len(ids), CHUNK):
        part = ids[at : at + CHUNK]
        for row in session.execute(query.where(references.c.cited_letter_id.in_(part))):
            places = found[row.cited_letter_id]
            if len(places) >= PLACES:
                continue
            words = row.evidence_text or row.number or row.subject or ""
            place = citations.from_evidence(row.document_id, row) or citations.find(row.document_id, words)
            if place is not None:
                places.append(place.to_json())
    return found


def _answer(row: Any, places: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "letter": row.public_id,
        "number": row.number,
        "date": row.date.isoformat() if row.date else None,
        "subject": row.subject,
        "issuer": row.issuer_name,
        "kind": row.kind,
        "state": "missing",
        "cited_by": list(dict.fromkeys(place["number"] or place["letter"] for place in places)),
        "times_cited": row.citations,
        "citations": places,
    }


def _text(row: Any) -> str:
    return f"{row.subject or ''} {row.issuer_name or ''} {row.number or ''}"
