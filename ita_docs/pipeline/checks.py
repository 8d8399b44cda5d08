"""Refuses corrections that no letter could hold: days that do not exist, kinds that are not known."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from ita_docs.errors import WrongUse

__all__ = ["check_value"]

_DAYS = re.compile(r"/(date|end_date|due)$")
_TIMES = re.compile(r"/(start|end|time)$")
_WORDS: dict[str, set[str | None]] = {
    "/urgency": {None, "urgent", "very_urgent", "most_urgent"},
    "/secrecy": {None, "confidential", "secret", "top_secret"},
    "/kind": {
        "external_letter",
        "memo",
        "stamped_letter",
        "order",
        "regulation",
        "announcement",
        "statement",
        "news",
        "certificate",
        "minutes",
        "attachment",
    },
}
_FIXED = ("/provenance", "/flags", "/pages", "/body")


def check_value(pointer: str, value: Any) -> Any:
    """`value` if it may stand at `pointer`; raises `WrongUse` otherwise.

    >>> check_value("/date", "2025-03-31")
    '2025-03-31'
    """
    if pointer.startswith(_FIXED):
        raise WrongUse(pointer)
    if _DAYS.search(pointer):
        _check_day(pointer, value)
    elif _TIMES.search(pointer):
        _check_time(pointer, value)
    elif pointer in _WORDS and value not in _WORDS[pointer]:
        raise WrongUse(f"{pointer}: {value!r}")
    return value


def _check_day(pointer: str, value: Any) -> None:
    try:
        if value is not None and dt.date.fromisoformat(value).isoformat() != value:
            raise ValueError
    except (TypeError, ValueError) as error:
        raise WrongUse(f"{pointer}: {value!r}") from error


def _check_time(pointer: str, value: Any) -> None:
    if value is not None and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", str(value)):
        raise WrongUse(f"{pointer}: {value!r}")
