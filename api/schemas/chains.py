"""Chains: letters and what binds them."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["ChainLetter", "ChainLink", "ChainPublic"]


class ChainLetter(BaseModel):
    """A letter in a chain; one that is not held is known from citations only."""

    id: str
    number: str | None
    date: dt.date | None
    subject: str | None
    state: Literal["held", "missing", "ambiguous"]
    kind: str | None = None
    issuer: str | None = None
    depth: int = Field(0, description="Steps from the root: below nought for what it hangs on")
    copies: list[str] = Field(default_factory=list, description="Other documents that are this letter")


class ChainLink(BaseModel):
    """A bond from the later letter to what it hangs on."""

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)

    from_id: str = Field(alias="from")
    to: str
    kind: str
    evidence: list[Any] = Field(default_factory=list)


class ChainPublic(BaseModel):
    """The letters around a root and the links between them."""

    root: str
    letters: list[ChainLetter]
    links: list[ChainLink]
    earliest: str | None
    latest: str | None
    broken: list[str] = Field(description="Letters of the chain that are not held")
    cut: bool = Field(description="There were more letters than one answer holds")
