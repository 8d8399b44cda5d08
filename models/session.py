"""Opens the database. One writer at a time, on SQLite and PostgreSQL alike, so that both answer the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.engine import make_url
from sqlmodel import Session, create_engine

__all__ = ["open_engine", "reading", "writing"]

_BUSY_MS = 30_000
_WRITER_LOCK = 0x17AD0C5
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={_BUSY_MS}",
    # A commit that we have reported must survive a power cut, since the inbox file moves after it.
    "PRAGMA synchronous=FULL",
    # 64 MB: in a store of many gigabytes the upper pages of every index stay at hand.
    "PRAGMA cache_size=-65536",
)


def open_engine(url: str) -> Engine:
    """The engine for `sqlite:///...` or `postgresql://...` (psycopg 3). Creates no tables."""
    address = make_url(url)
    if address.drivername in ("postgresql", "postgres"):
        address = address.set(drivername="postgresql+psycopg")
    engine = create_engine(address, json_serializer=_compact, pool_pre_ping=address.drivername != "sqlite")
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """One writing transaction: commits at the end, rolls back on an error.

    Waits until no other writer is at work: `BEGIN IMMEDIATE` on SQLite, an advisory lock held to the
    end of the transaction on PostgreSQL. Objects stay readable after the commit.
    """
    writer = engine.execution_options(ita_write=True)
    with Session(writer, expire_on_commit=False) as session, session.begin():
        if engine.dialect.name == "postgresql":
            session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})
        yield session


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session for looking only."""
    with Session(engine, expire_on_commit=False) as session:
        yield session


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _prepare_sqlite(connection: Any, record: object) -> None:
    # The driver must not open transactions by itself, or BEGIN IMMEDIATE comes too late.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    write = connection.get_execution_options().get("ita_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
