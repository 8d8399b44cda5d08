"""A number found in a text, and how its parts are put into the canonical form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from parsers.contract import Number

__all__ = ["NumberKind", "NumberMatch", "letter_number", "register_number", "spelled"]

NumberKind: TypeAlias = Literal["letter", "order", "announcement", "memo", "meeting", "case"]


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A number and where it stands: `start` and `end` are offsets in the text that was given.

    `alternatives` are other readings of the same characters (year or serial after the slash); `doubts` are
    codes: `unknown_code`, `blank_serial`, `year_or_serial`, `no_code`, `spaced_digits`, `odd_serial`.
    """

    start: int
    end: int
    text: str
    number: Number
    kind: NumberKind
    alternatives: tuple[Number, ...] = ()
    doubts: tuple[str, ...] = ()


def letter_number(
    agency: str | None, unit: str, serial: str | None, *, circular: bool, committee: str | None = None
) -> Number:
    """A letter's number: agency, digits of the unit, running number; `serial` None where it is left blank.

    >>> letter_number("กค", "0405.2", "119", circular=True, committee="กวจ").canonical
    'กค (กวจ) 0405.2/ว 119'
    >>> letter_number("มท", "0809.2", None, circular=True).canonical
    'มท 0809.2/ว'
    """
    tag = f"({committee})" if committee else None
    head = " ".join(part for part in (agency, tag, unit) if part)
    tail = " ".join(part for part in ("ว" if circular else None, serial) if part)
    return Number(f"{head}/{tail}", agency, unit, committee, circular, serial)


def register_number(
    serial: str, year: str, *, agency: str | None = None, unit: str | None = None, circular: bool = False
) -> Number:
    """A number of a register that starts anew each year: orders `15544/2567`, memos `กจ 12/2568`.

    >>> register_number("0001", "2569", circular=True).canonical
    'ว 0001/2569'
    """
    head = "".join(part for part in (agency, unit) if part)
    parts = (head, "ว" if circular else None, f"{serial}/{year}")
    return Number(" ".join(part for part in parts if part), agency, unit, None, circular, serial)


def spelled(agency: str | None) -> str | None:
    """Letters of a code: a lone full stop after an abbreviation falls away, inner ones stay.

    >>> spelled("มท."), spelled("ธปท.ฝนส.")
    ('มท', 'ธปท.ฝนส.')
    """
    if agency and agency.count(".") == 1 and agency.endswith("."):
        return agency[:-1]
    return agency
