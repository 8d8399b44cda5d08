"""Reading jobs: one a file, claimed by workers."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import Field

from models.columns import Json, JsonValue, Row, UtcDateTime, utc_now

__all__ = ["Job", "JobState"]


class JobState(StrEnum):
    """`waiting` for a worker or for `next_try`; `claimed` by one; ended as `done` or `failed`."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    DONE = "done"
    FAILED = "failed"


class Job(Row, table=True):
    """The reading of one file.

    `attempts` counts readings that ended in an error, `crashes` claims whose worker never came back.
    `claim` rises with every claim: a worker may finish only while it still holds the last one.
    `stage`, `page_done` and `page_total` tell a person how far it is. `error` is
    `{"code", "th", "en", "page"}`.
    """

    __tablename__ = "job"
    __table_args__ = (
        Index("ix_job_state_next_try", "state", "next_try"),
        Index("ix_job_state_heartbeat", "state", "heartbeat"),
    )

    id: int | None = Field(default=None, primary_key=True)
    source_file_id: int = Field(foreign_key="source_file.id", unique=True, ondelete="CASCADE")
    state: str = Field(default=JobState.WAITING, max_length=16)
    stage: str | None = Field(default=None, max_length=16)
    attempts: int = 0
    crashes: int = 0
    claim: int = 0
    claimed_by: str | None = Field(default=None, max_length=80)
    heartbeat: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)
    next_try: dt.datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    page_done: int = 0
    page_total: int | None = None
    error: Json = Field(default=None, nullable=True, sa_type=JsonValue)
    created_at: dt.datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    ended_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)
