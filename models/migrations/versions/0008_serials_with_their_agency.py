"""The indexes by serial and day hold the agency too: likely misreadings are found without reading rows."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_TABLES = ("document", "reference")


def _replace(columns: list[str]) -> None:
    for table in _TABLES:
        name = f"ix_{table}_serial_date"
        op.drop_index(name, table_name=table)
        op.create_index(name, table, columns)


def upgrade() -> None:
    """To this state."""
    _replace(["serial", "date", "number_agency"])


def downgrade() -> None:
    """Back to the state before."""
    _replace(["serial", "date"])
