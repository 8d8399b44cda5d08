"""From the words of a question to a structured query. No guess is hidden: all that counts is in the query."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from sqlmodel import Session

from ita_docs.knowledge.ask.asked import kind_of
from ita_docs.knowledge.ask.bodies import mark_bodies
from ita_docs.knowledge.ask.named import take_about, take_person
from ita_docs.knowledge.ask.periods import Period, fiscal_span, read_period, relative_period, year_be
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.roles import place_agencies, place_citations
from ita_docs.knowledge.ask.vocabulary import NUMBER, Match, vocabulary
from ita_docs.knowledge.search.atoms import Atoms, atoms_of
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.query import stop_words
from ita_docs.knowledge.search.routes import NumberRoute, number_routes
from ita_docs.knowledge.search.tokens import cover
from parsers.normalise import plain_digits

__all__ = ["understand"]


def understand(text: str, today: dt.date, session: Session | None = None) -> Question:
    """The structured query of a question; with `session` bodies are known by the store's names too.

    >>> understand("ITA 2568 ต้องส่งอะไรภายในเมื่อไร", dt.date(2025, 1, 1)).fiscal_year
    2568
    """
    question = Question()
    text = _take_number(question, text)
    text, question.about = take_about(text, quoted=question.number is not None)
    text, question.person = take_person(text)
    text, rounds = _take_rounds(text)
    text, bodies = mark_bodies(session, text) if session is not None else (text, {})
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
    question.words += rounds
    place_agencies(question, matches)
    _name_bodies(question, bodies)
    place_citations(question, matches)
    question.kind = kind_of(question, matches)
    question.words += _given_back(question.kind, matches)
    _settle(question)
    question.corrected = {
        "".join(atoms.units[match.start : match.end]): match.entries[0].text
        for match in matches
        if match.slips
    }
    return question


_ROUND = re.compile(r"(?:ครั้ง|รุ่น)ที่\s*\d{1,3}(?:\s*/\s*\d{4})?")


def _take_rounds(text: str) -> tuple[str, list[str]]:
    """`ครั้งที่ 1/2568` is part of a meeting's name: no number and no year."""
    text = plain_digits(text)
    found = [match[0].replace(" ", "") for match in _ROUND.finditer(text)]
    return _ROUND.sub(" ", text), found


def _name_bodies(question: Question, bodies: dict[str, str]) -> None:
    """Put the names of bodies where their marks stand."""
    question.agency = bodies.get(question.agency or "", question.agency)
    question.bound = bodies.get(question.bound or "", question.bound)
    question.words = [bodies.get(word, word) for word in question.words]


def _take_number(question: Question, text: str) -> str:
    """Note the letter's number; a word of its own stands in its place."""
    routes = [route for route in number_routes(text) if not _counts_meetings(text, route)]
    if not routes:
        return text
    first = routes[0]
    question.number = text[first.start : first.end].strip()
    for route in sorted(routes, key=lambda route: -route.start):
        mark = NUMBER if route is first else ""
        text = f"{text[: route.start]} {mark} {text[route.end :]}"
    return text


def _counts_meetings(text: str, route: NumberRoute) -> bool:
    """Whether the number is that of a meeting or a round (ครั้งที่ 1/2568), not of a letter."""
    return re.search(r"(?:ครั้ง|รอบ|รุ่น|ไตรมาส|ข้อ|มาตรา)(?:ที่)?\s*$", text[: route.start]) is not None


_TAKEN_AS_SAID = ("state", "order", "urgency")


def _take_meanings(question: Question, matches: Sequence[Match], period: Period, today: dt.date) -> None:
    for match in matches:
        for entry in match.entries:
            if entry.category == "topic" and entry.value not in question.topics:
                question.topics.append(entry.value)
            elif entry.category in ("province", "party"):
                setattr(question, entry.category, getattr(question, entry.category) or entry.value)
            elif entry.category == "period":
                _take_relative(period, relative_period(entry.value, today))
            elif entry.category in _TAKEN_AS_SAID:
                setattr(question, entry.category, getattr(question, entry.category) or entry.value)
            elif entry.category == "kind":
                question.document_kind = entry.value
            elif entry.category == "circular":
                question.circular = True
            elif entry.category in ("mine", "online"):
                setattr(question, entry.category, True)


def _take_relative(period: Period, relative: Period) -> None:
    period.fiscal_year = period.fiscal_year or relative.fiscal_year
    period.year = period.year or relative.year
    period.since = period.since or relative.since
    period.until = period.until or relative.until


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


_LISTS = ("letters", "subject")
"""Kinds of question in which a province named as issuer is meant itself, not its offices."""

_THINGS = {"attach": "attachments", "call": "contacts"}


def _given_back(kind: str, matches: Sequence[Match]) -> list[str]:
    """Nouns that spoke for another kind of question are words of this one: แบบฟอร์ม in a duty, ประชุม too."""
    found: dict[str, None] = {}
    for match in matches:
        if any(entry.category == "verb" for entry in match.entries):
            continue
        for entry in match.entries:
            thing = entry.category == "noun" and _THINGS[entry.value] != kind
            event = entry.category == "intent" and entry.value == "meetings" and kind in ("duties", "letters")
            if thing or event:
                found["".join(atoms_of(fold(entry.text)).units)] = None
                break
    return list(found)


def _settle(question: Question) -> None:
    """What hangs on the kind of question."""
    if question.kind not in ("cites", "cited_by"):
        question.link = None
    if question.about and question.kind in ("duties", "meetings"):
        question.words.append("".join(atoms_of(fold(question.about)).units))
        question.about = None
    if question.agency and question.agency.startswith("จังหวัด") and question.kind not in _LISTS:
        question.agency = None
    if question.kind == "meetings" and question == Question(
        kind="meetings", mine=question.mine, corrected=question.corrected
    ):
        question.order = "next"
    _settle_years(question)


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
