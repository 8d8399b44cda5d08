"""PostgreSQL keeps texts and JSON as SQLite does.

Texts are compared byte by byte, whatever locale the database was made with: what lies between two texts, and
which of two comes first, is then the same in both. JSON keeps its keys in the order in which they were
written, which `jsonb` does not.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_COLUMNS = sa.text(
    "SELECT table_name, column_name, data_type, character_maximum_length FROM information_schema.columns"
    " WHERE table_schema = current_schema() AND data_type IN ('character varying', 'json', 'jsonb')"
    " AND table_name <> 'alembic_version' ORDER BY table_name, ordinal_position"
)


def _keep(collation: str, json: str) -> None:
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    changes: dict[str, list[str]] = {}
    for table, column, kind, length in connection.execute(_COLUMNS):
        if kind == "character varying":
            size = f"({length})" if length else ""
            change = f'VARCHAR{size} COLLATE "{collation}"'
        else:
            change = f'{json} USING "{column}"::{json}'
        changes.setdefault(table, []).append(f'ALTER COLUMN "{column}" TYPE {change}')
    for table, parts in changes.items():
        op.execute(f'ALTER TABLE "{table}" {", ".join(parts)}')


def upgrade() -> None:
    """To this state."""
    _keep("C", "JSON")


def downgrade() -> None:
    """Back to the state before."""
    _keep("default", "JSONB")
