"""How far the number that a citation gives is the number of a held letter, part by part."""

from __future__ import annotations

from ita_docs.knowledge.linking.confusion import FAR, digit_errors
from ita_docs.knowledge.linking.sides import Cited, Held, document_kinds
from ita_docs.knowledge.linking.weighing import Weighing

__all__ = ["TORN", "weigh_number"]

TORN = 3
"""In place of a number of misreadings: only the beginning or the end of a serial was read."""

NEIGHBOURS = 3
"""Serials that are no farther apart may both be an office's letters of one day."""


def weigh_number(weighing: Weighing, cited: Cited, held: Held) -> bool:
    """Weigh the number; False where it rules the letter out."""
    if cited.serial is None:
        if cited.number_key is not None and held.serial is not None:
            _weigh_office(weighing, cited, held)
        return (
            held.serial is None or cited.date is not None or weighing.held.source_file_id == cited.citing_file
        )
    if held.serial is None or not _same_series(cited, held):
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
    weighing.mark_misread = mark_as_six and cited.serial != "6"
    weighing.neighbour = bool(errors) and not mark_as_six and _near(cited.serial, held.serial)
    office = _weigh_office(weighing, cited, held, mark_as_six)
    weighing.firm = not errors and office
    return not errors or not _is_other_unit(cited, held)


def _same_series(cited: Cited, held: Held) -> bool:
    """Letters are counted by office, orders and announcements by year: `68/2568` is no letter's number."""
    if held.kind in document_kinds("letter"):
        return cited.kind == "letter" or held.agency is None
    return cited.kind != "letter" or cited.agency is None


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


def _is_other_unit(cited: Cited, held: Held) -> bool:
    """Whether the units differ by more than misreadings: beside a misread serial that rules a letter out."""
    if cited.unit is None or held.unit is None:
        return False
    return digit_errors(_digits(cited.unit), _digits(held.unit)) == FAR


def _digits(unit: str) -> str:
    return unit.replace(".", "")


def _weigh_unit(weighing: Weighing, left: str | None, right: str | None) -> bool:
    if left is None or right is None:
        return left == right
    if left == right:
        weighing.add(1.5, "unit")
        return True
    errors = digit_errors(_digits(left), _digits(right))
    weighing.add(-0.5 if errors <= 2 else -3, "unit differs")
    return False
