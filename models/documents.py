"""The documents inside the files: letters, orders, announcements, attachments."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from models.columns import Json, JsonValue, Row, UtcDateTime, partial_index, utc_now
from models.evidence import EvidenceColumns

__all__ = ["Document", "DocumentContent", "DocumentFiscalYear", "DocumentTopic", "Recipient"]


class Document(Row, table=True):
    """One document, as lists show it; the words and the whole parse are in `DocumentContent`.

    `public_id` is the file's public id, a dash and `position` (from 1): it stays through re-reading.
    `parent_id` is the letter that an attachment hangs on. `number_key` is the number squeezed for
    comparing (`มท0018.1/ว5565`). Columns hold the values after corrections.
    """

    __tablename__ = "document"
    __table_args__ = (
        UniqueConstraint("source_file_id", "position"),
        Index("ix_document_serial_date", "serial", "date", "number_agency"),
        Index("ix_document_needs_review_date", "needs_review", "date"),
        Index("ix_document_kind_date", "kind", "date"),
        Index("ix_document_date_office", "date", "number_agency", "number_unit"),
        partial_index("ix_document_unnumbered", "kind", "date", where="serial IS NULL"),
    )

    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(unique=True, max_length=32)
    source_file_id: int = Field(foreign_key="source_file.id", ondelete="CASCADE")
    position: int
    parent_id: int | None = Field(default=None, foreign_key="document.id", index=True, ondelete="SET NULL")
    first_page: int = 1
    last_page: int = 1
    kind: str = Field(max_length=32)
    attachment_kind: str | None = Field(default=None, max_length=32)
    title: str | None = None
    subject: str | None = None
    number: str | None = None
    number_key: str | None = Field(default=None, index=True)
    number_agency: str | None = None
    number_unit: str | None = None
    number_committee: str | None = None
    circular: bool = False
    serial: str | None = None
    date: dt.date | None = None
    issuer_id: int | None = Field(default=None, foreign_key="agency.id", index=True)
    issuer_name: str | None = None
    issuer_office: str | None = None
    issuer_address: str | None = None
    issuer_province: str | None = Field(default=None, index=True)
    urgency: str | None = Field(default=None, index=True, max_length=16)
    secrecy: str | None = Field(default=None, max_length=16)
    signatory_name: str | None = None
    signatory_position: str | None = None
    signatory_capacity: str | None = None
    signatory_acting_for: str | None = None
    owner: Json = Field(default_factory=list, sa_type=JsonValue)
    has_deadline: bool = Field(default=False, index=True)
    needs_review: bool = False
    doubts: int = 0
    reviewed_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)
    reviewed_by: str | None = None
    stored_at: dt.datetime = Field(default_factory=utc_now, index=True, sa_type=UtcDateTime)
    changed_at: dt.datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class DocumentContent(Row, table=True):
    """The heavy part of a document, apart so that lists never carry it.

    `contract` is the whole parse in the published shape, provenance included, corrections applied;
    `parsed` the parse before corrections, null where nothing was corrected.
    """

    __tablename__ = "document_content"

    document_id: int = Field(primary_key=True, foreign_key="document.id", ondelete="CASCADE")
    body: str = ""
    contract: Json = Field(sa_type=JsonValue, nullable=False)
    parsed: Json = Field(default=None, nullable=True, sa_type=JsonValue)


class DocumentFiscalYear(Row, table=True):
    """A Buddhist-era budget year (ปีงบประมาณ) that a document names."""

    __tablename__ = "document_fiscal_year"
    __table_args__ = (Index("ix_document_fiscal_year_value", "fiscal_year", "document_id"),)

    document_id: int = Field(primary_key=True, foreign_key="document.id", ondelete="CASCADE")
    fiscal_year: int = Field(primary_key=True)


class DocumentTopic(Row, table=True):
    """A known programme that a document names (`ITA`)."""

    __tablename__ = "document_topic"
    __table_args__ = (Index("ix_document_topic_value", "topic", "document_id"),)

    document_id: int = Field(primary_key=True, foreign_key="document.id", ondelete="CASCADE")
    topic: str = Field(primary_key=True)


class Recipient(EvidenceColumns, table=True):
    """One addressee (เรียน, ถึง), or with `role` `copy` one of สำเนาส่ง, สำเนาเรียน."""

    __tablename__ = "recipient"
    __table_args__ = (UniqueConstraint("document_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", ondelete="CASCADE")
    position: int
    role: str = Field(default="to", max_length=8)
    name: str = Field(index=True)
    scope: str | None = None
    excluding: Json = Field(default_factory=list, sa_type=JsonValue)
