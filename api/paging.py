"""Lists a page at a time: `{count, next, previous, results}`, with links that keep the filters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field

__all__ = ["MAX_PAGE", "MAX_PAGE_SIZE", "PageQuery", "Paged", "paged"]

MAX_PAGE_SIZE = 100
MAX_PAGE = 100_000
Item = TypeVar("Item")


class PageQuery(BaseModel):
    """Which page of a list is asked for. An unknown filter is an error: it must not silently match all."""

    model_config = ConfigDict(extra="forbid")

    page: int = Field(1, ge=1, le=MAX_PAGE)
    page_size: int = Field(25, ge=1, le=MAX_PAGE_SIZE)

    @property
    def offset(self) -> int:
        """How many rows come before this page."""
        return (self.page - 1) * self.page_size


class Paged(BaseModel, Generic[Item]):
    """One page of a list."""

    count: int = Field(description="How many there are in all")
    next: str | None = Field(description="Address of the next page")
    previous: str | None = Field(description="Address of the page before")
    results: list[Item]


def paged(request: Request, query: PageQuery, count: int, results: Sequence[Item]) -> Paged[Item]:
    """This page's rows with the links to its neighbours."""
    following = query.page + 1 if query.offset + query.page_size < count else None
    before = query.page - 1 if query.page > 1 else None
    return Paged(
        count=count, next=_link(request, following), previous=_link(request, before), results=list(results)
    )


def _link(request: Request, number: int | None) -> str | None:
    return str(request.url.include_query_params(page=number)) if number else None
