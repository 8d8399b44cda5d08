"""What hangs on the kind of question, once that is known."""

from __future__ import annotations

import datetime as dt

from ita_docs.knowledge.ask.calendar_spans import fiscal_span
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.search.fold import fold

__all__ = ["settle"]

_LISTS = ("letters", "subject")
"""Kinds of question in which a province named as issuer is meant itself, not its offices."""


def settle(question: Question, today: dt.date) -> None:
    """What hangs on the kind of question."""
    if question.state == "overdue" and question.since is not None and question.since >= today:
        question.state = None
    if question.kind not in ("cites", "cited_by"):
        question.link = None
    if question.about and question.kind in ("duties", "meetings"):
        question.words.append(fold(question.about))
        question.about = None
    if question.agency and question.agency.startswith("จังหวัด") and question.kind not in _LISTS:
        question.agency = None
    if question.kind == "meetings" and question == Question(
        kind="meetings", mine=question.mine, corrected=question.corrected
    ):
        question.order = "next"
    if question.order == "final" and question.kind != "meetings":
        question.order = "latest"
    if question.kind == "duties" and question.order == "first" and not _in_time(question):
        question.order = "next"
    _settle_years(question)


def _in_time(question: Question) -> bool:
    """Whether a time was named: the first of it; of no time the first from today on is meant."""
    return any((question.since, question.until, question.year, question.fiscal_year, question.number))


def _settle_years(question: Question) -> None:
    """A calendar year bounds duties by day; a month inside a budget year stays inside it."""
    if (
        question.year
        and question.fiscal_year is None
        and question.kind == "duties"
        and question.since is None
    ):
        question.since, question.until = (
            dt.date(question.year - 543, 1, 1),
            dt.date(question.year - 543, 12, 31),
        )
    if question.fiscal_year and question.since and not question.topics and question.kind == "duties":
        first, last = fiscal_span(question.fiscal_year)
        question.since, question.until = max(first, question.since), min(last, question.until or last)
