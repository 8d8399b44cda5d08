"""Column types that mean the same on SQLite and PostgreSQL, and names for every constraint."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeAlias

from sqlalchemy import JSON, DateTime, Dialect, Index, MetaData, Table, UnaryExpression, inspect, text
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import SQLModel

__all__ = [
    "BANGKOK",
    "Json",
    "JsonValue",
    "Row",
    "UtcDateTime",
    "newest_first",
    "oldest_first",
    "partial_index",
    "table_of",
    "utc_now",
]

Json: TypeAlias = Any
"""A value that JSON can hold: the annotation of columns of type `JsonValue`."""

BANGKOK = dt.timezone(dt.timedelta(hours=7))
"""Thai time: no summer time since 1920, so that no time-zone database is needed."""

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(SQLModel):
    """Base of all tables. Every constraint has a name, so that a migration can alter it on any database."""

    metadata = MetaData(naming_convention=_NAMES)


def table_of(model: type[Row]) -> Table:
    """The table of a model, for statements on many rows at once."""
    table = inspect(model).local_table
    assert isinstance(table, Table)
    return table


class JsonValue(TypeDecorator[Any]):
    """A JSON value, its keys in the order given (so no `jsonb` on PostgreSQL); None is SQL NULL on both."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(JSON(none_as_null=True))


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A moment. Only aware values are taken; UTC is stored, aware UTC values come back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


def partial_index(name: str, *columns: str, where: str) -> Index:
    """An index on the rows that meet a condition, on either database."""
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


def newest_first(day: Any) -> UnaryExpression[Any]:
    """In falling order, what has no day last: left to itself PostgreSQL puts it first."""
    order: UnaryExpression[Any] = day.desc().nulls_last()
    return order


def oldest_first(day: Any) -> UnaryExpression[Any]:
    """In rising order, what has no day first: left to itself PostgreSQL puts it last."""
    order: UnaryExpression[Any] = day.asc().nulls_first()
    return order


def utc_now() -> dt.datetime:
    """The present moment, aware."""
    return dt.datetime.now(dt.UTC)
