"""The same letters in SQLite and in PostgreSQL: everything that can be asked must come out the same."""

from __future__ import annotations

import json
import secrets
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_filing import file_world
from ita_docs.bench.kb_store_answers import Answers, Asked, asked_of, measured
from ita_docs.bench.kb_world import WorldFile, make_world

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from ita_docs.settings import Settings

__all__ = ["compared", "database_beside", "measure_stores"]

JSON = dict[str, Any]

SHOWN = 5
"""Differences that are shown of each part."""


def measure_stores(seed: int, *, letters: int, settings: Settings | None = None) -> JSON:
    """File one invented world into SQLite and into the PostgreSQL of the settings, and compare their answers.

    Raises:
        WrongUse: `ITA_DOCS_DATABASE_URL` names no PostgreSQL.
        StoreProblem: it cannot be reached, or its user may make no database.
    """
    from ita_docs.bench.kb_links import temporary_store
    from ita_docs.settings import Settings

    with database_beside((settings or Settings()).url) as other:
        files = make_world(seed, letters=letters, damage=1 / 3)
        asked = asked_of(files, seed)
        with temporary_store() as engine:
            ours, our_times = _filled(engine, files, asked)
        theirs, their_times = _filled(other, files, asked)
    return compared(ours, theirs) | {
        "letters": len(files),
        "times": {name: {"sqlite": our_times[name], "postgresql": their_times[name]} for name in our_times},
    }


def compared(ours: Answers, theirs: Answers) -> JSON:
    """Of each part how many answers there are, how many differ, and the first of them."""
    found: JSON = {"same": ours == theirs, "parts": {}}
    for part, rows in ours.items():
        other = theirs[part]
        differ = [key for key in rows.keys() | other.keys() if rows.get(key) != other.get(key)]
        found["parts"][part] = {
            "answers": len(rows),
            "rows": sum(map(_rows, rows.values())),
            "differ": len(differ),
        }
        if differ:
            shown = sorted(differ)[:SHOWN]
            found["parts"][part]["first"] = [_difference(key, rows.get(key), other.get(key)) for key in shown]
    return found


@contextmanager
def database_beside(url: str) -> Iterator[Engine]:
    """A database of its own on the PostgreSQL at this address, that goes when it is done with."""
    from sqlalchemy import text
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import SQLAlchemyError

    from ita_docs.errors import StoreProblem, WrongUse
    from models.migrate import open_database
    from models.session import open_engine

    if make_url(url).get_backend_name() not in ("postgresql", "postgres"):
        raise WrongUse("ITA_DOCS_DATABASE_URL = postgresql://USER@HOST/DATABASE")
    name = f"ita_docs_bench_{secrets.token_hex(4)}"
    server = open_engine(url).execution_options(isolation_level="AUTOCOMMIT")
    try:
        with server.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
    except SQLAlchemyError as error:
        raise StoreProblem(f"PostgreSQL: {getattr(error, 'orig', error)}") from error
    try:
        engine = open_database(make_url(url).set(database=name).render_as_string(hide_password=False))
        yield engine
        engine.dispose()
    finally:
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        server.dispose()


def _filled(engine: Engine, files: Sequence[WorldFile], asked: Asked) -> tuple[Answers, dict[str, float]]:
    """The answers of a store that the letters were filed into, and the seconds that each part took."""
    from ita_docs.knowledge.search.index import SearchIndex

    times: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="ita-docs-bench-") as folder:
        index = SearchIndex(Path(folder))
        _timed(times, "store and link", lambda: file_world(engine, files))
        _timed(times, "index", lambda: index.catch_up(engine))
        return measured(engine, index, asked, lambda name, work: _timed(times, name, work)), times


def _timed(times: dict[str, float], name: str, work: Callable[[], Any]) -> Any:
    started = time.perf_counter()
    done = work()
    times[name] = round(time.perf_counter() - started, 2)
    return done


def _rows(answer: Any) -> int:
    return len(answer) if isinstance(answer, list) else 1


def _difference(key: str, ours: Any, theirs: Any) -> JSON:
    """What the two say, from where they part."""
    one, other = (
        json.dumps(answer, ensure_ascii=False, sort_keys=True, default=str) for answer in (ours, theirs)
    )
    at = next((n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
    at = max(0, at - 80)
    return {"asked": key, "sqlite": one[at : at + 300], "postgresql": other[at : at + 300]}
