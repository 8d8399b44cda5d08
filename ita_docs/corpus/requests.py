"""The operative part of a letter: duties as numbered items or as one running sentence."""

from __future__ import annotations

from datetime import date, timedelta

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.duty_words import Term, due_term, recurring_term, relative_term, undated_term
from ita_docs.corpus.letter import Duty, Letter
from ita_docs.corpus.matter import Matter
from ita_docs.corpus.phrases import ask, turn
from ita_docs.corpus.request_shapes import ask_for_many, ask_for_one
from ita_docs.corpus.thai_dates import workday

__all__ = ["plan_duties", "relay_duties", "write_requests"]


def plan_duties(
    matter: Matter, letter: Letter, count: int, back: str, *, first: date
) -> list[tuple[Duty, Term]]:
    """Draw `count` duties with their terms, days rising from `first`."""
    dice, day, planned = matter.dice, first, []
    doer = matter.doer()
    for place, phrase in enumerate(dice.some(matter.topic.duties, count, count)):
        day = workday(day + timedelta(days=dice.number(3, 24))) if place or dice.chance(0.7) else day
        term = _draw_term(dice, day, letter.day)
        duty = Duty(
            matter.fill(phrase, back), doer, term.due, term.rule, optional=term.optional, extra=term.extra
        )
        duty.key = f"{letter.id}/{place + 1}"
        planned.append((duty, term))
    return planned


def _draw_term(dice: Dice, day: date, letter_day: date) -> Term:
    shape = dice.weighted({"due": 80, "relative": 9, "recurring": 4, "undated": 5})
    if shape == "relative":
        return relative_term(dice, letter_day)
    if shape == "recurring":
        return recurring_term(dice)
    return undated_term(dice) if shape == "undated" else due_term(day, dice, since=letter_day)


def relay_duties(matter: Matter, letter: Letter, source: Letter) -> list[tuple[Duty, Term]]:
    """The source's dated duties handed down unchanged: the same duty told once more."""
    doer, planned = matter.doer(), []
    for duty in source.duties:
        if duty.due and duty.due > letter.day and not duty.extra and not duty.restated:
            term = due_term(duty.due, matter.dice, since=letter.day)
            planned.append((Duty(duty.action, doer, duty.due, key=duty.key), term))
    return planned


def write_requests(matter: Matter, letter: Letter, planned: list[tuple[Duty, Term]]) -> None:
    """Put the duties into the letter's body, in one of the shapes of `request_shapes`."""
    dice = matter.dice
    lead = turn(dice, letter.sender.name, matter.fill(dice.pick(matter.topic.purpose))) + ask(dice)
    shape = ask_for_one if len(planned) == 1 else ask_for_many
    shape(letter, lead, planned, dice)
    letter.duties.extend(duty for duty, _ in planned)
