"""How much speaks for a held letter being the one that a citation means.

Each sign (number, day, issuer, subject, same file, order in time) is weighed on its own and gives points with
a reason. A number that differs by more than likely misreadings rules a letter out.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from ita_docs.knowledge.linking.confusion import FAR, digit_errors
from ita_docs.knowledge.linking.names import likeness, name_likeness
from ita_docs.knowledge.linking.sides import Cited, Held
from ita_docs.knowledge.search.fold import fold

__all__ = ["TORN", "Weighing", "weigh"]

SAME_MATTER = 0.5
"""From this likeness on two subjects speak of the same matter."""

WHOLE_SUBJECT = 0.9
"""From this likeness on a subject is the same, light damage aside."""

TORN = 3
"""In place of a number of misreadings: only the beginning or the end of a serial was read."""

OTHER_MATTER = 0.1
"""Below this likeness two subjects have nothing in common."""

NEIGHBOURS = 3
"""Serials that are no farther apart may both be an office's letters of one day."""


@dataclass(slots=True)
class Weighing:
    """Points for one candidate with their reasons.

    `misread` and `day_misread` say that number or day must have been misread; `neighbour` that the number
    written is also one that the office may have given on that day; `supported` that the matter or the file
    speaks for the candidate too; `firm` that every part of the number agrees;
    `same_office` that all of it but the serial does; `same_file` that both lie in one file;
    `whole_subject` that a citation without a number gives the whole subject; `own_subject` that the
    citation's own words for the subject are the letter's; `other_matter` that the subjects have nothing
    in common; `errors` counts the likely misreadings of serial and day together.
    """

    held: Held
    points: float = 0.0
    reasons: list[str] = field(default_factory=list)
    misread: bool = False
    neighbour: bool = False
    day_misread: bool = False
    supported: bool = False
    firm: bool = False
    same_office: bool = False
    whole_subject: bool = False
    other_matter: bool = False
    same_file: bool = False
    own_subject: bool = False
    errors: int = 0

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
    _weigh_subject(weighing, cited, held)
    _weigh_day(weighing, cited.date, held.date)
    _weigh_issuer(weighing, cited, held)
    if cited.citing_file == held.source_file_id:
        weighing.add(2, "in the same file")
        weighing.supported = weighing.same_file = True
    _weigh_time(weighing, cited.citing_date, held.date)
    return weighing


def _weigh_number(weighing: Weighing, cited: Cited, held: Held) -> bool:
    if cited.serial is None:
        if cited.number_key is not None and held.serial is not None:
            _weigh_office(weighing, cited, held)
        return (
            held.serial is None or cited.date is not None or weighing.held.source_file_id == cited.citing_file
        )
    if held.serial is None:
        return False
    if held.number_key in cited.alternatives:
        weighing.add(3, "a reading that the scanner held possible")
        weighing.supported = True
    mark_as_six = held.circular and not cited.circular and cited.serial in (f"6{held.serial}", "6")
    errors = 1 if mark_as_six else _serial_errors(cited, held.serial)
    if errors == FAR and not weighing.supported:
        return False
    weighing.add(
        {0: 4.0, 1: 1.5, 2: 0.5, TORN: 0.5}.get(errors, 0.0), "serial misread" if errors else "serial"
    )
    weighing.misread = errors > 0
    weighing.errors = errors
    weighing.neighbour = bool(errors) and not mark_as_six and _near(cited.serial, held.serial)
    office = _weigh_office(weighing, cited, held, mark_as_six)
    weighing.firm = not errors and office
    return True


def _weigh_office(weighing: Weighing, cited: Cited, held: Held, mark_as_six: bool = False) -> bool:
    """All of a number but its serial: whether it agrees in every part."""
    mark = mark_as_six or _weigh_part(weighing, "circular mark", cited.circular, held.circular, 0.5, -1)
    parts = [
        _weigh_letters(weighing, cited.agency, held.agency),
        _weigh_unit(weighing, cited.unit, held.unit),
        _weigh_part(weighing, "committee", cited.committee, held.committee, 0.5, -1.5),
    ]
    weighing.same_office = mark and all(parts) and held.unit is not None
    return mark and all(parts)


def _serial_errors(cited: Cited, held: str) -> int:
    """Misreadings between the serials; `TORN` where only the first or last digits of it could be read.

    An order's `5769/6567` is read as office and serial where its year is damaged: its serial comes first.
    """
    written = cited.own_serial or ""
    errors = digit_errors(written, held)
    torn = len(held) - len(written) >= 1 and (held.startswith(written) or held.endswith(written))
    if errors <= 2:
        return errors
    return TORN if torn else FAR


def _near(left: str, right: str) -> bool:
    return left.isdigit() and right.isdigit() and abs(int(left) - int(right)) <= NEIGHBOURS


def _weigh_part(
    weighing: Weighing, name: str, left: object, right: object, same: float, other: float
) -> bool:
    if left or right:
        weighing.add(same if left == right else other, name)
    return left == right


def _weigh_letters(weighing: Weighing, left: str | None, right: str | None) -> bool:
    if left is None or right is None:
        return left == right
    if left == right:
        weighing.add(1.5, "agency letters")
        return True
    one_off = len(left) == len(right) and sum(a != b for a, b in zip(left, right, strict=True)) == 1
    weighing.add(-0.5 if one_off else -3, "agency letters differ")
    return False


def _weigh_unit(weighing: Weighing, left: str | None, right: str | None) -> bool:
    if left is None or right is None:
        return left == right
    if left == right:
        weighing.add(1.5, "unit")
        return True
    errors = digit_errors(left.replace(".", ""), right.replace(".", ""))
    weighing.add(-0.5 if errors <= 2 else -3, "unit differs")
    return False


def _weigh_day(weighing: Weighing, cited: dt.date | None, held: dt.date | None) -> None:
    """The day. A number is given once in a calendar year, so a firm number with the year is nearly enough."""
    if cited is None or held is None:
        return
    apart = abs((cited - held).days)
    if apart == 0:
        weighing.add(4, "day")
        return
    weighing.day_misread = True
    errors = _day_errors(cited, held)
    weighing.errors += min(errors, 2) if apart > 3 else errors
    if apart <= 3:
        weighing.add(1, f"{apart} days apart")
    elif _same_serial(weighing) and (cited.day, cited.month) == (held.day, held.month):
        weighing.add(1.5, "day and month, another year")
    elif errors <= 2:
        weighing.add(1.5, "day misread")
    elif weighing.firm and cited.year == held.year:
        weighing.add(0.5, "the year of the number")
    else:
        weighing.add(-4, "another day")


def _same_serial(weighing: Weighing) -> bool:
    """The serial is written as the letter has it, or the subject stands for it."""
    return weighing.whole_subject or (weighing.held.serial is not None and not weighing.misread)


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
    whole = bool(own) and alike >= WHOLE_SUBJECT and _figures(text) == _figures(held.subject)
    if whole and cited.serial is None and held.serial is None:
        weighing.add(4, "the whole subject")
        weighing.whole_subject = True
    elif alike >= 0.8:
        weighing.add(2 if own else 1, "subject")
    elif alike >= SAME_MATTER:
        weighing.add(1 if own else 0.5, "subject alike")
    elif own and alike < 0.2:
        weighing.add(-1.5, "another subject")
    weighing.own_subject = whole
    weighing.supported |= alike >= SAME_MATTER
    weighing.other_matter = alike < OTHER_MATTER


def _figures(text: str) -> list[str]:
    """The numbers in a subject: those of two years differ in nothing else."""
    return re.findall(r"\d+", fold(text))


def _weigh_time(weighing: Weighing, citing: dt.date | None, held: dt.date | None) -> None:
    if citing is None or held is None:
        return
    if (held - citing).days > 3:
        weighing.add(-4, "later than the letter that cites it")
    elif (citing - held).days <= 400:
        weighing.add(1, "within the year before")
