"""By how many degrees a page of the file was turned to stand upright: its picture is turned the same way."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this state."""
    with op.batch_alter_table("page", schema=None) as batch_op:
        batch_op.add_column(sa.Column("turned", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Back to the state before."""
    with op.batch_alter_table("page", schema=None) as batch_op:
        batch_op.drop_column("turned")
