"""JSON pointers (RFC 6901) into a parse: `/deadlines/0/due`."""

from __future__ import annotations

from typing import Any

__all__ = ["NoSuchPlace", "get_at", "keys_of", "set_at"]


class NoSuchPlace(LookupError):
    """The pointer leads nowhere in this parse."""


def keys_of(pointer: str) -> list[str]:
    """The steps of a pointer.

    >>> keys_of("/deadlines/0/due")
    ['deadlines', '0', 'due']
    """
    if not pointer.startswith("/"):
        raise NoSuchPlace(pointer)
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer[1:].split("/")]


def get_at(value: Any, pointer: str) -> Any:
    """The value at a pointer.

    >>> get_at({"recipients": [{"name": "นายอำเภอ"}]}, "/recipients/0/name")
    'นายอำเภอ'
    """
    for step in keys_of(pointer):
        value = _step(value, step, pointer)
    return value


def set_at(value: Any, pointer: str, new: Any) -> None:
    """Put `new` at a pointer whose place exists already; changes `value`."""
    *way, last = keys_of(pointer)
    for step in way:
        value = _step(value, step, pointer)
    _step(value, last, pointer)
    if isinstance(value, list):
        value[int(last)] = new
    else:
        value[last] = new


def _step(value: Any, step: str, pointer: str) -> Any:
    try:
        if isinstance(value, list):
            if not step.isdecimal():
                raise KeyError(step)
            return value[int(step)]
        return value[step]
    except (KeyError, IndexError, TypeError) as error:
        raise NoSuchPlace(pointer) from error
