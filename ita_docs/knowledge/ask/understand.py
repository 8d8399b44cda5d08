"""From the words of a question to a structured query. No guess is hidden: all that counts is in the query."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

from sqlmodel import Session

from ita_docs.knowledge.ask.addressed import addressed_at
from ita_docs.knowledge.ask.asides import from_today_on, without_asides
from ita_docs.knowledge.ask.asked import kind_of
from ita_docs.knowledge.ask.bare_provinces import province_left, spell_provinces
from ita_docs.knowledge.ask.bodies import mark_bodies
from ita_docs.knowledge.ask.calendar_spans import year_be
from ita_docs.knowledge.ask.content import content_words
from ita_docs.knowledge.ask.leftover import given_back, head_of_run, quoted_run, words_left
from ita_docs.knowledge.ask.named import take_about, take_number, take_person, take_rounds
from ita_docs.knowledge.ask.period import Period
from ita_docs.knowledge.ask.periods import read_period, relative_period
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.roles import place_agencies, place_citations, receives, says_nothing
from ita_docs.knowledge.ask.settle import settle
from ita_docs.knowledge.ask.tellers import is_done, of_letters
from ita_docs.knowledge.ask.time_slips import mend_time
from ita_docs.knowledge.ask.vocabulary import Match, vocabulary
from ita_docs.knowledge.search.atoms import Atoms, atoms_of
from ita_docs.knowledge.search.fold import fold
from parsers.normalise import plain_digits

__all__ = ["understand"]


def understand(
    text: str,
    today: dt.date,
    session: Session | None = None,
    held: Callable[[str], bool] | None = None,
) -> Question:
    """The structured query of a question.

    With `session` bodies are known by the store's names too; `held` tells whether some letter holds a text
    as one phrase, so that the words of a duty or a subject are not taken for words of the question.

    >>> understand("ITA 2568 ต้องส่งอะไรภายในเมื่อไร", dt.date(2025, 1, 1)).fiscal_year
    2568
    """
    question = Question()
    text, question.number = take_number(without_asides(text))
    text, question.about = take_about(text, quoted=question.number is not None)
    text, question.person = take_person(text)
    text, rounds = take_rounds(text)
    text, bodies = mark_bodies(session, text) if session is not None else (text, {})
    text, mended = mend_time(spell_provinces(text))
    period = read_period(text, today)
    atoms = atoms_of(fold(period.rest))
    taken: set[int] = set()
    matches = vocabulary().find(atoms, taken)
    quoted, heads = [], []
    if held is not None and (run := quoted_run(atoms, taken, matches, _named(held, bodies))) is not None:
        heads = [head_of_run(match) for match in matches if match.start == run[0]]
        matches = [match for match in matches if match.end <= run[0] or run[1] <= match.start]
        taken.update(range(*run))
        words = _with_names("".join(atoms.units[slice(*run)]), bodies)
        quoted.append(words + _year_of_name(period, text, words, held))
    _take_meanings(question, matches, period, today)
    _take_bare_years(question, atoms, taken, period, matches)
    if period.year and period.fiscal_year is None and _year_of_round(text, matches):
        period.fiscal_year, period.year = period.year, None
    period.place_month()
    from_today_on(period, text, today)
    question.fiscal_year, question.year = period.fiscal_year, period.year
    question.since, question.until = period.since, period.until
    question.words = quoted + words_left(atoms, taken) + rounds
    if question.province is None and (name := province_left(question.words)) is not None:
        question.province = name
        question.words.remove(name)
    said = [match for match in matches if not says_nothing(match)]
    place_agencies(question, said)
    _name_bodies(question, bodies)
    place_citations(question, said)
    question.kind = kind_of(question, [*matches, *heads])
    if question.kind == "duties" and not of_letters(text):
        question.urgency = None
    if question.topics and question.kind == "duties" and question.fiscal_year is None:
        question.fiscal_year, question.year = question.year, None
    question.words += given_back(question.kind, matches)
    question.hints = content_words(question, atoms, matches, held)
    settle(question, today)
    question.corrected = mended | _corrected(atoms, matches)
    return question


def _corrected(atoms: Atoms, matches: Sequence[Match]) -> dict[str, str]:
    """What was typed with a slip, and what it was read as."""
    return {
        "".join(atoms.units[match.start : match.end]): match.entries[0].text
        for match in matches
        if match.slips
    }


def _year_of_round(text: str, matches: Sequence[Match]) -> bool:
    """Whether a year stands right behind a programme: `ITA 2568` is that round, a budget year."""
    names = {entry.text for match in matches for entry in match.entries if entry.category == "topic"}
    year = r"[\s)]*(?:ประจำ)?(?:ปี)?\s*(?:พ\.?ศ\.?)?\s*(?:25\d\d|20\d\d|[5-9]\d)(?!\d)"
    return any(re.search(re.escape(name) + year, plain_digits(text), re.IGNORECASE) for name in names)


_YEARLY = re.compile(r"ประจำปี(?:งบประมาณ)?\s*(?:พ\.?ศ\.?)?\s*\d{4}")


def _year_of_name(period: Period, text: str, name: str, held: Callable[[str], bool]) -> str:
    """`สัมมนา ... ประจำปี 2567`: a year that belongs to the name of a thing does not bound the answer."""
    found = _YEARLY.search(plain_digits(text))
    if found is None or not held(f"{name} {found[0]}"):
        return ""
    period.year = period.fiscal_year = None
    return found[0].replace(" ", "")


def _named(held: Callable[[str], bool], bodies: dict[str, str]) -> Callable[[str], bool]:
    return lambda words: held(_with_names(words, bodies))


def _with_names(words: str, bodies: dict[str, str]) -> str:
    for mark, name in bodies.items():
        words = words.replace(mark, fold(name))
    return words


def _name_bodies(question: Question, bodies: dict[str, str]) -> None:
    """Put the names of bodies where their marks stand."""
    question.agency = bodies.get(question.agency or "", question.agency)
    question.bound = bodies.get(question.bound or "", question.bound)
    question.words = [bodies.get(word, word) for word in question.words]


_TAKEN_AS_SAID = ("state", "order", "urgency")


def _take_meanings(question: Question, matches: Sequence[Match], period: Period, today: dt.date) -> None:
    for at, match in enumerate(matches):
        if question.number is None and (name := addressed_at(matches, at)) is not None:
            question.addressed = question.addressed or name
            continue
        for entry in match.entries:
            if entry.category == "party" and receives(matches, at):
                continue
            if entry.category == "topic" and entry.value not in question.topics:
                question.topics.append(entry.value)
            elif entry.category in ("province", "party"):
                setattr(question, entry.category, getattr(question, entry.category) or entry.value)
            elif entry.category == "period":
                _take_relative(period, relative_period(entry.value, today))
            elif entry.category in _TAKEN_AS_SAID:
                setattr(question, entry.category, getattr(question, entry.category) or entry.value)
            elif entry.category == "kind" and not is_done(matches, at):
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
