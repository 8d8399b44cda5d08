"""Originals, each time that they came in, and what was read on their pages."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field

from models.columns import Json, JsonValue, Row, UtcDateTime, utc_now

__all__ = ["Arrival", "ArrivalState", "Page", "SourceFile", "Via"]


class Via(StrEnum):
    """The way a file came in."""

    INBOX = "inbox"
    UPLOAD = "upload"
    CLI = "cli"


class ArrivalState(StrEnum):
    """How far a coming-in is.

    `received`: the bytes are safe, the file still lies where it was dropped. `done`, `failed`: read or
    given up, and the inbox file moved to that folder. `gone`: somebody took or overwrote the inbox file
    before it could be moved (the archive holds the bytes).
    """

    RECEIVED = "received"
    DONE = "done"
    FAILED = "failed"
    GONE = "gone"


class SourceFile(Row, table=True):
    """One original: the bytes, once, in the archive under their SHA-256.

    `media_type`, `pages` and `text_origin` are null until it has been read. `public_id` is the head
    of the hash in base 32: the same wherever the same bytes are filed.
    """

    __tablename__ = "source_file"

    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(unique=True, max_length=20)
    sha256: str = Field(unique=True, max_length=64)
    name: str
    size: int = Field(sa_type=BigInteger)
    media_type: str | None = None
    pages: int | None = None
    text_origin: str | None = None
    warnings: Json = Field(default=None, nullable=True, sa_type=JsonValue)
    stored_at: dt.datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    read_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)


class Arrival(Row, table=True):
    """One coming-in of a file: its receiving number (เลขรับ) runs through each calendar year.

    `year` is the Buddhist-era year in Bangkok. `size`, `mtime_ns` and `inode` tell this inbox file from
    a later one at the same `path`; `destination` is where it goes, written down before the move so that
    a killed move can be told from one that never began. `error` is what is wrong with this
    coming-in itself, such as its name; what is wrong with the bytes stands in the file's job.
    """

    __tablename__ = "arrival"
    __table_args__ = (UniqueConstraint("year", "receiving_number"),)

    id: int | None = Field(default=None, primary_key=True)
    source_file_id: int = Field(foreign_key="source_file.id", index=True, ondelete="CASCADE")
    arrived_at: dt.datetime = Field(default_factory=utc_now, index=True, sa_type=UtcDateTime)
    year: int
    receiving_number: int
    via: str = Field(default=Via.INBOX, max_length=16)
    name: str
    who: str | None = None
    state: str = Field(default=ArrivalState.RECEIVED, index=True, max_length=16)
    path: str | None = None
    size: int | None = Field(default=None, sa_type=BigInteger)
    mtime_ns: int | None = Field(default=None, sa_type=BigInteger)
    inode: str | None = None
    destination: str | None = None
    error: Json = Field(default=None, nullable=True, sa_type=JsonValue)
    settled_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)


class Page(Row, table=True):
    """What was read on one page. `number` from 1, `width` and `height` in points.

    `turned` says by how many degrees clockwise the page of the file was turned to stand upright; size and
    boxes are those of the upright page.
    `lines` holds `{"text", "bbox", "confidence", "role", ...}` in reading order, so that a citation's
    line n is `lines[n - 1]`.
    """

    __tablename__ = "page"
    __table_args__ = (UniqueConstraint("source_file_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    source_file_id: int = Field(foreign_key="source_file.id", ondelete="CASCADE")
    number: int
    origin: str = Field(max_length=16)
    width: float | None = None
    height: float | None = None
    turned: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    text: str = ""
    lines: Json = Field(default_factory=list, sa_type=JsonValue)
