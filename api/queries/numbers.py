"""A letter's number as a person types it, in any spelling, as a condition on letters."""

from __future__ import annotations

import re

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col

from models import Document
from models.keys import number_key

__all__ = ["number_condition"]

_SERIAL = re.compile(r"^(?:ที่)?(ว\.?)?(\d{1,6})$")


def number_condition(written: str) -> ColumnElement[bool]:
    """Letters that go by this number: the whole of it, its alternatives, or a bare `ว 5565`.

    A bare serial matches circulars only where it is marked as one.
    """
    key = number_key(written) or ""
    canonical = number_key(_canonical(written))
    choices: list[ColumnElement[bool]] = [col(Document.number_key) == key]
    if canonical and canonical != key:
        choices.append(col(Document.number_key) == canonical)
    bare = _SERIAL.match(key)
    if bare:
        serial = col(Document.serial) == bare[2]
        choices.append(and_(serial, col(Document.circular)) if bare[1] else serial)
    return or_(*choices)


def _canonical(written: str) -> str | None:
    from parsers.numbers import parse_number

    number = parse_number(written)
    return number.canonical if number else None
