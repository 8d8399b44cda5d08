"""Bodies that issue and receive letters."""

from __future__ import annotations

from pydantic import BaseModel, Field

from api.paging import PageQuery

__all__ = ["AgencyFilters", "AgencyPublic"]


class AgencyFilters(PageQuery):
    """What a list of agencies can be narrowed by."""

    name: str | None = Field(None, description="A part of the name")
    kind: str | None = None
    province: str | None = None


class AgencyPublic(BaseModel):
    """One body, with how many letters it has issued."""

    name: str
    kind: str | None
    code: str | None
    province: str | None
    letters: int
