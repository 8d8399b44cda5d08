"""From the words of a question to a structured query. No guess is hidden: all that counts is in the query."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence

from ita_docs.knowledge.ask.periods import Period, fiscal_span, read_period, relative_period, year_be
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.vocabulary import Match, vocabulary
from ita_docs.knowledge.search.atoms import Atoms, atoms_of
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.query import stop_words
from ita_docs.knowledge.search.routes import number_routes, without_numbers
from ita_docs.knowledge.search.tokens import cover

__all__ = ["understand"]

_ORDER = (
    "cited_by",
    "family",
    "cites",
    "signatory",
    "contacts",
    "attachments",
    "recipients",
    "senders",
    "dates",
    "subject",
    "meetings",
    "duties",
    "letters",
)
"""Which kind of question wins where the words speak as strongly for two."""

_ABOUT_ONE = frozenset({"signatory", "senders", "recipients", "contacts", "attachments", "dates", "subject"})


def understand(text: str, today: dt.date) -> Question:
    """The structured query of a question.

    >>> understand("ITA 2568 ต้องส่งอะไรภายในเมื่อไร", dt.date(2025, 1, 1)).fiscal_year
    2568
    """
    question = Question()
    routes = number_routes(text)
    if routes:
        question.number = text[routes[0].start : routes[0].end].strip()
        text = without_numbers(text, routes)
    period = read_period(text, today)
    atoms = atoms_of(fold(period.rest))
    taken: set[int] = set()
    matches = vocabulary().find(atoms, taken)
    _take_meanings(question, matches, period, today)
    _take_bare_years(question, atoms, taken, period, matches)
    if question.topics and period.year and period.fiscal_year is None:
        period.fiscal_year, period.year = period.year, None
    period.place_month()
    _set_period(question, period)
    question.words = _words(atoms, taken)
    question.kind = _kind(question, matches)
    _settle_years(question)
    question.corrected = {
        "".join(atoms.units[match.start : match.end]): match.entries[0].text
        for match in matches
        if match.slips
    }
    return question


def _take_meanings(question: Question, matches: Sequence[Match], period: Period, today: dt.date) -> None:
    for match in matches:
        for entry in match.entries:
            if entry.category == "topic" and entry.value not in question.topics:
                question.topics.append(entry.value)
            elif entry.category == "province":
                question.province = question.province or entry.value
            elif entry.category == "party":
                question.party = question.party or entry.value
            elif entry.category == "agency" and not (question.party and len(match.entries) > 1):
                question.agency = question.agency or entry.value
            elif entry.category == "period":
                relative = relative_period(entry.value, today)
                period.fiscal_year = period.fiscal_year or relative.fiscal_year
                period.year = period.year or relative.year
                period.since = period.since or relative.since
                period.until = period.until or relative.until
            elif entry.category in ("state", "order", "urgency"):
                setattr(question, entry.category, getattr(question, entry.category) or entry.value)
            elif entry.category == "kind":
                question.document_kind = entry.value
            elif entry.category == "circular":
                question.circular = True
            elif entry.category == "mine":
                question.mine = True


def _take_bare_years(
    question: Question, atoms: Atoms, taken: set[int], period: Period, matches: Sequence[Match]
) -> None:
    """A year that stands alone: behind a programme it is that round, a budget year; two digits only there."""
    behind = {match.end for match in matches if match.entries[0].category == "topic"}
    for at, unit in enumerate(atoms.units):
        if at in taken or not unit.isdigit():
            continue
        if re.fullmatch(r"2[45]\d\d|20\d\d", unit) or (len(unit) == 2 and at in behind and int(unit) >= 50):
            taken.add(at)
            if period.fiscal_year is None and period.year is None:
                period.year = year_be(int(unit))


def _set_period(question: Question, period: Period) -> None:
    question.fiscal_year, question.year = period.fiscal_year, period.year
    question.since, question.until = period.since, period.until


def _words(atoms: Atoms, taken: set[int]) -> list[str]:
    """What is left of the question: words that must stand in the answer."""
    found: dict[str, None] = {}
    run: list[str] = []
    for at, unit in enumerate([*atoms.units, ""]):
        if unit and at not in taken and at not in atoms.gaps:
            run.append(unit)
            continue
        for piece in cover("".join(run)):
            if piece.text not in stop_words() and len(piece.units) > (0 if piece.known else 1):
                found[piece.text] = None
        run = [unit] if unit and at not in taken else []
    return list(found)


def _kind(question: Question, matches: Sequence[Match]) -> str:
    scores: Counter[str] = Counter()
    asked = {entry.value for match in matches for entry in match.entries if entry.category == "focus"}
    for match in matches:
        for entry in match.entries:
            if entry.category == "intent" or (entry.category == "verb" and asked):
                scores[entry.value] += entry.points
    if question.state == "overdue":
        scores["duties"] += 3
    if not question.number:
        for kind in ("cites", "cited_by", "family"):
            scores.pop(kind, None)
    if scores:
        best = max(scores.values())
        return next(kind for kind in _ORDER if scores.get(kind) == best)
    asks = asked or question.state
    bounded = question.fiscal_year or question.year or question.since or question.until
    if asks and (question.topics or question.party) and bounded:
        return "duties"
    return "letters" if question.number and not question.words else "search"


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
