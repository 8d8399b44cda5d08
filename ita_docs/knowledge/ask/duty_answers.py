"""Answers to what must be done by whom and when."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from ita_docs.knowledge.ask.meant import numbered
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.words import best_by_words
from ita_docs.knowledge.duties.lists import DutyFilter, find_duties
from ita_docs.knowledge.tables import deadlines, documents, duties, duty_sources
from models.duties import DutyState

__all__ = ["days_before", "duty_answers"]

CHUNK = 400

_STATES: dict[str, tuple[str, ...] | None] = {
    "moved": (DutyState.MOVED,),
    "cancelled": (DutyState.CANCELLED,),
    "overdue": (DutyState.OPEN,),
}


def duty_answers(
    session: Session, question: Question, today: dt.date, office: str | None
) -> list[dict[str, Any]]:
    """Duties that fit the question; `office` is our own name, for questions of ours."""
    letters = tuple(numbered(session, question)) if question.number else None
    rows = find_duties(session, _filter(question, today, office, letters))
    said = best_by_words(rows, question.words, _text)
    rows = said if said or not question.number else rows
    if question.order == "next":
        coming = [row for row in rows if row["due"] and row["due"] >= today.isoformat()]
        rows = [row for row in coming if row["due"] == coming[0]["due"]]
    elif question.order in ("first", "latest"):
        dated = [row for row in rows if row["due"]]
        end = 0 if question.order == "first" else -1
        rows = [row for row in dated if row["due"] == dated[end]["due"]]
    before = days_before(session, [row["uid"] for row in rows])
    return [_answer(row) | {"moved_from": before.get(row["uid"], [])} for row in rows if row["sources"]]


def days_before(session: Session, uids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """By calendar id of a duty the days that it was moved from, with the letters that set them."""
    old, new = duties.alias(), duties.alias()
    query = (
        select(new.c.uid, old.c.id, old.c.due, documents.c.number)
        .select_from(old.join(new, new.c.id == old.c.moved_to_id))
        .join(duty_sources, duty_sources.c.duty_id == old.c.id)
        .join(deadlines, deadlines.c.id == duty_sources.c.deadline_id)
        .join(documents, documents.c.id == deadlines.c.document_id)
        .order_by(old.c.due, documents.c.date)
    )
    found: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
    for at in range(0, len(uids), CHUNK):
        for row in session.execute(query.where(new.c.uid.in_(uids[at : at + CHUNK]))):
            due = row.due.isoformat() if row.due else None
            found[row.uid].setdefault(row.id, {"due": due, "number": row.number})
    return {uid: list(steps.values()) for uid, steps in found.items()}


def _filter(
    question: Question, today: dt.date, office: str | None, letters: tuple[int, ...] | None
) -> DutyFilter:
    states = _STATES.get(question.state or "", (DutyState.OPEN, DutyState.DONE))
    until = question.until
    if question.state == "overdue":
        until = min(until or today, today - dt.timedelta(1))
    return DutyFilter(
        topics=tuple(question.topics),
        fiscal_year=question.fiscal_year,
        party=question.party,
        name=question.bound or (office if question.mine else None),
        agency=question.agency,
        province=question.province,
        since=question.since,
        until=until,
        letters=letters,
        states=states,
    )


def _text(row: dict[str, Any]) -> str:
    told = " ".join(source["text"] for source in row["sources"])
    return " ".join(str(row[name] or "") for name in ("action", "text", "respond_via")) + told


def _answer(row: dict[str, Any]) -> dict[str, Any]:
    answer = {name: value for name, value in row.items() if name != "sources"}
    return {**answer, "citations": row["sources"]}
