"""Letters as lists and as wholes."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.paging import PageQuery
from api.schemas.words import Kind, Urgency

__all__ = [
    "ArrivalPublic",
    "CorrectionPublic",
    "DocumentPublic",
    "LetterDetail",
    "LetterFilters",
    "LetterRow",
    "ReferencePublic",
    "SourcePublic",
]

Ordering = Literal["-date", "date", "-stored", "stored", "number", "doubts", "-doubts"]


class LetterFilters(PageQuery):
    """What a list of letters can be narrowed by. All given filters must hold."""

    agency: str | None = Field(None, description="Issuer's name or a part of it, or its letter code (`มท`)")
    number: str | None = Field(None, description="In any spelling: `มท๐๐๑๘.๑/ว๕๕๖๕`, `ว 5565`")
    date_from: dt.date | None = Field(None, description="First letter day, ISO")
    date_to: dt.date | None = Field(None, description="Last letter day, ISO")
    fiscal_year: int | None = Field(None, description="Buddhist-era budget year that it names: 2568")
    topic: str | None = Field(None, description="Programme that it names: `ITA`")
    kind: Kind | None = None
    urgency: Urgency | None = None
    has_deadline: bool | None = None
    needs_review: bool | None = None
    ordering: Ordering = "-date"


class LetterRow(BaseModel):
    """A letter in a list: no page text."""

    model_config = ConfigDict(from_attributes=True)

    id: str = Field(examples=["7m2kq0c4t9xd-1"])
    file: str = Field(description="Id of the file that it stands in")
    kind: Kind
    number: str | None
    date: dt.date | None
    subject: str | None
    issuer: str | None
    urgency: Urgency | None
    secrecy: str | None
    first_page: int
    last_page: int
    fiscal_years: list[int]
    topics: list[str]
    has_deadline: bool
    needs_review: bool
    doubts: int
    stored_at: dt.datetime


class SourcePublic(BaseModel):
    """The file that a letter came in."""

    id: str
    name: str
    sha256: str
    media_type: str | None
    pages: int | None
    size: int
    text_origin: str | None
    stored_at: dt.datetime
    read_at: dt.datetime | None


class ArrivalPublic(BaseModel):
    """One coming-in of the file, with the office's running receiving number (เลขรับ)."""

    receiving_number: int
    year: int = Field(description="Buddhist-era year that the number runs in")
    arrived_at: dt.datetime
    via: str
    name: str
    state: str
    error: dict[str, Any] | None = Field(
        None, description="Why this coming-in was refused (`code`, `th`, `en`), whatever the file holds"
    )


class ReferencePublic(BaseModel):
    """A bond between two letters, with what is known of the other one."""

    kind: str = Field(description="follows, forwards, acts_on, replies, reminds, changes, cancels")
    state: Literal["held", "missing", "ambiguous", "unresolved"]
    id: str | None = Field(description="The other letter, where it is held")
    number: str | None
    date: dt.date | None
    subject: str | None
    issuer: str | None
    candidates: list[str] = Field(default_factory=list)
    why: list[str] = Field(default_factory=list)


class CorrectionPublic(BaseModel):
    """A value that a person changed, with what stood there before."""

    id: int
    pointer: str
    old_value: Any
    new_value: Any
    who: str
    at: dt.datetime
    note: str | None
    undone_at: dt.datetime | None
    undone_by: str | None


class DocumentPublic(BaseModel):
    """One document of the file, in the published shape of a parse."""

    id: str
    document: dict[str, Any] = Field(description="As `ita-docs parse` prints it: every key of the contract")


class LetterDetail(LetterRow):
    """A letter with everything known of it: its file's documents, evidence, bonds and history."""

    source: SourcePublic
    documents: list[DocumentPublic]
    arrivals: list[ArrivalPublic]
    cites: list[ReferencePublic]
    cited_by: list[ReferencePublic]
    corrections: list[CorrectionPublic]
