"""Makes plain JSON of parses, without what a database cannot hold: NUL and halves of surrogate pairs."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

__all__ = ["storable"]

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_AS_THEY_ARE = frozenset({int, float, bool, type(None)})


def storable(value: Any) -> Any:
    """A parse, or any part of one, as JSON values whose texts SQLite and PostgreSQL both hold.

    >>> storable({"subject": "เรื่อง\\x00 ก", "pages": (1, 2)})
    {'subject': 'เรื่อง ก', 'pages': [1, 2]}
    """
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if isinstance(value, str):
        return _UNSTORABLE.sub("", value)
    if isinstance(value, dict):
        return {key: storable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [storable(item) for item in value]
    return {field.name: storable(getattr(value, field.name)) for field in fields(value)}
