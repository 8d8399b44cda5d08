"""Makes a large archive of a small one: every letter again and again, each time under numbers of its own.

The base is filed, linked and counted as any archive is. Its copies keep text, days, offices, subjects and the
shape of their chains; every serial is moved along by the copy's number, on the page, in the parse and in
the keys alike, so that numbers stay as rare and chains as long as they are. What a million letters share in
words they share more often than an archive of a million different ones would: words of the running text
are drawn from one dictionary in both, passages of several words are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_scale_letters import ScaleLetter, ScaleWorld
from ita_docs.bench.kb_scale_parse import JSON
from ita_docs.bench.kb_scale_serials import move_serial, renumber

if TYPE_CHECKING:
    from sqlalchemy import Column, Engine, Table

__all__ = ["CopiedWorld", "copy_store"]

_RENUMBERED = {
    "page": ("text", "lines"),
    "document": ("number", "number_key"),
    "document_content": ("body", "contract"),
    "reference": ("evidence_text", "number", "number_key", "number_alternatives"),
    "cited_letter": ("key", "number", "number_key"),
    "deadline": ("evidence_text",),
}
_UNIQUE = {
    ("source_file", "sha256"): "substr(sha256, 1, 58) || printf('x%05d', {copy})",
    ("source_file", "public_id"): "public_id || 'x{copy}'",
    ("document", "public_id"): "replace(public_id, '-', 'x{copy}-')",
    ("change", "public_id"): "replace(public_id, '-', 'x{copy}-')",
    ("cited_letter", "public_id"): "public_id || 'x{copy}'",
    ("duty", "uid"): "replace(uid, '@', 'x{copy}@')",
    ("duty", "key"): "replace(key, '-', 'x{copy}-')",
}
_SHARED = ("agency",)
"""Tables whose rows all copies share."""


class CopiedWorld(ScaleWorld):
    """A world whose first `base` letters are generated, those up to `letters` copied, and the rest new."""

    def __init__(self, seed: int, letters: int, base: int):
        super().__init__(seed, base)
        self.base, self.held = base, letters

    def letter(self, place: int) -> ScaleLetter:
        """The letter at a place: of the base, a copy, or a new one that cites any of them."""
        if not self.base <= place < self.held:
            return super().letter(place)
        copy, own = divmod(place, self.base)
        one = super().letter(own)
        number = {**one.contract["number"]}
        number["canonical"] = renumber(number["canonical"], copy)
        lines = [renumber(line, copy) or "" for line in one.lines]
        return ScaleLetter(place, {**one.contract, "number": number}, lines, one.cited, one.words)

    @lru_cache(maxsize=4096)  # noqa: B019 - one world lives as long as its run
    def head(self, place: int) -> JSON:
        """Number, day, issuer and subject of a letter: what others cite."""
        if not self.base <= place < self.held:
            return super().head(place)
        copy, own = divmod(place, self.base)
        head = super().head(own)
        number = {**head["number"], "serial": move_serial(head["number"]["serial"], copy)}
        return {**head, "number": {**number, "canonical": renumber(number["canonical"], copy)}}


def copy_store(engine: Engine, base: int, letters: int, told: Callable[[int], None]) -> None:
    """Copy the first `base` letters' rows until there are so many letters; SQLite only.

    No journal is kept: a store whose copying was broken off is made anew. `told` is given the letters held.
    """
    from ita_docs.bench.kb_scale_fill import count_letters

    plan = _Plan(engine, base)
    first = count_letters(engine) // base
    connection = engine.raw_connection()
    driver: Any = connection.driver_connection
    for pragma in ("foreign_keys=OFF", "journal_mode=OFF", "synchronous=OFF", "cache_size=-2000000"):
        driver.execute(f"PRAGMA {pragma}")
    for copy in range(first, letters // base):
        driver.create_function("renumber", 1, partial(renumber, copy=copy), deterministic=True)
        driver.create_function("move_serial", 1, partial(_moved, copy=copy), deterministic=True)
        driver.execute("BEGIN IMMEDIATE")
        for statement in plan.statements(copy):
            driver.execute(statement)
        driver.execute("COMMIT")
        told((copy + 1) * base)
    driver.execute("PRAGMA journal_mode=WAL")
    connection.invalidate()
    connection.close()


def _moved(serial: str | None, copy: int) -> str | None:
    return serial if serial is None or not serial.isdigit() else move_serial(serial, copy)


def _greatest_ids(engine: Engine, base: int) -> dict[str, int]:
    """The greatest id of each table in the base: so far apart lie the ids of two copies."""
    from ita_docs.bench.kb_scale_fill import count_letters
    from models import Row

    copies, found = count_letters(engine) // base, {}
    with engine.connect() as connection:
        for table in Row.metadata.sorted_tables:
            if "id" in table.c:
                last = connection.exec_driver_sql(f"SELECT max(id) FROM {table.name}").scalar() or 0
                found[table.name] = last // copies
    return found


class _Plan:
    """How each table's rows are copied: which columns move along, which are renumbered."""

    def __init__(self, engine: Engine, base: int):
        self._steps = _greatest_ids(engine, base)

    def statements(self, copy: int) -> Iterator[str]:
        """One statement a table."""
        from models import Row

        for table in Row.metadata.sorted_tables:
            if table.name in _SHARED:
                continue
            names = ", ".join(f'"{column.name}"' for column in table.columns)
            values = ", ".join(self._value(table, column, copy) for column in table.columns)
            source = self._source(table)
            if source:
                yield f'INSERT INTO "{table.name}" ({names}) SELECT {values} FROM "{table.name}" {source}'

    def _source(self, table: Table) -> str | None:
        """The rows of the base, in order."""
        if "id" in table.c:
            last = self._steps[table.name]
            return f"WHERE id <= {last} ORDER BY id" if last else None
        key = next((column for column in table.columns if self._owner(column)), None)
        if key is None:
            return None
        return f"WHERE {key.name} <= {self._steps[self._owner(key) or '']}"

    def _owner(self, column: Column[Any]) -> str | None:
        """The table whose ids a column holds, where its rows are copied."""
        names = [key.column.table.name for key in column.foreign_keys]
        if column.name == "id":
            names.append(column.table.name)
        return next((name for name in names if name not in _SHARED), None)

    def _value(self, table: Table, column: Column[Any], copy: int) -> str:
        owner = self._owner(column)
        if owner is not None:
            return f'"{column.name}" + {self._steps[owner] * copy}'
        if (table.name, column.name) in _UNIQUE:
            return _UNIQUE[table.name, column.name].format(copy=copy)
        if column.name == "serial":
            return "move_serial(serial)"
        if column.name in _RENUMBERED.get(table.name, ()):
            return f'renumber("{column.name}")'
        return f'"{column.name}"'
