"""Answers to which meeting is when and where."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlmodel import Session

from ita_docs.knowledge.ask.called_off import called_off
from ita_docs.knowledge.ask.meant import issued_by, numbered
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.words import best_by_words
from ita_docs.knowledge.citations import Citations
from ita_docs.knowledge.tables import documents, fiscal_years, meetings, topics

__all__ = ["meeting_answers"]

MOST = 300


def meeting_answers(session: Session, question: Question, today: dt.date) -> list[dict[str, Any]]:
    """Meetings that fit the question, each told once, by day and hour."""
    letter = func.coalesce(documents.c.parent_id, documents.c.id)
    query = (
        select(meetings, documents.c.subject, documents.c.number, documents.c.public_id)
        .join(documents, documents.c.id == meetings.c.document_id)
        .where(*_conditions(session, question, letter))
        .order_by(meetings.c.date.is_(None), meetings.c.date, meetings.c.start, meetings.c.id)
        .limit(MOST)
    )
    rows: list[Any] = list(session.execute(query))
    said = best_by_words(rows, question.words, _text)
    rows = said if said or not question.number else rows
    off = called_off(session, rows)
    if question.state is None and not question.number:
        rows = [row for row in rows if row.id not in off]
    elif question.state is not None:
        rows = [row for row in rows if row.id in off]
    citations = Citations(session)
    answers = _told_once([_answer(row, citations) | {"history": off.get(row.id, [])} for row in rows])
    return _first_or_last([answer for answer in answers if answer["citations"]], question.order, today)


def _conditions(session: Session, question: Question, letter: Any) -> list[ColumnElement[bool]]:
    m, d = meetings.c, documents.c
    found: list[ColumnElement[bool]] = []
    if question.number:
        ids = numbered(session, question)
        found.append(or_(d.id.in_(ids), d.parent_id.in_(ids)))
    if question.topics:
        found.append(
            exists(
                select(topics.c.topic).where(
                    topics.c.document_id.in_([d.id, letter]), topics.c.topic.in_(question.topics)
                )
            )
        )
    if question.fiscal_year:
        year = fiscal_years.c
        named = select(year.fiscal_year).where(
            year.document_id.in_([d.id, letter]), year.fiscal_year == question.fiscal_year
        )
        found.append(exists(named))
    if question.year and not question.since:
        found.append(m.date.between(dt.date(question.year - 543, 1, 1), dt.date(question.year - 543, 12, 31)))
    if question.since:
        found.append(m.date >= question.since)
    if question.until:
        found.append(m.date <= question.until)
    if question.agency or question.bound:
        found.append(issued_by(question.agency or question.bound or ""))
    if question.province:
        found.append(d.issuer_province == question.province)
    return found


def _text(row: Any) -> str:
    return f"{row.title or ''} {row.venue or ''} {row.subject or ''}"


def _answer(row: Any, citations: Citations) -> dict[str, Any]:
    source = citations.source(row.document_id)
    cited = citations.from_evidence(row.document_id, row) or citations.find(row.document_id, row.title or "")
    return {
        "date": row.date.isoformat() if row.date else None,
        "end_date": row.end_date.isoformat() if row.end_date else None,
        "start": row.start,
        "end": row.end,
        "title": row.title,
        "venue": row.venue,
        "online": row.online,
        "agenda": row.agenda or [],
        "letter": source.letter,
        "number": source.number,
        "citations": [cited.to_json()] if cited else [],
    }


def _told_once(answers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One meeting told by several letters (same day, hour and room) has all their citations."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for answer in answers:
        if answer["date"] is None or answer["start"] is None:
            key: tuple[Any, ...] = (answer["letter"], answer["title"], len(found))
        else:
            online = (answer["online"] or {}).get("meeting_id")
            key = (answer["date"], answer["start"], answer["venue"] or online or answer["letter"])
        if key in found:
            found[key]["citations"] += answer["citations"]
        else:
            found[key] = answer
    return list(found.values())


def _first_or_last(answers: list[dict[str, Any]], order: str | None, today: dt.date) -> list[dict[str, Any]]:
    dated = [answer for answer in answers if answer["date"]]
    if order == "next":
        coming = [answer for answer in dated if (answer["end_date"] or answer["date"]) >= today.isoformat()]
        return [answer for answer in coming if answer["date"] == coming[0]["date"]]
    if order == "latest":
        past = [answer for answer in dated if answer["date"] < today.isoformat()] or dated
        return [answer for answer in past if answer["date"] == past[-1]["date"]]
    return answers
