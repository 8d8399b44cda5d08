"""A condition on a list of values that is one parameter, however long the list.

`column IN (?, ?, ...)` is another statement for every length, and linking asks such a question several times
for every letter that comes in: to write the statement anew took longer than to answer it.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from sqlalchemy import ARRAY, Date, Dialect, Integer, String, Text, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import ColumnElement
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, TypeDecorator, TypeEngine

__all__ = ["among"]

_KINDS: dict[str, type[TypeEngine[Any]]] = {"date": Date, "integer": Integer, "text": String}


class _Values(TypeDecorator[Iterable[Any]]):
    """A list of texts, numbers or days: JSON on SQLite, an array on PostgreSQL."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: str):
        super().__init__()
        self.kind = kind

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        wanted: Any = ARRAY(_KINDS[self.kind]) if dialect.name == "postgresql" else Text
        return dialect.type_descriptor(wanted)

    def process_bind_param(self, value: Iterable[Any] | None, dialect: Dialect) -> Any:
        if dialect.name == "postgresql":
            return list(value or ())
        return _kept_text_of(value) if isinstance(value, tuple) else _text_of(value or ())


def _text_of(values: Iterable[Any]) -> str:
    return json.dumps([one.isoformat() if isinstance(one, dt.date) else one for one in values])


_kept_text_of = lru_cache(maxsize=2048)(_text_of)
"""Of tuples: the years about a day and the misreadings of a serial come again with many letters."""


class among(FunctionElement[bool]):
    """Whether a column has one of the values bound as `name`; never where the list is empty.

    Its type is no boolean one: SQLite would compare it with 1, and then take no index.
    """

    inherit_cache = True
    type = NullType()  # type: ignore[assignment]

    def __init__(self, column: ColumnElement[Any], name: str):
        kind = next(
            (kind for kind, sort in _KINDS.items() if kind != "text" and isinstance(column.type, sort)),
            "text",
        )
        super().__init__(column, bindparam(name, type_=_Values(kind)))


@compiles(among)
def _as_array(element: Any, compiler: Any, **options: Any) -> str:
    column, values = (compiler.process(part, **options) for part in element.clauses)
    return f"{column} = ANY ({values})"


@compiles(among, "sqlite")
def _as_json(element: Any, compiler: Any, **options: Any) -> str:
    column, values = (compiler.process(part, **options) for part in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({values}))"
