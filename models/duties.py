"""The register of duties: who must do what by when, told by which letters, and what became of it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import Field

from models.columns import Json, JsonValue, Row, UtcDateTime, utc_now

__all__ = ["Duty", "DutyChange", "DutySource", "DutyState"]


class DutyState(StrEnum):
    """What became of a duty."""

    OPEN = "open"
    DONE = "done"
    MOVED = "moved"
    CANCELLED = "cancelled"
    NOT_APPLICABLE = "not_applicable"


class Duty(Row, table=True):
    """One duty, however many letters tell it.

    `key` is what makes two tellings one duty; `uid` and `sequence` are its calendar identity (a change
    raises `sequence`). `due` is null for undated ones; `rule` as in the published shape. `moved_to_id` is
    the duty that stands in its place.
    """

    __tablename__ = "duty"
    __table_args__ = (
        Index("ix_duty_fiscal_year_due", "fiscal_year", "due"),
        Index("ix_duty_state_due", "state", "due"),
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True, max_length=80)
    key: str = Field(unique=True)
    sequence: int = 0
    fiscal_year: int | None = None
    topic: str | None = Field(default=None, index=True)
    responsible: str | None = Field(default=None, index=True)
    responsible_kind: str | None = Field(default=None, index=True, max_length=32)
    issuer_id: int | None = Field(default=None, foreign_key="agency.id", index=True)
    item: str | None = None
    action: str | None = None
    due: dt.date | None = Field(default=None, index=True)
    rule: Json = Field(default=None, nullable=True, sa_type=JsonValue)
    respond_via: str | None = None
    attachments: Json = Field(default_factory=list, sa_type=JsonValue)
    state: str = Field(default=DutyState.OPEN, max_length=16)
    moved_to_id: int | None = Field(default=None, foreign_key="duty.id", index=True, ondelete="SET NULL")
    note: str | None = None
    settled_by: str | None = None
    settled_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)
    changed_at: dt.datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class DutySource(Row, table=True):
    """One letter's telling of a duty. `responsible` is whom this letter binds, `party` the kind of body."""

    __tablename__ = "duty_source"

    duty_id: int = Field(primary_key=True, foreign_key="duty.id", ondelete="CASCADE")
    deadline_id: int = Field(primary_key=True, foreign_key="deadline.id", index=True, ondelete="CASCADE")
    responsible: str | None = None
    party: str | None = Field(default=None, index=True, max_length=32)


class DutyChange(Row, table=True):
    """One step in a duty's history: moved, cancelled or done, by which letter or person."""

    __tablename__ = "duty_change"

    id: int | None = Field(default=None, primary_key=True)
    duty_id: int = Field(foreign_key="duty.id", index=True, ondelete="CASCADE")
    at: dt.datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    old_state: str | None = Field(default=None, max_length=16)
    new_state: str | None = Field(default=None, max_length=16)
    old_due: dt.date | None = None
    new_due: dt.date | None = None
    by_document_id: int | None = Field(
        default=None, foreign_key="document.id", index=True, ondelete="SET NULL"
    )
    who: str | None = None
    note: str | None = None
