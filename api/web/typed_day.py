"""Reads a day that a clerk types into a field: short forms that no letter has, but every keyboard."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import BeforeValidator

from api.web.buddhist import ERA, MONTHS, SHORT_MONTHS

__all__ = ["TypedDay", "day_of"]

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})")
_NAMED = re.compile(r"(?:วันที่\s*)?(\d{1,2})\s*([^\d\s]+?)\s*(?:พ\.?\s*ศ\.?\s*)?(\d{4}|\d{2})")
_NAMES = {
    name.replace(".", ""): number
    for names in (MONTHS["th"], SHORT_MONTHS["th"])
    for number, name in enumerate(names, 1)
}


def day_of(written: str) -> dt.date | None:
    """The day meant, or None where the words are no day or no such day exists.

    A two-digit year is of the Buddhist era, as on paper; a four-digit one from 2400 on too.

    >>> day_of("17/1/68"), day_of("31 กพ 2568")
    (datetime.date(2025, 1, 17), None)
    """
    text = " ".join(written.translate(_DIGITS).split())
    if found := _ISO.fullmatch(text):
        return _exact(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.fullmatch(text):
        return _exact(int(found[3]), int(found[2]), int(found[1]))
    if found := _NAMED.fullmatch(text):
        month = _NAMES.get(found[2].replace(".", ""))
        return _exact(int(found[3]), month, int(found[1])) if month else None
    return None


def _exact(year: int, month: int, day: int) -> dt.date | None:
    if year < 100:
        year += 2500
    try:
        return dt.date(year - ERA if year >= 2400 else year, month, day)
    except ValueError:
        return None


def _typed(value: object) -> object:
    """A day out of an address or a form; an empty box is no day."""
    if not isinstance(value, str):
        return value
    if not value.strip():
        return None
    day = day_of(value)
    if day is None:
        raise ValueError("not a day")
    return day


TypedDay = Annotated[dt.date | None, BeforeValidator(_typed)]
"""A day as a clerk types it, for parameters of pages."""
