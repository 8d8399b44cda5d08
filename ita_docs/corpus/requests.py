"""The operative part of a letter: duties as numbered items or as one running sentence."""

from __future__ import annotations

from datetime import date, timedelta

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.duty_words import Term, due_term, recurring_term, relative_term, undated_term
from ita_docs.corpus.letter import Duty, Letter, Paragraph
from ita_docs.corpus.matter import Matter
from ita_docs.corpus.phrases import ask, do_the_following, turn
from ita_docs.corpus.thai_dates import workday

__all__ = ["plan_duties", "relay_duties", "write_requests"]

_CHANNELS = (
    ("QR Code", " ผ่าน QR Code ที่ปรากฏท้ายหนังสือนี้"),
    ("QR Code", " ผ่านช่องทาง QR Code"),
    ("Google Forms", " ทาง Google Forms"),
    ("ไปรษณีย์อิเล็กทรอนิกส์", " ทางไปรษณีย์อิเล็กทรอนิกส์"),
    ("ระบบสารบรรณอิเล็กทรอนิกส์", " ผ่านระบบสารบรรณอิเล็กทรอนิกส์"),
)


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
    return undated_term(dice) if shape == "undated" else due_term(day, dice)


def relay_duties(matter: Matter, letter: Letter, source: Letter) -> list[tuple[Duty, Term]]:
    """The source's dated duties handed down unchanged: the same duty told once more."""
    doer, planned = matter.doer(), []
    for duty in source.duties:
        if duty.due and duty.due > letter.day and not duty.extra and not duty.restated:
            term = due_term(duty.due, matter.dice)
            planned.append((Duty(duty.action, doer, duty.due, key=duty.key), term))
    return planned


def _clause(duty: Duty, term: Term, letter: Letter, dice: Dice) -> str:
    """`action term channel enclosure`."""
    words = f"{duty.action} {term.words}"
    if dice.chance(0.18) and term.words != "ต่อไป":
        duty.via, tail = dice.pick(_CHANNELS)
        words += tail
    if letter.enclosures and dice.chance(0.4):
        no = dice.number(1, len(letter.enclosures))
        duty.enclosures = [no]
        lead = dice.pick(("รายละเอียดตาม", "ตาม", "รายละเอียดปรากฏตาม"))
        words += f" {lead}สิ่งที่ส่งมาด้วย{f' {no}' if len(letter.enclosures) > 1 else ''}"
    return words


def write_requests(matter: Matter, letter: Letter, planned: list[tuple[Duty, Term]]) -> None:
    """Put the duties into the letter's body: numbered where there are several."""
    dice = matter.dice
    lead = turn(dice, letter.sender.name, matter.fill(dice.pick(matter.topic.purpose))) + ask(dice)
    if len(planned) == 1:
        duty, term = planned[0]
        duty.text = f"{lead}{duty.responsible}{_clause(duty, term, letter, dice)}"
        letter.body.append(Paragraph(duty.text))
    else:
        letter.body.append(Paragraph(f"{lead}{planned[0][0].responsible}{do_the_following(dice)}"))
        for no, (duty, term) in enumerate(planned, 1):
            duty.item = str(no)
            duty.text = _clause(duty, term, letter, dice)
            letter.body.append(Paragraph(f"{no}. {duty.text}", item=str(no)))
    letter.duties.extend(duty for duty, _ in planned)
