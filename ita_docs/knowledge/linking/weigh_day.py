"""How far the day that a citation gives is the day of a held letter.

Numbers begin again each year and notices come back each year: a day of another year is a misreading only
where the day as written can hardly be meant.
"""

from __future__ import annotations

import datetime as dt

from ita_docs.knowledge.linking.confusion import FAR, digit_errors
from ita_docs.knowledge.linking.sides import Cited
from ita_docs.knowledge.linking.weighing import Weighing
from ita_docs.knowledge.linking.years import BUDDHIST, NEAR

__all__ = ["weigh_day"]

RECENT = 364
"""Days back that letters cite as a rule: the same day of the year before is never among them."""

LIKELY = 2
"""Misread digits in one day that are still believed."""

LONG_AGO = 20 * 365
"""Days back that no letter cites."""


def weigh_day(weighing: Weighing, cited: Cited) -> None:
    """Weigh the day, after number and subject: what they say tells how much another day means."""
    written, own = cited.date, weighing.held.date
    if written is None or own is None:
        return
    apart = abs((written - own).days)
    if apart == 0:
        weighing.add(4, "day")
        return
    errors = _misread_digits(written, own)
    weighing.day_misread = True
    weighing.errors += errors if apart <= NEAR else min(errors, LIKELY)
    if apart <= NEAR:
        weighing.add(1, f"{apart} days apart")
    elif written.year == own.year:
        _weigh_in_year(weighing, errors)
    else:
        _weigh_other_year(weighing, cited, errors)


def _weigh_in_year(weighing: Weighing, errors: int) -> None:
    """A number is given once in a calendar year, so a firm number with the year is nearly enough."""
    if errors <= LIKELY:
        weighing.add(1.5, "day misread")
    elif weighing.firm:
        weighing.add(0.5, "the year of the number")
    else:
        weighing.add(-4, "another day")


def _weigh_other_year(weighing: Weighing, cited: Cited, errors: int) -> None:
    """Believed where the day as written can hardly be meant, and number or matter speak for the letter."""
    written, own = cited.date, weighing.held.date
    assert written is not None
    assert own is not None
    same_day = (written.day, written.month) == (own.day, own.month)
    likely = errors <= LIKELY
    if _stands(written, cited.citing_date):
        weighing.add(-4, "another year, though the day written can be meant")
    elif same_day and (_same_serial(weighing) or (weighing.whole_subject and (likely or _absurd(cited)))):
        weighing.add(1.5, "day and month, another year")
    elif likely and (weighing.supported or (weighing.firm and _absurd(cited))):
        weighing.day_and_year_misread = True
        weighing.add(1.5, "day misread")
    else:
        weighing.add(-4, "another day")


def _stands(written: dt.date, citing: dt.date | None) -> bool:
    """Whether a letter of that day may well cite the day as it is written: not to come, not long ago."""
    return citing is not None and -NEAR <= (citing - written).days <= RECENT


def _absurd(cited: Cited) -> bool:
    """Whether the day as written cannot be: to come, or longer ago than letters are cited."""
    if cited.date is None or cited.citing_date is None:
        return False
    return not -NEAR <= (cited.citing_date - cited.date).days <= LONG_AGO


def _same_serial(weighing: Weighing) -> bool:
    """The serial is written as the letter has it."""
    return weighing.held.serial is not None and not weighing.misread


def _misread_digits(left: dt.date, right: dt.date) -> int:
    """Misreadings between two days, as digits of day and year; a month is a word and must agree."""
    if left.month != right.month:
        return FAR
    return digit_errors(f"{left.day:02d}{left.year + BUDDHIST}", f"{right.day:02d}{right.year + BUDDHIST}")
