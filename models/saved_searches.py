"""Searches that the office keeps under a name."""

from __future__ import annotations

import datetime as dt

from sqlmodel import Field

from models.columns import Row, UtcDateTime, utc_now

__all__ = ["SavedSearch"]


class SavedSearch(Row, table=True):
    """One search under a name. `query` is the query part of its address (`q=ITA&fiscal_year=2568`)."""

    __tablename__ = "saved_search"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True, max_length=120)
    query: str
    who: str | None = None
    at: dt.datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
