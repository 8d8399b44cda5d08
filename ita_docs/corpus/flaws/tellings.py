"""Flaws of a file that tells a fact twice: letter and paper behind it differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.event_words import clock
from ita_docs.corpus.flaws.planting import flag, swap_in_body
from ita_docs.corpus.letter import Citation, Letter
from ita_docs.corpus.numbering import LetterNumber
from ita_docs.corpus.thai_dates import long_day

__all__ = ["TELLING_FLAWS"]


def announced_number(letter: Letter, dice: Dice) -> bool:
    """The enclosure line gives the forwarded letter another running number."""
    citation = _announced(letter)
    if citation is None or citation.number is None or len(citation.number.serial) < 3:
        return False
    number = citation.number
    place = dice.number(0, len(number.serial) - 1)
    digit = dice.pick([one for one in "123456789" if one != number.serial[place]])
    other = replace(number, serial=number.serial[:place] + digit + number.serial[place + 1 :])
    if not _reprint(letter, citation, f"/{_tail(number)}", f"/{_tail(other)}"):
        return False
    citation.number = other
    flag(letter, "L015", "number", other.canonical, None, "announced under another number")
    return True


def announced_day(letter: Letter, dice: Dice) -> bool:
    """The enclosure line gives the forwarded letter another day."""
    citation = _announced(letter)
    if citation is None or citation.day is None:
        return False
    other = citation.day - timedelta(days=dice.number(1, 20))
    if not _reprint(letter, citation, long_day(citation.day), long_day(other)):
        return False
    citation.day = other
    flag(letter, "L016", "date", long_day(other), None, "announced with another day")
    return True


def other_hour(letter: Letter, dice: Dice) -> bool:
    """The letter gives its meeting another hour than its agenda, schedule or form."""
    event = letter.events[0] if len(letter.events) == 1 else None
    papers = {enclosure.paper for enclosure in letter.enclosures} & {"agenda", "form", "schedule"}
    if event is None or not event.start or not papers:
        return False
    late = f"{int(event.start[:2]) - dice.pick((1, 2)):02d}:{event.start[3:]}"
    if not swap_in_body(letter, clock(event.start), clock(late)):
        return False
    letter.extra["meetings"] = [event.gold() | {"start": late}]
    flag(letter, "L028", "meetings", late, None, "another hour in the paper behind the letter")
    return True


def _announced(letter: Letter) -> Citation | None:
    if not any(enclosure.paper == "letter" for enclosure in letter.enclosures):
        return None
    return next(
        (one for one in letter.citations if one.link == "forwards" and one.where == "enclosure"), None
    )


def _tail(number: LetterNumber) -> str:
    return f"ว {number.serial}" if number.circular else number.serial


def _reprint(letter: Letter, citation: Citation, old: str, new: str) -> bool:
    """Swap words of the citation and of the enclosure line that holds it."""
    if citation.printed.count(old) != 1:
        return False
    printed = citation.printed.replace(old, new)
    for enclosure in letter.enclosures:
        enclosure.title = enclosure.title.replace(citation.printed, printed)
    citation.printed = printed
    return True


TELLING_FLAWS: tuple[Callable[[Letter, Dice], bool], ...] = (announced_number, announced_day, other_hour)
