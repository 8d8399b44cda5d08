"""The fields of a document that a person may put right: their names, and how typed text becomes a value.

A field is named by its JSON pointer in the published shape. Inputs know Thai digits, Buddhist dates and
letter numbers in any spelling.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from api.web.buddhist import short_day
from api.web.typed_day import day_of

__all__ = ["FIELDS", "Input", "NotUnderstood", "inputs_for", "read_typed", "value_at"]

JSON = dict[str, Any]
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


class NotUnderstood(ValueError):
    """What was typed is no value of this field."""


@dataclass(frozen=True, slots=True)
class Input:
    """One box to type in. `kind` is text, long, day, clock, number, count or choice."""

    pointer: str
    name: str
    kind: str
    shown: str


FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    "kind": (("", "choice"),),
    "title": (("", "text"),),
    "urgency": (("", "choice"),),
    "secrecy": (("", "choice"),),
    "number": (("", "number"),),
    "date": (("", "day"),),
    "issuer": (("name", "text"), ("office", "text"), ("address", "text"), ("province", "text")),
    "subject": (("", "long"),),
    "recipients": (("name", "text"), ("scope", "text")),
    "references": (("number", "number"), ("date", "day"), ("issuer", "text"), ("subject", "long")),
    "attachments": (("title", "text"), ("quantity", "count"), ("unit", "text")),
    "meetings": (
        ("date", "day"),
        ("end_date", "day"),
        ("start", "clock"),
        ("end", "clock"),
        ("title", "text"),
        ("venue", "text"),
    ),
    "deadlines": (("due", "day"), ("responsible", "text"), ("action", "long"), ("respond_via", "text")),
    "signatory": (("name", "text"), ("position", "text"), ("capacity", "text"), ("acting_for", "text")),
    "contacts": (("value", "text"), ("ext", "text"), ("person", "text")),
    "copies_to": (("name", "text"), ("scope", "text")),
    "receipts": (("office", "text"), ("number", "text"), ("date", "day"), ("time", "clock")),
}
"""The parts of each field with their kinds; `""` is the field itself."""

LISTS = frozenset(
    {"recipients", "references", "attachments", "meetings", "deadlines", "contacts", "copies_to", "receipts"}
)


def inputs_for(contract: JSON, field: str) -> list[Input]:
    """The boxes for a field (`date`, `references/0`, `deadlines/1/due`); none where nothing can be typed."""
    steps = field.strip("/").split("/")
    parts = FIELDS.get(steps[0], ())
    base, rest = (steps[:2], steps[2:]) if steps[0] in LISTS else (steps[:1], steps[1:])
    if steps[0] in LISTS and len(base) < 2:
        return []
    wanted = [part for part in parts if not rest or part[0] in ("", rest[0])]
    return [_input(contract, "/" + "/".join(base), name, kind) for name, kind in wanted]


def _input(contract: JSON, base: str, name: str, kind: str) -> Input:
    pointer = f"{base}/{name}" if name else base
    label = f"{base.strip('/').split('/')[0]}/{name}" if name else base.strip("/")
    return Input(pointer, label, kind, _shown(value_at(contract, pointer), kind))


def value_at(contract: JSON, pointer: str) -> Any:
    """The value at a pointer; None where the parse has no such place."""
    value: Any = contract
    for step in pointer.strip("/").split("/"):
        if isinstance(value, list):
            value = value[int(step)] if step.isdecimal() and int(step) < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def _shown(value: Any, kind: str) -> str:
    if value is None:
        return ""
    if kind == "number":
        return str(value["canonical"])
    return short_day(value) if kind == "day" else str(value)


def read_typed(text: str, kind: str) -> Any:
    """The value that a typed text means; None for an empty box.

    Raises:
        NotUnderstood: the text is no day, time or count.

    >>> read_typed("๓๑ ม.ค. ๖๘", "day"), read_typed("๑๓.๓๐ น.", "clock")
    ('2025-01-31', '13:30')
    """
    text = " ".join(text.split())
    return _READERS.get(kind, str)(text) if text else None


def _day(text: str) -> str:
    day = day_of(text)
    if day is None:
        raise NotUnderstood(text)
    return day.isoformat()


def _clock(text: str) -> str:
    found = re.fullmatch(r"(\d{1,2})[.:](\d{2})(?: ?น\.?)?", text.translate(_DIGITS))
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise NotUnderstood(text)
    return f"{int(found[1]):02}:{found[2]}"


def _count(text: str) -> int:
    digits = text.translate(_DIGITS)
    if not digits.isdecimal():
        raise NotUnderstood(text)
    return int(digits)


def _number(text: str) -> JSON:
    """A letter's number by the same grammar that reads letters; what it cannot cut up stands as typed."""
    from parsers.contract import Number
    from parsers.numbers import parse_number

    return asdict(parse_number(text) or Number(text.translate(_DIGITS)))


_READERS: dict[str, Callable[[str], Any]] = {
    "day": _day,
    "clock": _clock,
    "count": _count,
    "number": _number,
}
