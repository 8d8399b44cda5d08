"""Databases for the tests: each test that asks for `engine` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2_000, deadline=None)
settings.load_profile("steady")

STORES = ("sqlite", "postgresql")

_numbers = itertools.count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a running PostgreSQL with a database `template_ita` that has our tables."""
    from models.migrate import open_database
    from tests import postgres_server as server

    with ExitStack() as stack:
        try:
            url = stack.enter_context(server.temporary_server())
        except server.NoServer as reason:
            pytest.skip(f"no PostgreSQL for the tests: {reason}")
        _execute(url, "CREATE DATABASE template_ita")
        open_database(url.replace("/postgres?", "/template_ita?")).dispose()
        yield url


@pytest.fixture(scope="session")
def fresh_database(request: pytest.FixtureRequest) -> Callable[[str, Path], AbstractContextManager[str]]:
    """Makes a database with our tables of the kind asked for; gives its address, removes it afterwards."""

    @contextmanager
    def made(kind: str, folder: Path) -> Iterator[str]:
        if kind == "sqlite":
            from models.migrate import open_database

            url = f"sqlite:///{folder / 'ita-docs.sqlite3'}"
            open_database(url).dispose()
            yield url
            return
        server = request.getfixturevalue("postgres")
        name = f"test_{next(_numbers)}"
        _execute(server, f"CREATE DATABASE {name} TEMPLATE template_ita")
        yield server.replace("/postgres?", f"/{name}?")
        _execute(server, f"DROP DATABASE {name} WITH (FORCE)")

    return made


@pytest.fixture(params=STORES)
def database_url(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    fresh_database: Callable[[str, Path], AbstractContextManager[str]],
) -> Iterator[str]:
    """The address of a fresh database with our tables, once on SQLite and once on PostgreSQL."""
    with fresh_database(request.param, tmp_path) as url:
        yield url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An open database with our tables."""
    from models.session import open_engine

    engine = open_engine(database_url)
    yield engine
    engine.dispose()


def _execute(url: str, statement: str) -> None:
    from sqlalchemy import create_engine, text

    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
