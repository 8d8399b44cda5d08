"""The store and its index, opened for a command that only looks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from sqlmodel import Session

    from ita_docs.knowledge.search.index import SearchIndex
    from ita_docs.settings import Settings

__all__ = ["JSON_HELP", "console", "opened", "opened_with_index", "print_json"]

JSON_HELP = "ผลเป็น JSON · Print JSON"


@contextmanager
def opened() -> Iterator[tuple[Session, Settings]]:
    """A session on the store, with the settings."""
    from ita_docs.settings import Settings
    from models.migrate import open_database
    from models.session import reading

    settings = Settings()
    engine = open_database(settings.url)
    with reading(engine) as session:
        _tell_if_empty(session, settings)
        yield session, settings
    engine.dispose()


@contextmanager
def opened_with_index() -> Iterator[tuple[Session, SearchIndex, Settings]]:
    """The same with the search index, checked against the store and caught up first."""
    from ita_docs.knowledge.search.index import SearchIndex
    from ita_docs.settings import Settings
    from models.migrate import open_database
    from models.session import reading

    settings = Settings()
    engine = open_database(settings.url)
    index = SearchIndex(settings.index)
    index.check(engine)
    with reading(engine) as session:
        _tell_if_empty(session, settings)
        yield session, index, settings
    engine.dispose()


def _tell_if_empty(session: Session, settings: Settings) -> None:
    """Nothing found means little in an archive without letters: say where it is looked for."""
    from sqlalchemy import select

    from ita_docs.knowledge.tables import documents

    if session.connection().execute(select(documents.c.id).limit(1)).first() is None:
        typer.echo(
            f"ยังไม่มีหนังสือใน {settings.home} (ตั้ง ITA_DOCS_HOME หรือใช้ ita-docs ingest)"
            f" · No letters in {settings.home} yet (set ITA_DOCS_HOME, or ita-docs ingest)",
            err=True,
        )


def print_json(value: Any) -> None:
    """One JSON object on standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))


def console() -> Console:
    """A console that is as wide as the window, and 120 columns wide in a pipe."""
    from rich.console import Console

    class Screen(Console):
        def on_broken_pipe(self) -> None:
            """Rich would end with an error here; who reads no further has seen enough."""
            raise BrokenPipeError

    screen = Screen(highlight=False)
    return screen if screen.is_terminal else Screen(highlight=False, width=120)
