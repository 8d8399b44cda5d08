"""Search: what it may be narrowed by, and what it gives."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, Field

from api.paging import Paged, PageQuery
from api.schemas.citations import CitationPublic
from api.schemas.words import Kind, Urgency

__all__ = ["FacetValue", "SearchPage", "SearchQuery", "SearchResult"]


class SearchQuery(PageQuery):
    """A question, words, or a number in any spelling; filters narrow it."""

    q: str = Field("", max_length=400, description="Empty: all letters that pass the filters")
    page_size: int = Field(10, ge=1, le=50)
    page: int = Field(1, ge=1, le=200)
    kind: Kind | None = None
    agency: str | None = None
    province: str | None = None
    topic: str | None = None
    urgency: Urgency | None = None
    fiscal_year: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    has_deadline: bool | None = None
    needs_review: bool | None = None


class SearchResult(BaseModel):
    """One letter with the passages that answer best."""

    letter: str
    number: str | None
    date: dt.date | None
    subject: str | None
    issuer: str | None
    kind: Kind
    score: float
    passages: list[CitationPublic]


class FacetValue(BaseModel):
    """A value of a facet and how many hits have it."""

    value: str | int | bool
    count: int


class SearchPage(Paged[SearchResult]):
    """One page of hits."""

    relaxed: bool = Field(description="No letter holds all of the query: these hold the most of it")
    did_you_mean: str | None
    facets: dict[str, list[FacetValue]]
