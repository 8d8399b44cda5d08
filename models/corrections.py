"""What people changed, and the diary that tells the search index what to look at again."""

from __future__ import annotations

import datetime as dt

from sqlmodel import Field

from models.columns import Json, JsonValue, Row, UtcDateTime, utc_now

__all__ = ["Change", "Correction"]


class Correction(Row, table=True):
    """One correction of one value: kept for ever, undone by a date, applied again after a re-reading.

    `pointer` is a JSON pointer into the published shape (`/date`, `/deadlines/0/due`); `old_value` is what
    stood there before.
    """

    __tablename__ = "correction"

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", index=True, ondelete="CASCADE")
    pointer: str
    old_value: Json = Field(default=None, nullable=True, sa_type=JsonValue)
    new_value: Json = Field(default=None, nullable=True, sa_type=JsonValue)
    who: str
    at: dt.datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    note: str | None = None
    undone_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)
    undone_by: str | None = None


class Change(Row, table=True):
    """A line of the diary: this document was stored, corrected, re-linked or removed.

    Written in the same transaction as the change. The search index remembers the last line that it has
    taken in and so catches up after any crash. `public_id` stays readable after a removal.
    """

    __tablename__ = "change"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(index=True, max_length=32)
    removed: bool = False
    at: dt.datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
