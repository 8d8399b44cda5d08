"""Duties: who must do what by when, and which letters say so."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import BaseModel, Field

from api.paging import PageQuery
from api.schemas.citations import CitationPublic

__all__ = ["DeadlineFilters", "DeadlinePublic", "DutyChangePublic"]

State = Literal["open", "done", "moved", "cancelled", "not_applicable"]


class DeadlineFilters(PageQuery):
    """What the register of duties can be narrowed by."""

    programme: str | None = Field(None, description="`ITA`")
    fiscal_year: int | None = Field(None, description="Budget year, Buddhist era")
    agency: str | None = Field(None, description="A part of the name of who is bound")
    agency_kind: str | None = Field(None, description="province, district, local_office ...")
    since: dt.date | None = None
    until: dt.date | None = None
    undated: bool = Field(False, description="Only those without a day")
    settled: bool = Field(False, description="Only those that are no longer open")
    state: State | None = None


class DutyChangePublic(BaseModel):
    """One step in a duty's history."""

    at: dt.datetime
    old_state: str | None
    new_state: str | None
    old_due: dt.date | None
    new_due: dt.date | None
    who: str | None
    note: str | None


class DeadlinePublic(BaseModel):
    """One duty, however many letters tell it."""

    uid: str
    due: dt.date | None
    item: str | None
    responsible: str | None
    action: str | None
    text: str | None
    rule: dict[str, Any] | None
    respond_via: str | None
    attachments: list[int]
    letter: str | None
    number: str | None
    topic: str | None
    fiscal_year: int | None
    state: State
    moved_to: str | None = Field(description="The duty that stands in its place")
    proposal: bool = Field(description="A memo only proposes it: nobody is bound by it yet")
    note: str | None
    settled_by: str | None
    sources: list[CitationPublic]
    history: list[DutyChangePublic]
