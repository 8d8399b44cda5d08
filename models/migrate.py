"""Brings a database to the present tables, from nothing or from any earlier state."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from models.session import open_engine, writing

if TYPE_CHECKING:
    from alembic.config import Config

__all__ = ["open_database", "revision_of", "upgrade"]

_SCRIPTS = Path(__file__).parent / "migrations"


def open_database(url: str) -> Engine:
    """Open the database at `url` and bring its tables up to date. SQLite's folder is made if need be."""
    engine = open_engine(url)
    if engine.dialect.name == "sqlite" and engine.url.database:
        Path(engine.url.database).parent.mkdir(parents=True, exist_ok=True)
    upgrade(engine)
    return engine


def upgrade(engine: Engine, to: str = "head") -> None:
    """Run the missing migrations in one writing transaction: two processes may start at once."""
    from alembic import command

    if to == "head" and revision_of(engine) == _head():
        return
    with writing(engine) as session:
        command.upgrade(_config(session.connection()), to)


def revision_of(engine: Engine) -> str | None:
    """The state of the database's tables; None where there are none yet."""
    from alembic.runtime.migration import MigrationContext

    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _head() -> str | None:
    from alembic.script import ScriptDirectory

    return ScriptDirectory(str(_SCRIPTS)).get_current_head()


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
