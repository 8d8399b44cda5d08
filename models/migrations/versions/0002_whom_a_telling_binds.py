"""Whom each telling of a duty binds: a circular binds provinces, the letter that passes it on districts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this state."""
    with op.batch_alter_table("duty_source", schema=None) as batch_op:
        batch_op.add_column(sa.Column("responsible", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("party", sa.String(32), nullable=True))
        batch_op.create_index(batch_op.f("ix_duty_source_party"), ["party"], unique=False)


def downgrade() -> None:
    """Back to the state before."""
    with op.batch_alter_table("duty_source", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_duty_source_party"))
        batch_op.drop_column("party")
        batch_op.drop_column("responsible")
