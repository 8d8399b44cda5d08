"""Lookups of linking in a large archive: by day and office, without a number, and candidates by letter."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_PARTIAL = (
    ("ix_document_unnumbered", "document", ["kind", "date"], "serial IS NULL"),
    ("ix_reference_unnumbered", "reference", ["kind", "date"], "serial IS NULL"),
    ("ix_reference_order", "reference", ["number_unit"], "kind = 'order'"),
    ("ix_reference_orphan", "reference", ["id"], "state = 'held' AND target_id IS NULL"),
)
_WHOLE = (
    ("ix_document_date_office", "document", ["date", "number_agency", "number_unit"]),
    ("ix_reference_date_office", "reference", ["date", "number_agency", "number_unit"]),
    ("ix_reference_number_key_date", "reference", ["number_key", "date"]),
)
_REPLACED = (
    ("ix_document_date", "document", "date"),
    ("ix_reference_date", "reference", "date"),
    ("ix_reference_number_key", "reference", "number_key"),
)


def upgrade() -> None:
    """To this state."""
    op.create_table(
        "reference_candidate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reference_id"],
            ["reference.id"],
            name=op.f("fk_reference_candidate_reference_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_reference_candidate_document_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reference_candidate")),
    )
    for column in ("reference_id", "document_id"):
        op.create_index(op.f(f"ix_reference_candidate_{column}"), "reference_candidate", [column])
    for name, table, columns in _WHOLE:
        op.create_index(name, table, columns)
    for name, table, columns, where in _PARTIAL:
        op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
    for name, table, _ in _REPLACED:
        op.drop_index(op.f(name), table_name=table)
    _remember_candidates()


def _remember_candidates() -> None:
    """Rows for the ambiguous references that the store holds already."""
    bind = op.get_bind()
    known = {row.public_id: row.id for row in bind.execute(sa.text("SELECT public_id, id FROM document"))}
    held = sa.table("reference", sa.column("id"), sa.column("state"), sa.column("candidates", sa.JSON()))
    rows = bind.execute(sa.select(held.c.id, held.c.candidates).where(held.c.state == "ambiguous"))
    found = [
        {"reference_id": reference, "document_id": known[item["id"]]}
        for reference, candidates in rows
        for item in candidates or ()
        if item["id"] in known
    ]
    if found:
        table = sa.table("reference_candidate", sa.column("reference_id"), sa.column("document_id"))
        op.bulk_insert(table, found)


def downgrade() -> None:
    """Back to the state before."""
    for name, table, column in _REPLACED:
        op.create_index(op.f(name), table, [column])
    for name, table, _, _ in reversed(_PARTIAL):
        op.drop_index(name, table_name=table)
    for name, table, _ in reversed(_WHOLE):
        op.drop_index(name, table_name=table)
    op.drop_table("reference_candidate")
