"""Takes out of a value what a database cannot hold: NUL characters and halves of surrogate pairs."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["storable"]

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def storable(value: Any) -> Any:
    """The same value, every text in it fit for SQLite and PostgreSQL.

    >>> storable({"subject": "เรื่อง\\x00 ก"})
    {'subject': 'เรื่อง ก'}
    """
    if isinstance(value, str):
        return _UNSTORABLE.sub("", value)
    if isinstance(value, dict):
        return {key: storable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [storable(item) for item in value]
    return value
