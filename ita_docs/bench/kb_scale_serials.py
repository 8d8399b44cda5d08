"""The serials of copied letters: every copy moves those of its letter along by as much."""

from __future__ import annotations

import re

__all__ = ["move_serial", "renumber", "serials_in"]

GIVEN, UNSEEN, MOST = 19_999, 30_000, 60_000
"""How many serials the generator gives, where those of letters not held begin, and how many they are."""

STEP = 397
"""Serials between a letter and its next copy."""

_SERIAL = re.compile(r'((?:/(?:ว ?)?)|"serial": ?")(\d{1,6})(?!\d)')


def move_serial(serial: str, copy: int) -> str:
    """The serial of a copy.

    >>> move_serial("5", 0), move_serial("5", 2), move_serial("89999", 1)
    ('5', '799', '30396')
    """
    number = int(serial)
    if number >= UNSEEN:
        return str(UNSEEN + (number - UNSEEN + STEP * copy) % MOST)
    return str((number - 1 + STEP * copy) % GIVEN + 1)


def renumber(text: str | None, copy: int) -> str | None:
    """A text with every serial that stands in it moved.

    >>> renumber("ที่ มท 0310.1/ว 5 ลงวันที่ 3", 2)
    'ที่ มท 0310.1/ว 799 ลงวันที่ 3'
    """
    if not text:
        return text
    return _SERIAL.sub(lambda match: match[1] + move_serial(match[2], copy), text)


def serials_in(text: str) -> list[str]:
    """The serials of the numbers that stand in a text."""
    return [match[2] for match in _SERIAL.finditer(text)]
