"""The contents of all tables without what chance decides: ids become natural keys, times go."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, DateTime, Engine, Table

from models import Row
from models.columns import UtcDateTime

__all__ = ["dump"]

_CHANCE = frozenset({"id", "inode", "mtime_ns", "claim", "crashes", "claimed_by", "uid"})
_NATURAL: dict[str, tuple[str, ...]] = {
    "source_file": ("sha256",),
    "document": ("public_id",),
    "agency": ("name",),
    "cited_letter": ("key",),
    "duty": ("key",),
}
_BY_PLACE = ("document_id", "position")


def dump(engine: Engine, home: Path) -> dict[str, list[str]]:
    """For each table its rows as sorted texts. Two stores with the same letters give the same."""
    with engine.connect() as connection:
        keys = {table.name: _keys(connection, table) for table in Row.metadata.sorted_tables}
        return {table.name: _rows(connection, table, keys, str(home)) for table in Row.metadata.sorted_tables}


def _rows(connection: Connection, table: Table, keys: dict[str, dict[Any, Any]], home: str) -> list[str]:
    shown = {column.name: _shower(column, keys, home) for column in table.c if not _is_chance(column)}
    rows = [
        json.dumps(
            {name: show(row[name]) for name, show in shown.items()}, ensure_ascii=False, sort_keys=True
        )
        for row in connection.execute(table.select()).mappings()
    ]
    # How often a letter was linked anew depends on the order in which others came; that it was does not.
    return sorted(set(rows) if table.name == "change" else rows)


def _is_chance(column: Column[Any]) -> bool:
    return column.name in _CHANCE or isinstance(column.type, UtcDateTime | DateTime)


def _shower(column: Column[Any], keys: dict[str, dict[Any, Any]], home: str) -> Callable[[Any], Any]:
    target = next((key.column.table.name for key in column.foreign_keys), None)
    if target is not None:
        return lambda value: keys[target].get(value)
    if column.name in ("path", "destination"):
        return lambda value: value and value.replace(home, "")
    return lambda value: value if isinstance(value, str | int | float | list | dict | None) else str(value)


def _keys(connection: Connection, table: Table) -> dict[Any, Any]:
    """From each id of a table to what names the row on any machine."""
    if "id" not in table.c:
        return {}
    rows = connection.execute(table.select()).mappings().all()
    if table.name in _NATURAL:
        return {row["id"]: [row[name] for name in _NATURAL[table.name]] for row in rows}
    if all(name in table.c for name in _BY_PLACE):
        documents = Row.metadata.tables["document"]
        named = dict(
            connection.execute(
                documents.select().with_only_columns(documents.c.id, documents.c.public_id)
            ).all()
        )
        return {row["id"]: [named[row["document_id"]], row["position"]] for row in rows}
    return {row["id"]: None for row in rows}
