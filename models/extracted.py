"""Rows that a parse takes out of a document, each with its place on paper.

`position` counts from 1 inside the document: a row keeps its id when the file is parsed again.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from models.columns import Json, JsonValue
from models.evidence import EvidenceColumns

__all__ = ["Attachment", "Contact", "Deadline", "Flag", "Meeting", "Receipt"]


class Attachment(EvidenceColumns, table=True):
    """One enclosure line (สิ่งที่ส่งมาด้วย); `held_id` the document of the file that it names, if found."""

    __tablename__ = "attachment"
    __table_args__ = (UniqueConstraint("document_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", ondelete="CASCADE")
    position: int
    no: int | None = None
    title: str
    quantity: int | None = None
    unit: str | None = None
    held_id: int | None = Field(default=None, foreign_key="document.id", index=True, ondelete="SET NULL")


class Meeting(EvidenceColumns, table=True):
    """An event; times as `"14:30"`, `online` as in the published shape."""

    __tablename__ = "meeting"
    __table_args__ = (UniqueConstraint("document_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", ondelete="CASCADE")
    position: int
    date: dt.date | None = Field(default=None, index=True)
    end_date: dt.date | None = None
    start: str | None = Field(default=None, max_length=8)
    end: str | None = Field(default=None, max_length=8)
    title: str | None = None
    venue: str | None = None
    online: Json = Field(default=None, nullable=True, sa_type=JsonValue)
    agenda: Json = Field(default_factory=list, sa_type=JsonValue)


class Deadline(EvidenceColumns, table=True):
    """What one letter says must be done; the register of duties joins those that several letters tell."""

    __tablename__ = "deadline"
    __table_args__ = (UniqueConstraint("document_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", ondelete="CASCADE")
    position: int
    due: dt.date | None = Field(default=None, index=True)
    item: str | None = None
    responsible: str | None = None
    action: str | None = None
    text: str | None = None
    rule: Json = Field(default=None, nullable=True, sa_type=JsonValue)
    respond_via: str | None = None
    attachments: Json = Field(default_factory=list, sa_type=JsonValue)
    restated: bool = False
    depends_on: str | None = None


class Contact(EvidenceColumns, table=True):
    """A telephone (digits only), fax, e-mail, LINE or web address."""

    __tablename__ = "contact"
    __table_args__ = (UniqueConstraint("document_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", ondelete="CASCADE")
    position: int
    kind: str = Field(max_length=16)
    value: str = Field(index=True)
    ext: str | None = None
    person: str | None = None


class Receipt(EvidenceColumns, table=True):
    """One receiving stamp on the paper (ลงรับ)."""

    __tablename__ = "receipt"
    __table_args__ = (UniqueConstraint("document_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", ondelete="CASCADE")
    position: int
    office: str | None = None
    number: str | None = None
    date: dt.date | None = None
    time: str | None = Field(default=None, max_length=8)


class Flag(EvidenceColumns, table=True):
    """Something that does not agree with the rest, and what was done about it."""

    __tablename__ = "flag"
    __table_args__ = (UniqueConstraint("document_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", ondelete="CASCADE")
    position: int
    field: str
    code: str = Field(index=True)
    written: str | None = None
    resolved: str | None = None
    why: str = ""
    evidence: Json = Field(default_factory=list, sa_type=JsonValue)
