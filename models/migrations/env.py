"""Alembic's entry: works on the connection that `models.migrate` hands over, with no ini file."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy import String

from models import Row
from models.columns import JsonValue, UtcDateTime


def run() -> None:
    """Run the migrations on the given connection, inside its transaction."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=Row.metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=_render,
    )
    with context.begin_transaction():
        context.run_migrations()


def _render(kind: str, item: Any, context: Any) -> str | Literal[False]:
    """How our column types are written in a new migration."""
    if kind == "type" and isinstance(item, JsonValue | UtcDateTime):
        return f"{type(item).__name__}()"
    if kind == "type" and isinstance(getattr(item, "impl", item), String):
        length = getattr(item, "length", None)
        return f"sa.String({length or ''})"
    return False


run()
