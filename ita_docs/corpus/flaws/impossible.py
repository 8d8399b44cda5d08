"""Flaws of days that cannot be, or that stand where no such day can stand, and of names that nobody bears."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.flaws.planting import flag, swap_in_body
from ita_docs.corpus.letter import Letter
from ita_docs.corpus.thai_dates import MONTHS, buddhist, day_of_week, end_of_month, long_day

__all__ = ["IMPOSSIBLE_FLAWS"]

_MISSPELT = {"ดิตถ์": "ดิษถ์", "ธานี": "ธาณี", "บุรี": "บุรณ์", "สงคราม": "สงคาม", "หาร": "หาน", "นคร": "ณคร"}


def _no_such_day(day: date) -> str | None:
    """`31 มิถุนายน 2568` for a day in June; None for a month of 31 days."""
    return f"31 {MONTHS[day.month - 1]} {buddhist(day)}" if end_of_month(day).day < 31 else None


def impossible_citation(letter: Letter, dice: Dice) -> bool:
    """A cited letter is dated on a day that its month does not have."""
    for citation in letter.citations:
        wrong = _no_such_day(citation.day) if citation.day else None
        right = long_day(citation.day) if citation.day else ""
        if citation.where == "header" and wrong and right in citation.printed:
            citation.printed = citation.printed.replace(right, wrong)
            citation.day = None
            flag(letter, "L021", "references", wrong, None, "no such day")
            return True
    return False


def impossible_meeting(letter: Letter, dice: Dice) -> bool:
    """The meeting is on a day that its month does not have."""
    event = letter.events[0] if len(letter.events) == 1 else None
    wrong = _no_such_day(event.day) if event and not event.end_day else None
    if event is None or wrong is None:
        return False
    right = long_day(event.day)
    if not swap_in_body(letter, f"วัน{day_of_week(event.day)}ที่ {right}", f"วันที่ {wrong}"):
        return False
    letter.extra["meetings"] = [event.gold() | {"date": None}]
    flag(letter, "L026", "meetings", wrong, None, "no such day")
    return True


def early_deadline(letter: Letter, dice: Dice) -> bool:
    """A duty is due before the letter was written."""
    for duty in letter.duties:
        early = letter.day - timedelta(days=dice.number(3, 40))
        if duty.due is None or duty.restated:
            continue
        if swap_in_body(letter, f"ภายในวันที่ {long_day(duty.due)}", f"ภายในวันที่ {long_day(early)}"):
            duty.due = early
            flag(letter, "L020", "deadlines", long_day(early), None, "due before the letter's own day")
            return True
    return False


def days_backwards(letter: Letter, dice: Dice) -> bool:
    """A meeting of several days ends before it begins."""
    event = letter.events[0] if len(letter.events) == 1 else None
    if event is None or event.end_day is None or event.end_day.month != event.day.month:
        return False
    first, last = event.day.day, event.end_day.day
    for right in (f"{first} - {last} ", f"{first} – {last} ", f"{first}-{last} "):
        if swap_in_body(
            letter,
            right,
            right.replace(str(first), "#").replace(str(last), str(first)).replace("#", str(last)),
        ):
            letter.extra["meetings"] = [event.gold() | {"optional": True}]
            flag(letter, "L006", "meetings", f"{last} - {first}", None, "the end before the start")
            return True
    return False


def misspelt_province(letter: Letter, dice: Dice) -> bool:
    """The letterhead names a province that does not exist."""
    province = letter.sender.province
    if letter.kind != "external_letter" or province is None or letter.sender.name != f"จังหวัด{province.name}":
        return False
    wrong = next(
        (province.name.replace(a, b) for a, b in _MISSPELT.items() if province.name.endswith(a)), None
    )
    if wrong is None:
        return False
    letter.printed["office"] = letter.sender.letterhead.replace(province.name, wrong)
    flag(letter, "L009", "issuer", f"จังหวัด{wrong}", f"จังหวัด{province.name}", "no such province")
    return True


IMPOSSIBLE_FLAWS: tuple[Callable[[Letter, Dice], bool], ...] = (
    impossible_citation,
    impossible_meeting,
    early_deadline,
    days_backwards,
    misspelt_province,
)
