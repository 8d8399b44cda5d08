"""Lists a page at a time: `{count, next, previous, results}`, with links that keep the filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query, Request
from pydantic import BaseModel, Field

__all__ = ["MAX_PAGE", "MAX_PAGE_SIZE", "Paged", "Paging", "PagingDep"]

MAX_PAGE_SIZE = 100
MAX_PAGE = 100_000
Item = TypeVar("Item")


class Paged(BaseModel, Generic[Item]):
    """One page of a list."""

    count: int = Field(description="How many there are in all")
    next: str | None = Field(description="Address of the next page")
    previous: str | None = Field(description="Address of the page before")
    results: list[Item]


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of a list is asked for: `number` counts from 1."""

    request: Request
    number: int
    size: int

    @property
    def offset(self) -> int:
        """How many rows come before this page."""
        return (self.number - 1) * self.size

    def page(self, count: int, results: Sequence[Item]) -> Paged[Item]:
        """This page's rows with the links to its neighbours."""
        following = self.number + 1 if self.offset + self.size < count else None
        before = self.number - 1 if self.number > 1 else None
        return Paged(
            count=count, next=self.link(following), previous=self.link(before), results=list(results)
        )

    def link(self, number: int | None) -> str | None:
        """The address of another page of the same list."""
        return str(self.request.url.include_query_params(page=number)) if number else None


def _paging(
    request: Request,
    page: Annotated[int, Query(ge=1, le=MAX_PAGE)] = 1,
    page_size: Annotated[int, Query(ge=1, le=MAX_PAGE_SIZE)] = 25,
) -> Paging:
    return Paging(request, page, page_size)


PagingDep = Annotated[Paging, Depends(_paging)]
