"""Answers to what must be done by whom and when."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlmodel import Session

from ita_docs.knowledge.ask.meant import numbered
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.words import best_by_words
from ita_docs.knowledge.duties.lists import DutyFilter, find_duties
from models.duties import DutyState

__all__ = ["duty_answers"]

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
    elif question.order == "latest":
        dated = [row for row in rows if row["due"]]
        rows = [row for row in dated if row["due"] == dated[-1]["due"]]
    return [_answer(row) for row in rows if row["sources"]]


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
