"""Loads one CSV table of `parsers/data` into checked rows."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TypeVar

__all__ = ["DATA", "KnowledgeError", "load_table"]

DATA = Path(__file__).resolve().parent.parent / "data"

Row = TypeVar("Row")


class KnowledgeError(ValueError):
    """A data file breaks its own rules; the message says file, line and remedy."""


def load_table(name: str, make: Callable[..., Row], folder: Path = DATA) -> tuple[Row, ...]:
    """The rows of a table, each made by calling `make` with the columns as keyword arguments of text.

    `make` raises `ValueError` for a value that it does not accept. Every row needs a source, and no row
    may stand twice.

    Raises:
        KnowledgeError: with the file and the line of the first row that breaks a rule.
    """
    path = folder / name
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return tuple(_rows(path, csv.DictReader(file), make))
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror})") from error


def _rows(path: Path, reader: csv.DictReader[str], make: Callable[..., Row]) -> Iterator[Row]:
    _check_columns(path, list(reader.fieldnames or []), make)
    seen: set[tuple[str, ...]] = set()
    for row in reader:
        place = f"{path.name}, line {reader.line_num}"
        if None in row or None in row.values():
            raise KnowledgeError(f"{place}: the row has not as many cells as the heading")
        cells = {column: value.strip() for column, value in row.items()}
        if not cells.get("source"):
            raise KnowledgeError(f"{place}: say in the column source where this is known from")
        key = tuple(cells.values())
        if key in seen:
            raise KnowledgeError(f"{place}: the same row stands above")
        seen.add(key)
        try:
            yield make(**cells)
        except (TypeError, ValueError) as error:
            raise KnowledgeError(f"{place}: {error}") from error


def _check_columns(path: Path, columns: list[str], make: Callable[..., Row]) -> None:
    if "source" not in columns:
        raise KnowledgeError(f"{path.name}: the table has no column source")
    if isinstance(make, type) and is_dataclass(make):
        known = {field.name for field in fields(make)}
        if unknown := set(columns) - known:
            raise KnowledgeError(f"{path.name}: unknown columns {sorted(unknown)}, known are {sorted(known)}")
