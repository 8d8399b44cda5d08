"""Answers to what must be done by whom and when."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from sqlmodel import Session

from ita_docs.knowledge.ask.meant import numbered
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.tellers import letters_of_subject, told_by_such
from ita_docs.knowledge.ask.words import Answers, narrowed, same_words, unused_words
from ita_docs.knowledge.duties.before import days_before
from ita_docs.knowledge.duties.lists import BareDuty, DutyFilter, bare_duties, count_duties, in_full
from ita_docs.knowledge.search.holding import letters_nearest
from ita_docs.knowledge.search.index import SearchIndex
from models.duties import DutyState

__all__ = ["duty_answers"]

MEMOS = 25
"""Rows looked at beyond those that are told, since some may be proposals of memos."""

_STATES: dict[str, tuple[str, ...] | None] = {
    "cancelled": (DutyState.CANCELLED,),
    "overdue": (DutyState.OPEN,),
}


def duty_answers(
    session: Session,
    question: Question,
    today: dt.date,
    office: str | None,
    most: int | None = None,
    index: SearchIndex | None = None,
) -> Answers:
    """Duties that fit the question, and how many they are; only the first `most` are told and cited.

    `office` is our own name, for questions of ours. Where more duties fit than are read at once, those of
    letters that the `index` knows to hold the words are looked at. Of a letter whose days were all moved, the
    duties on their new days are told.
    """
    letters = tuple(numbered(session, question)) if question.number else None
    wanted = _filter(question, today, office, letters)
    all_told = most is None or question.words or question.hints or question.order or question.number
    first = wanted if all_told or most is None else replace(wanted, limit=most + MEMOS)
    bare = bare_duties(session, first)
    if letters and not bare and question.state is None:
        bare = bare_duties(session, replace(first, moved=True))
    spoken = [*question.words, *question.hints]
    if spoken and index is not None and letters is None and len(bare) >= first.limit:
        first = replace(first, letters=tuple(letters_nearest(index, spoken)))
        bare = bare_duties(session, first)
    found = _firm_or_proposed(bare, question)
    said = _saying(found, question.words, question.hints)
    if not said and index is not None and letters is None and (own := letters_of_subject(question, index)):
        told = bare_duties(session, replace(first, letters=own))
        said = _firm_or_proposed(told, question)
    found = _of_one_day(said if said or not question.bounded else found, question.order, today)
    unused = unused_words(spoken, found, _text)
    shown = in_full(session, found[:most])
    before = days_before(session, [row["uid"] for row in shown])
    rows = [_answer(row) | {"moved_from": before.get(row["uid"], [])} for row in shown if row["sources"]]
    total = len(found) - (len(shown) - len(rows))
    if len(bare) == first.limit < wanted.limit:
        total += count_duties(session, wanted) - len(bare)
    return Answers(rows, total, unused)


def _firm_or_proposed(found: list[BareDuty], question: Question) -> list[BareDuty]:
    """What a memo only proposes is no duty unless that is asked for, or the memo itself is."""
    if question.number:
        return found
    return [duty for duty in found if duty.proposal == (question.state == "proposed")]


def _of_one_day(found: list[BareDuty], order: str | None, today: dt.date) -> list[BareDuty]:
    """With `next` the duties of the first day from today on, with `first` or `latest` those of an end."""
    if order is None:
        return found
    dated = [duty for duty in found if duty.row.due is not None]
    if order == "next":
        dated = [duty for duty in dated if duty.row.due >= today]
    day = dated[-1 if order == "latest" else 0].row.due if dated else None
    return [duty for duty in dated if duty.row.due == day]


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
        moved=question.state == "moved",
        told_by=told_by_such(question),
        states=states,
    )


def _saying(found: list[BareDuty], words: list[str], hints: list[str]) -> list[BareDuty]:
    """Those whose action says all the words, else those that say the most of them anywhere."""
    for wanted in ([*words, *hints], words):
        acting = [
            duty for duty in found if wanted and all(same_words(word, duty.row.action) for word in wanted)
        ]
        if acting:
            return narrowed(acting, [], hints, _text)
    return narrowed(found, words, hints, _text)


def _text(duty: BareDuty) -> str:
    """All that a duty and those who tell it say."""
    own = (duty.row.action, duty.row.respond_via)
    told = (words for row in duty.sources for words in (row.action, row.text, row.evidence_text))
    return " ".join(words for words in (*own, *told) if words)


def _answer(row: dict[str, Any]) -> dict[str, Any]:
    answer = {name: value for name, value in row.items() if name != "sources"}
    return {**answer, "citations": row["sources"]}
