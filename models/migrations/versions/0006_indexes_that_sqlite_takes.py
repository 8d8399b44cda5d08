"""Indexes on citations of orders by day, and on citations that lost their letter, as SQLite takes them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_LOST = "state = 'held' AND target_id IS NULL"
_ORDER = "kind = 'order'"


def _create(name: str, columns: list[str], where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, "reference", columns, sqlite_where=condition, postgresql_where=condition)


def upgrade() -> None:
    """To this state."""
    op.drop_index("ix_reference_orphan", table_name="reference")
    _create("ix_reference_orphan", ["state", "target_id"], _LOST)
    _create("ix_reference_order_date", ["date"], _ORDER)


def downgrade() -> None:
    """Back to the state before."""
    op.drop_index("ix_reference_order_date", table_name="reference")
    op.drop_index("ix_reference_orphan", table_name="reference")
    _create("ix_reference_orphan", ["id"], _LOST)
