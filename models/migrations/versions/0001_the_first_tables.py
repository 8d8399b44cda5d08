"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.columns import JsonValue, UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this state."""
    op.create_table(
        "agency",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=True),
        sa.Column("code", sa.String(32), nullable=True),
        sa.Column("province", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency")),
        sa.UniqueConstraint("name", name=op.f("uq_agency_name")),
    )
    with op.batch_alter_table("agency", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agency_code"), ["code"], unique=False)
        batch_op.create_index(batch_op.f("ix_agency_kind"), ["kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_agency_province"), ["province"], unique=False)

    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(32), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_public_id"), ["public_id"], unique=False)

    op.create_table(
        "source_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(20), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("text_origin", sa.String(), nullable=True),
        sa.Column("warnings", JsonValue(), nullable=True),
        sa.Column("stored_at", UtcDateTime(), nullable=False),
        sa.Column("read_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_file")),
        sa.UniqueConstraint("public_id", name=op.f("uq_source_file_public_id")),
        sa.UniqueConstraint("sha256", name=op.f("uq_source_file_sha256")),
    )
    op.create_table(
        "arrival",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_file_id", sa.Integer(), nullable=False),
        sa.Column("arrived_at", UtcDateTime(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("receiving_number", sa.Integer(), nullable=False),
        sa.Column("via", sa.String(16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("path", sa.String(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("mtime_ns", sa.BigInteger(), nullable=True),
        sa.Column("inode", sa.String(), nullable=True),
        sa.Column("destination", sa.String(), nullable=True),
        sa.Column("error", JsonValue(), nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["source_file_id"], ["source_file.id"], name=op.f("fk_arrival_source_file_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrival")),
        sa.UniqueConstraint("year", "receiving_number", name=op.f("uq_arrival_year_receiving_number")),
    )
    with op.batch_alter_table("arrival", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_arrival_arrived_at"), ["arrived_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_arrival_source_file_id"), ["source_file_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_arrival_state"), ["state"], unique=False)

    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(32), nullable=False),
        sa.Column("source_file_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("first_page", sa.Integer(), nullable=False),
        sa.Column("last_page", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("attachment_kind", sa.String(32), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("number_key", sa.String(), nullable=True),
        sa.Column("number_agency", sa.String(), nullable=True),
        sa.Column("number_unit", sa.String(), nullable=True),
        sa.Column("number_committee", sa.String(), nullable=True),
        sa.Column("circular", sa.Boolean(), nullable=False),
        sa.Column("serial", sa.String(), nullable=True),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("issuer_id", sa.Integer(), nullable=True),
        sa.Column("issuer_name", sa.String(), nullable=True),
        sa.Column("issuer_office", sa.String(), nullable=True),
        sa.Column("issuer_address", sa.String(), nullable=True),
        sa.Column("issuer_province", sa.String(), nullable=True),
        sa.Column("urgency", sa.String(16), nullable=True),
        sa.Column("secrecy", sa.String(16), nullable=True),
        sa.Column("signatory_name", sa.String(), nullable=True),
        sa.Column("signatory_position", sa.String(), nullable=True),
        sa.Column("signatory_capacity", sa.String(), nullable=True),
        sa.Column("signatory_acting_for", sa.String(), nullable=True),
        sa.Column("owner", JsonValue(), nullable=False),
        sa.Column("has_deadline", sa.Boolean(), nullable=False),
        sa.Column("needs_review", sa.Boolean(), nullable=False),
        sa.Column("doubts", sa.Integer(), nullable=False),
        sa.Column("reviewed_at", UtcDateTime(), nullable=True),
        sa.Column("reviewed_by", sa.String(), nullable=True),
        sa.Column("stored_at", UtcDateTime(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["issuer_id"], ["agency.id"], name=op.f("fk_document_issuer_id")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["document.id"], name=op.f("fk_document_parent_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["source_file_id"],
            ["source_file.id"],
            name=op.f("fk_document_source_file_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("public_id", name=op.f("uq_document_public_id")),
        sa.UniqueConstraint("source_file_id", "position", name=op.f("uq_document_source_file_id_position")),
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_date"), ["date"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_has_deadline"), ["has_deadline"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_issuer_id"), ["issuer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_issuer_province"), ["issuer_province"], unique=False)
        batch_op.create_index("ix_document_kind_date", ["kind", "date"], unique=False)
        batch_op.create_index("ix_document_needs_review_date", ["needs_review", "date"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_number_key"), ["number_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index("ix_document_serial_date", ["serial", "date"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_stored_at"), ["stored_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_urgency"), ["urgency"], unique=False)

    op.create_table(
        "duty",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(80), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=True),
        sa.Column("topic", sa.String(), nullable=True),
        sa.Column("responsible", sa.String(), nullable=True),
        sa.Column("responsible_kind", sa.String(32), nullable=True),
        sa.Column("issuer_id", sa.Integer(), nullable=True),
        sa.Column("item", sa.String(), nullable=True),
        sa.Column("action", sa.String(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("rule", JsonValue(), nullable=True),
        sa.Column("respond_via", sa.String(), nullable=True),
        sa.Column("attachments", JsonValue(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("moved_to_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("settled_by", sa.String(), nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["issuer_id"], ["agency.id"], name=op.f("fk_duty_issuer_id")),
        sa.ForeignKeyConstraint(
            ["moved_to_id"], ["duty.id"], name=op.f("fk_duty_moved_to_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
        sa.UniqueConstraint("key", name=op.f("uq_duty_key")),
        sa.UniqueConstraint("uid", name=op.f("uq_duty_uid")),
    )
    with op.batch_alter_table("duty", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_duty_due"), ["due"], unique=False)
        batch_op.create_index("ix_duty_fiscal_year_due", ["fiscal_year", "due"], unique=False)
        batch_op.create_index(batch_op.f("ix_duty_issuer_id"), ["issuer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_duty_moved_to_id"), ["moved_to_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_duty_responsible"), ["responsible"], unique=False)
        batch_op.create_index(batch_op.f("ix_duty_responsible_kind"), ["responsible_kind"], unique=False)
        batch_op.create_index("ix_duty_state_due", ["state", "due"], unique=False)
        batch_op.create_index(batch_op.f("ix_duty_topic"), ["topic"], unique=False)

    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_file_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("stage", sa.String(16), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("crashes", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("claimed_by", sa.String(80), nullable=True),
        sa.Column("heartbeat", UtcDateTime(), nullable=True),
        sa.Column("next_try", UtcDateTime(), nullable=False),
        sa.Column("page_done", sa.Integer(), nullable=False),
        sa.Column("page_total", sa.Integer(), nullable=True),
        sa.Column("error", JsonValue(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["source_file_id"], ["source_file.id"], name=op.f("fk_job_source_file_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("source_file_id", name=op.f("uq_job_source_file_id")),
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index("ix_job_state_heartbeat", ["state", "heartbeat"], unique=False)
        batch_op.create_index("ix_job_state_next_try", ["state", "next_try"], unique=False)

    op.create_table(
        "page",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_file_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(16), nullable=False),
        sa.Column("width", sa.Float(), nullable=True),
        sa.Column("height", sa.Float(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("lines", JsonValue(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_file_id"], ["source_file.id"], name=op.f("fk_page_source_file_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page")),
        sa.UniqueConstraint("source_file_id", "number", name=op.f("uq_page_source_file_id_number")),
    )
    op.create_table(
        "attachment",
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("bbox", JsonValue(), nullable=True),
        sa.Column("evidence_text", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=True),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("held_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_attachment_document_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["held_id"], ["document.id"], name=op.f("fk_attachment_held_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_attachment_document_id_position")),
    )
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attachment_held_id"), ["held_id"], unique=False)

    op.create_table(
        "cited_letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(32), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("number_key", sa.String(), nullable=True),
        sa.Column("serial", sa.String(), nullable=True),
        sa.Column("circular", sa.Boolean(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("issuer_id", sa.Integer(), nullable=True),
        sa.Column("issuer_name", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("citations", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("first_seen", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_cited_letter_document_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["issuer_id"], ["agency.id"], name=op.f("fk_cited_letter_issuer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cited_letter")),
        sa.UniqueConstraint("key", name=op.f("uq_cited_letter_key")),
        sa.UniqueConstraint("public_id", name=op.f("uq_cited_letter_public_id")),
    )
    with op.batch_alter_table("cited_letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cited_letter_citations"), ["citations"], unique=False)
        batch_op.create_index(batch_op.f("ix_cited_letter_date"), ["date"], unique=False)
        batch_op.create_index(batch_op.f("ix_cited_letter_document_id"), ["document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cited_letter_issuer_id"), ["issuer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cited_letter_number_key"), ["number_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_cited_letter_serial"), ["serial"], unique=False)

    op.create_table(
        "contact",
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("bbox", JsonValue(), nullable=True),
        sa.Column("evidence_text", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("ext", sa.String(), nullable=True),
        sa.Column("person", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_contact_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_contact_document_id_position")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_value"), ["value"], unique=False)

    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("pointer", sa.String(), nullable=False),
        sa.Column("old_value", JsonValue(), nullable=True),
        sa.Column("new_value", JsonValue(), nullable=True),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
        sa.Column("undone_by", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_correction_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
    )
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_correction_document_id"), ["document_id"], unique=False)

    op.create_table(
        "deadline",
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("bbox", JsonValue(), nullable=True),
        sa.Column("evidence_text", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("item", sa.String(), nullable=True),
        sa.Column("responsible", sa.String(), nullable=True),
        sa.Column("action", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("rule", JsonValue(), nullable=True),
        sa.Column("respond_via", sa.String(), nullable=True),
        sa.Column("attachments", JsonValue(), nullable=False),
        sa.Column("restated", sa.Boolean(), nullable=False),
        sa.Column("depends_on", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_deadline_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_deadline_document_id_position")),
    )
    with op.batch_alter_table("deadline", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deadline_due"), ["due"], unique=False)

    op.create_table(
        "document_content",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("contract", JsonValue(), nullable=False),
        sa.Column("parsed", JsonValue(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_document_content_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_document_content")),
    )
    op.create_table(
        "document_fiscal_year",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_document_fiscal_year_document_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("document_id", "fiscal_year", name=op.f("pk_document_fiscal_year")),
    )
    with op.batch_alter_table("document_fiscal_year", schema=None) as batch_op:
        batch_op.create_index("ix_document_fiscal_year_value", ["fiscal_year", "document_id"], unique=False)

    op.create_table(
        "document_topic",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_document_topic_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "topic", name=op.f("pk_document_topic")),
    )
    with op.batch_alter_table("document_topic", schema=None) as batch_op:
        batch_op.create_index("ix_document_topic_value", ["topic", "document_id"], unique=False)

    op.create_table(
        "duty_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("duty_id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("old_state", sa.String(16), nullable=True),
        sa.Column("new_state", sa.String(16), nullable=True),
        sa.Column("old_due", sa.Date(), nullable=True),
        sa.Column("new_due", sa.Date(), nullable=True),
        sa.Column("by_document_id", sa.Integer(), nullable=True),
        sa.Column("who", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["by_document_id"],
            ["document.id"],
            name=op.f("fk_duty_change_by_document_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["duty_id"], ["duty.id"], name=op.f("fk_duty_change_duty_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_change")),
    )
    with op.batch_alter_table("duty_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_duty_change_by_document_id"), ["by_document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_duty_change_duty_id"), ["duty_id"], unique=False)

    op.create_table(
        "flag",
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("bbox", JsonValue(), nullable=True),
        sa.Column("evidence_text", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("written", sa.String(), nullable=True),
        sa.Column("resolved", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("evidence", JsonValue(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_flag_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flag")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_flag_document_id_position")),
    )
    with op.batch_alter_table("flag", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_flag_code"), ["code"], unique=False)

    op.create_table(
        "meeting",
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("bbox", JsonValue(), nullable=True),
        sa.Column("evidence_text", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("end_date", sa.Date(), nullable=True),
        sa.Column("start", sa.String(8), nullable=True),
        sa.Column("end", sa.String(8), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("venue", sa.String(), nullable=True),
        sa.Column("online", JsonValue(), nullable=True),
        sa.Column("agenda", JsonValue(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_meeting_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_meeting_document_id_position")),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_date"), ["date"], unique=False)

    op.create_table(
        "receipt",
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("bbox", JsonValue(), nullable=True),
        sa.Column("evidence_text", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("time", sa.String(8), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_receipt_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_receipt_document_id_position")),
    )
    op.create_table(
        "recipient",
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("bbox", JsonValue(), nullable=True),
        sa.Column("evidence_text", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(8), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=True),
        sa.Column("excluding", JsonValue(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_recipient_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recipient")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_recipient_document_id_position")),
    )
    with op.batch_alter_table("recipient", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recipient_name"), ["name"], unique=False)

    op.create_table(
        "duty_source",
        sa.Column("duty_id", sa.Integer(), nullable=False),
        sa.Column("deadline_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deadline_id"], ["deadline.id"], name=op.f("fk_duty_source_deadline_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["duty_id"], ["duty.id"], name=op.f("fk_duty_source_duty_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("duty_id", "deadline_id", name=op.f("pk_duty_source")),
    )
    with op.batch_alter_table("duty_source", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_duty_source_deadline_id"), ["deadline_id"], unique=False)

    op.create_table(
        "reference",
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("bbox", JsonValue(), nullable=True),
        sa.Column("evidence_text", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("where", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("issuer_name", sa.String(), nullable=True),
        sa.Column("urgency", sa.String(16), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("number_key", sa.String(), nullable=True),
        sa.Column("number_agency", sa.String(), nullable=True),
        sa.Column("number_unit", sa.String(), nullable=True),
        sa.Column("number_committee", sa.String(), nullable=True),
        sa.Column("circular", sa.Boolean(), nullable=False),
        sa.Column("serial", sa.String(), nullable=True),
        sa.Column("number_alternatives", JsonValue(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("same_file_target", sa.String(), nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=True),
        sa.Column("cited_letter_id", sa.Integer(), nullable=True),
        sa.Column("link_kind", sa.String(16), nullable=True),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("candidates", JsonValue(), nullable=False),
        sa.Column("why", JsonValue(), nullable=False),
        sa.Column("chosen_by", sa.String(), nullable=True),
        sa.Column("resolved_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["cited_letter_id"],
            ["cited_letter.id"],
            name=op.f("fk_reference_cited_letter_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_reference_document_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["target_id"], ["document.id"], name=op.f("fk_reference_target_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reference")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_reference_document_id_position")),
    )
    with op.batch_alter_table("reference", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reference_cited_letter_id"), ["cited_letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reference_date"), ["date"], unique=False)
        batch_op.create_index(batch_op.f("ix_reference_number_key"), ["number_key"], unique=False)
        batch_op.create_index("ix_reference_serial_date", ["serial", "date"], unique=False)
        batch_op.create_index("ix_reference_state_document", ["state", "document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reference_target_id"), ["target_id"], unique=False)

    op.create_table(
        "link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=True),
        sa.Column("to_cited_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("reference_id", sa.Integer(), nullable=True),
        sa.Column("evidence", JsonValue(), nullable=False),
        sa.ForeignKeyConstraint(
            ["from_id"], ["document.id"], name=op.f("fk_link_from_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["reference_id"], ["reference.id"], name=op.f("fk_link_reference_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["to_cited_id"], ["cited_letter.id"], name=op.f("fk_link_to_cited_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["to_id"], ["document.id"], name=op.f("fk_link_to_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
    )
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.create_index("ix_link_back", ["to_id", "from_id", "kind"], unique=False)
        batch_op.create_index("ix_link_forth", ["from_id", "to_id", "kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_link_reference_id"), ["reference_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_link_to_cited_id"), ["to_cited_id"], unique=False)


def downgrade() -> None:
    """Back to the state before."""
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_link_to_cited_id"))
        batch_op.drop_index(batch_op.f("ix_link_reference_id"))
        batch_op.drop_index("ix_link_forth")
        batch_op.drop_index("ix_link_back")

    op.drop_table("link")
    with op.batch_alter_table("reference", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reference_target_id"))
        batch_op.drop_index("ix_reference_state_document")
        batch_op.drop_index("ix_reference_serial_date")
        batch_op.drop_index(batch_op.f("ix_reference_number_key"))
        batch_op.drop_index(batch_op.f("ix_reference_date"))
        batch_op.drop_index(batch_op.f("ix_reference_cited_letter_id"))

    op.drop_table("reference")
    with op.batch_alter_table("duty_source", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_duty_source_deadline_id"))

    op.drop_table("duty_source")
    with op.batch_alter_table("recipient", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recipient_name"))

    op.drop_table("recipient")
    op.drop_table("receipt")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_date"))

    op.drop_table("meeting")
    with op.batch_alter_table("flag", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_flag_code"))

    op.drop_table("flag")
    with op.batch_alter_table("duty_change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_duty_change_duty_id"))
        batch_op.drop_index(batch_op.f("ix_duty_change_by_document_id"))

    op.drop_table("duty_change")
    with op.batch_alter_table("document_topic", schema=None) as batch_op:
        batch_op.drop_index("ix_document_topic_value")

    op.drop_table("document_topic")
    with op.batch_alter_table("document_fiscal_year", schema=None) as batch_op:
        batch_op.drop_index("ix_document_fiscal_year_value")

    op.drop_table("document_fiscal_year")
    op.drop_table("document_content")
    with op.batch_alter_table("deadline", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_deadline_due"))

    op.drop_table("deadline")
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_correction_document_id"))

    op.drop_table("correction")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_value"))

    op.drop_table("contact")
    with op.batch_alter_table("cited_letter", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cited_letter_serial"))
        batch_op.drop_index(batch_op.f("ix_cited_letter_number_key"))
        batch_op.drop_index(batch_op.f("ix_cited_letter_issuer_id"))
        batch_op.drop_index(batch_op.f("ix_cited_letter_document_id"))
        batch_op.drop_index(batch_op.f("ix_cited_letter_date"))
        batch_op.drop_index(batch_op.f("ix_cited_letter_citations"))

    op.drop_table("cited_letter")
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attachment_held_id"))

    op.drop_table("attachment")
    op.drop_table("page")
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.drop_index("ix_job_state_next_try")
        batch_op.drop_index("ix_job_state_heartbeat")

    op.drop_table("job")
    with op.batch_alter_table("duty", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_duty_topic"))
        batch_op.drop_index("ix_duty_state_due")
        batch_op.drop_index(batch_op.f("ix_duty_responsible_kind"))
        batch_op.drop_index(batch_op.f("ix_duty_responsible"))
        batch_op.drop_index(batch_op.f("ix_duty_moved_to_id"))
        batch_op.drop_index(batch_op.f("ix_duty_issuer_id"))
        batch_op.drop_index("ix_duty_fiscal_year_due")
        batch_op.drop_index(batch_op.f("ix_duty_due"))

    op.drop_table("duty")
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_document_urgency"))
        batch_op.drop_index(batch_op.f("ix_document_stored_at"))
        batch_op.drop_index("ix_document_serial_date")
        batch_op.drop_index(batch_op.f("ix_document_parent_id"))
        batch_op.drop_index(batch_op.f("ix_document_number_key"))
        batch_op.drop_index("ix_document_needs_review_date")
        batch_op.drop_index("ix_document_kind_date")
        batch_op.drop_index(batch_op.f("ix_document_issuer_province"))
        batch_op.drop_index(batch_op.f("ix_document_issuer_id"))
        batch_op.drop_index(batch_op.f("ix_document_has_deadline"))
        batch_op.drop_index(batch_op.f("ix_document_date"))

    op.drop_table("document")
    with op.batch_alter_table("arrival", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_arrival_state"))
        batch_op.drop_index(batch_op.f("ix_arrival_source_file_id"))
        batch_op.drop_index(batch_op.f("ix_arrival_arrived_at"))

    op.drop_table("arrival")
    op.drop_table("source_file")
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_change_public_id"))

    op.drop_table("change")
    with op.batch_alter_table("agency", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agency_province"))
        batch_op.drop_index(batch_op.f("ix_agency_kind"))
        batch_op.drop_index(batch_op.f("ix_agency_code"))

    op.drop_table("agency")
