"""How much speaks for a held letter being the one that a citation means.

Each sign (number, day, issuer, subject, same file, order in time) is weighed on its own and gives points with
a reason. A number that differs by more than likely misreadings rules a letter out.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from ita_docs.knowledge.linking.confusion import FAR, digit_errors
from ita_docs.knowledge.linking.names import likeness, name_likeness
from ita_docs.knowledge.linking.sides import Cited, Held

__all__ = ["Weighing", "weigh"]

SAME_MATTER = 0.5
"""From this likeness on two subjects speak of the same matter."""


@dataclass(slots=True)
class Weighing:
    """Points for one candidate with their reasons; `misread` if its number must have been misread."""

    held: Held
    points: float = 0.0
    reasons: list[str] = field(default_factory=list)
    misread: bool = False
    day_misread: bool = False
    supported: bool = False

    def add(self, points: float, reason: str) -> None:
        """Count one sign."""
        self.points += points
        self.reasons.append(f"{reason} {points:+g}")


def weigh(cited: Cited, held: Held) -> Weighing | None:
    """Weigh one candidate; None where it cannot be the letter meant."""
    if held.id == cited.document_id:
        return None
    weighing = Weighing(held)
    if not _weigh_number(weighing, cited, held):
        return None
    _weigh_day(weighing, cited.date, held.date)
    _weigh_issuer(weighing, cited, held)
    _weigh_subject(weighing, cited, held)
    _weigh_place(weighing, cited, held)
    _weigh_time(weighing, cited.citing_date, held.date)
    return weighing


def _weigh_number(weighing: Weighing, cited: Cited, held: Held) -> bool:
    if cited.serial is None:
        return held.serial is None or cited.date is not None
    if held.serial is None:
        return False
    if held.number_key in cited.alternatives:
        weighing.add(3, "a reading that the scanner held possible")
        weighing.supported = True
    errors = digit_errors(cited.serial, held.serial)
    circular_read_as_six = held.circular and not cited.circular and cited.serial == f"6{held.serial}"
    if circular_read_as_six:
        errors = 1
    if errors == FAR and not weighing.supported:
        return False
    weighing.add({0: 4.0, 1: 1.5, 2: 0.5}.get(errors, 0.0), "serial" if not errors else "serial misread")
    weighing.misread = errors > 0
    if not circular_read_as_six:
        _weigh_part(weighing, "circular mark", cited.circular, held.circular, 0.5, -1)
    _weigh_letters(weighing, cited.agency, held.agency)
    _weigh_unit(weighing, cited.unit, held.unit)
    _weigh_part(weighing, "committee", cited.committee, held.committee, 0.5, -1.5)
    return True


def _weigh_part(
    weighing: Weighing, name: str, left: object, right: object, same: float, other: float
) -> None:
    if left or right:
        weighing.add(same if left == right else other, name)


def _weigh_letters(weighing: Weighing, left: str | None, right: str | None) -> None:
    if left is None or right is None:
        return
    if left == right:
        weighing.add(1.5, "agency letters")
    else:
        one_off = len(left) == len(right) and sum(a != b for a, b in zip(left, right, strict=True)) == 1
        weighing.add(-0.5 if one_off else -3, "agency letters differ")


def _weigh_unit(weighing: Weighing, left: str | None, right: str | None) -> None:
    if left is None or right is None:
        return
    if left == right:
        weighing.add(1.5, "unit")
        return
    bare_left, bare_right = left.replace(".", ""), right.replace(".", "")
    weighing.add(-0.5 if digit_errors(bare_left, bare_right) <= 2 else -3, "unit differs")


def _weigh_day(weighing: Weighing, cited: dt.date | None, held: dt.date | None) -> None:
    if cited is None or held is None:
        return
    apart = abs((cited - held).days)
    if apart == 0:
        weighing.add(4, "day")
    elif apart <= 3:
        weighing.add(1, f"{apart} days apart")
        weighing.day_misread = True
    elif _day_errors(cited, held) <= 1:
        weighing.add(1.5, "day misread")
        weighing.day_misread = True
    else:
        weighing.add(-4, "another day")
        weighing.day_misread = True


def _day_errors(left: dt.date, right: dt.date) -> int:
    """Misreadings between two days, as digits of day and year; a month is a word and must agree."""
    if left.month != right.month:
        return FAR
    return digit_errors(f"{left.day:02d}{left.year + 543}", f"{right.day:02d}{right.year + 543}")


def _weigh_issuer(weighing: Weighing, cited: Cited, held: Held) -> None:
    if not cited.issuer or not held.issuer:
        return
    alike = name_likeness(cited.issuer, held.issuer)
    if alike == 1.0:
        weighing.add(2, "issuer")
    elif alike >= 0.6:
        weighing.add(1, "issuer alike")
    elif cited.agency is not None and cited.agency == held.agency and cited.unit == held.unit:
        weighing.add(-0.5, "issuer named otherwise")
    else:
        weighing.add(-3, "another issuer")


def _weigh_subject(weighing: Weighing, cited: Cited, held: Held) -> None:
    own = cited.subject
    text = own or cited.citing_subject
    if not text or not held.subject:
        return
    alike = likeness(text, held.subject)
    if alike >= 0.8:
        weighing.add(2 if own else 1, "subject")
    elif alike >= SAME_MATTER:
        weighing.add(1 if own else 0.5, "subject alike")
    elif own and alike < 0.2:
        weighing.add(-1.5, "another subject")
    weighing.supported |= alike >= SAME_MATTER


def _weigh_place(weighing: Weighing, cited: Cited, held: Held) -> None:
    if cited.citing_file == held.source_file_id:
        weighing.add(2, "in the same file")
        weighing.supported = True


def _weigh_time(weighing: Weighing, citing: dt.date | None, held: dt.date | None) -> None:
    if citing is None or held is None:
        return
    if (held - citing).days > 3:
        weighing.add(-4, "later than the letter that cites it")
    elif (citing - held).days <= 400:
        weighing.add(1, "within the year before")
