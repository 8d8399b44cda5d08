"""The inbox: what came in, and how far each file is."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, Field

from api.paging import PageQuery

__all__ = ["FiledLetter", "InboxFilters", "InboxItem", "InboxState", "Uploaded"]

InboxState = Literal["waiting", "reading", "filed", "needs_review", "failed"]


class InboxFilters(PageQuery):
    """What the list of arrivals can be narrowed by."""

    day: dt.date | None = Field(None, description="Day of arrival in Bangkok, ISO")
    state: InboxState | None = None


class FiledLetter(BaseModel):
    """A letter that came out of a file."""

    id: str
    number: str | None
    date: dt.date | None
    subject: str | None
    needs_review: bool


class InboxItem(BaseModel):
    """One coming-in of one file."""

    id: int
    file: str = Field(description="Id of the file: the same bytes have the same id")
    name: str
    arrived_at: dt.datetime
    receiving_number: int = Field(description="The office's running number of the year (เลขรับ)")
    year: int
    via: str
    state: InboxState
    page_done: int
    page_total: int | None
    earlier: int = Field(description="How often the same bytes had come in before")
    tries: int
    next_try: dt.datetime | None
    reason: str | None = Field(description="Why it failed, for people")
    retry: bool = Field(description="Whether to read it again may help: a refused name stays refused")
    letters: list[FiledLetter]


class Uploaded(BaseModel):
    """A file that is safe in the inbox."""

    name: str = Field(description="The name that it has in the inbox")
    sha256: str
    size: int
    receiving_number: int | None = Field(None, description="Null where the watcher has yet to take it in")
    year: int | None = None
