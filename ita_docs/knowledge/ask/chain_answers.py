"""Answers to what a letter cites, what cites it, and its whole chain."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlmodel import Session

from ita_docs.knowledge.ask.meant import issued_by
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.chains import chain_of
from ita_docs.knowledge.citations import Citations
from ita_docs.knowledge.naming import name_letters
from ita_docs.knowledge.tables import cited_letters, documents, references
from models.columns import oldest_first

__all__ = ["chain_answers"]


def chain_answers(session: Session, question: Question) -> list[dict[str, Any]]:
    """One row a bond, with the words of the citation that makes it."""
    if not question.number:
        return []
    named = name_letters(session, question.number)
    citations = Citations(session)
    if question.kind == "family":
        named = _family(session, question.number)
    held = [key for key, _ in named if key is not None]
    unseen = [key for _, key in named if key is not None]
    linked = [references.c.link_kind == question.link] if question.link else []
    answers: list[dict[str, Any]] = []
    if question.kind in ("cites", "family"):
        answers += _bonds(session, citations, and_(references.c.document_id.in_(held), *linked), cited=True)
    if question.kind == "cited_by":
        means = or_(references.c.target_id.in_(held), references.c.cited_letter_id.in_(unseen))
        answers += _bonds(session, citations, and_(means, *linked, *_citing(question)), cited=False)
    found = [answer for answer in answers if answer["citations"]]
    return _of_one_day(found, question.order) if question.kind == "cited_by" else found


def _of_one_day(answers: list[dict[str, Any]], order: str | None) -> list[dict[str, Any]]:
    """With `first` what the letters of the earliest day say, with `latest` or `next` those of the last."""
    days = sorted(answer["date"] for answer in answers if answer["date"])
    if order is None or not days:
        return answers
    return [answer for answer in answers if answer["date"] == days[0 if order == "first" else -1]]


def _citing(question: Question) -> list[ColumnElement[bool]]:
    """What is said of the letters that cite: of which province, body, kind or time they are."""
    d = documents.c
    found: list[ColumnElement[bool]] = []
    if question.agency:
        found.append(issued_by(question.agency))
    elif question.province:
        found.append(d.issuer_province == question.province)
    if question.since:
        found.append(d.date >= question.since)
    if question.until:
        found.append(d.date <= question.until)
    return found


def _family(session: Session, number: str) -> list[tuple[int | None, int | None]]:
    ids = [letter["id"] for letter in chain_of(session, number).letters if letter["state"] == "held"]
    query = (
        select(documents.c.id)
        .where(documents.c.public_id.in_(ids))
        .order_by(oldest_first(documents.c.date), documents.c.id)
    )
    return [(key, None) for key in session.execute(query).scalars()]


def _bonds(session: Session, citations: Citations, condition: Any, *, cited: bool) -> list[dict[str, Any]]:
    """References that meet a condition, seen from the citing letter (`cited`) or from the cited one."""
    r, other = references.c, documents.alias().c
    citing = documents.c
    query = (
        select(
            references,
            other.public_id.label("target_letter"),
            other.number.label("target_number"),
            other.date.label("target_date"),
            other.subject.label("target_subject"),
            cited_letters.c.public_id.label("unseen_letter"),
            citing.public_id.label("citing_letter"),
            citing.number.label("citing_number"),
            citing.date.label("citing_date"),
            citing.subject.label("citing_subject"),
        )
        .select_from(references)
        .join(documents, citing.id == r.document_id)
        .outerjoin(other.id.table, other.id == r.target_id)
        .outerjoin(cited_letters, cited_letters.c.id == r.cited_letter_id)
        .where(condition)
        .order_by(oldest_first(citing.date), r.document_id, r.position)
    )
    return [_answer(row, citations, cited=cited) for row in session.execute(query)]


def _answer(row: Any, citations: Citations, *, cited: bool) -> dict[str, Any]:
    words = row.evidence_text or row.number or row.subject or ""
    place = citations.from_evidence(row.document_id, row) or citations.find(row.document_id, words)
    if cited:
        letter, number = row.target_letter or row.unseen_letter, row.target_number or row.number
        day, subject = row.target_date or row.date, row.target_subject or row.subject
    else:
        letter, number = row.citing_letter, row.citing_number
        day, subject = row.citing_date, row.citing_subject
    return {
        "letter": letter,
        "number": number,
        "date": day.isoformat() if day else None,
        "subject": subject,
        "state": row.state if cited else "held",
        "kind": row.link_kind or "follows",
        "from": row.citing_letter,
        "from_number": row.citing_number,
        "cited_number": row.number,
        "cited_subject": row.subject,
        "issuer": row.issuer_name if cited else None,
        "citations": [place.to_json()] if place else [],
    }
