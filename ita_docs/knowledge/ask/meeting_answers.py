"""Answers to which meeting is when and where."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlmodel import Session

from ita_docs.knowledge.ask.addressed import addressed_to
from ita_docs.knowledge.ask.calendar_spans import fiscal_span
from ita_docs.knowledge.ask.called_off import called_off
from ita_docs.knowledge.ask.meant import issued_by, numbered
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.words import Answers, narrowed, unused_words
from ita_docs.knowledge.citations import Citations
from ita_docs.knowledge.tables import documents, fiscal_years, meetings, topics
from models.columns import oldest_first

__all__ = ["meeting_answers"]

MOST = 300


def meeting_answers(session: Session, question: Question, today: dt.date, most: int | None = None) -> Answers:
    """Meetings that fit the question, each told once, by day and hour."""
    rows = _rows(session, question, today)
    said = narrowed(rows, question.words, question.hints, _text)
    rows = said if said or not question.bounded else rows
    rows = [row for row in rows if row.online] if question.online else rows
    off = called_off(session, rows)
    if question.state == "overdue":
        rows = [row for row in rows if row.date is not None and row.date < today]
    elif question.state is None and not question.number:
        rows = [row for row in rows if row.id not in off]
    elif question.state is not None:
        rows = [row for row in rows if row.id in off]
    if question.order is not None:
        rows = [row for row in rows if row.date == rows[0].date]
    citations = Citations(session)
    answers = _told_once(
        [(row, _answer(row, citations) | {"history": off.get(row.id, [])}) for row in _letters_first(rows)]
    )
    told = [answer for answer in answers if answer["citations"]]
    unused = unused_words([*question.words, *question.hints], rows, _text)
    return Answers(told[:most], len(told), unused)


def _letters_first(rows: list[Any]) -> list[Any]:
    """In the order of days; of one hour the letter before its agenda."""
    hours = {row.id: place for place, row in enumerate(rows)}
    return sorted(
        rows, key=lambda row: (row.date is None, row.date, row.start or "", row.parent_id or 0, hours[row.id])
    )


def _rows(session: Session, question: Question, today: dt.date) -> list[Any]:
    """The meetings by day; for the next one those from today on, for the last one backwards."""
    m = meetings.c
    letter = func.coalesce(documents.c.parent_id, documents.c.id)
    query = (
        select(
            meetings,
            documents.c.subject,
            documents.c.number,
            documents.c.public_id,
            documents.c.parent_id,
            letter.label("root"),
        )
        .join(documents, documents.c.id == m.document_id)
        .where(*_conditions(session, question, letter))
        .limit(MOST)
    )
    by_day = (m.date.is_(None), m.date, oldest_first(m.start), m.id)
    if question.order == "next":
        coming = query.where(func.coalesce(m.end_date, m.date) >= today)
        return list(session.execute(coming.order_by(*by_day)))
    if question.order == "first":
        return list(session.execute(query.where(m.date.is_not(None)).order_by(*by_day)))
    if question.order in ("latest", "final"):
        past = query.where(m.date.is_not(None)).order_by(m.date.desc(), oldest_first(m.start), m.id)
        held = [] if question.order == "final" else list(session.execute(past.where(m.date < today)))
        return held or list(session.execute(past))
    return list(session.execute(query.order_by(*by_day)))


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
        years = select(fiscal_years.c.fiscal_year).where(fiscal_years.c.document_id.in_([d.id, letter]))
        named = exists(years.where(fiscal_years.c.fiscal_year == question.fiscal_year))
        in_it = and_(~exists(years), m.date.between(*fiscal_span(question.fiscal_year)))
        found.append(or_(named, in_it))
    if question.year and not question.since:
        found.append(m.date.between(dt.date(question.year - 543, 1, 1), dt.date(question.year - 543, 12, 31)))
    if question.since:
        found.append(m.date >= question.since)
    if question.until:
        found.append(m.date <= question.until)
    if question.agency or question.bound:
        found.append(issued_by(question.agency or question.bound or ""))
    if question.addressed:
        found.append(addressed_to(question.addressed, letter))
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


def _told_once(told: list[tuple[Any, dict[str, Any]]]) -> list[dict[str, Any]]:
    """One meeting told by several letters (same day, hour and room), or by a letter and its agenda, once."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    of_letter: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row, answer in told:
        hour = (row.root, answer["date"], answer["start"])
        same = of_letter.get(hour) if row.parent_id else None
        if same is None:
            same = found.setdefault(_key(answer, len(found)), answer)
            of_letter.setdefault(hour, same)
        if same is not answer:
            same["citations"] += answer["citations"]
    return list(found.values())


def _key(answer: dict[str, Any], place: int) -> tuple[Any, ...]:
    if answer["date"] is None or answer["start"] is None:
        return (answer["letter"], answer["title"], place)
    online = (answer["online"] or {}).get("meeting_id")
    return (answer["date"], answer["start"], answer["venue"] or online or answer["letter"])
