"""A question, what was understood of it, and the rows that answer."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.citations import CitationPublic

__all__ = ["AnswerRow", "AskPublic", "AskQuery", "UnderstoodPublic"]

QuestionKind = Literal[
    "duties",
    "meetings",
    "signatory",
    "senders",
    "recipients",
    "contacts",
    "attachments",
    "dates",
    "subject",
    "cites",
    "cited_by",
    "family",
    "missing",
    "letters",
    "search",
]


class UnderstoodPublic(BaseModel):
    """The structured query behind an answer: shown so that a person can put it right and ask again."""

    kind: QuestionKind
    topics: list[str] = Field(default_factory=list)
    fiscal_year: int | None = Field(None, description="Budget year, Buddhist era")
    year: int | None = Field(None, description="Calendar year, Buddhist era")
    since: dt.date | None = None
    until: dt.date | None = None
    party: str | None = Field(None, description="Kind of body that is bound: district, local_office ...")
    agency: str | None = None
    province: str | None = None
    number: str | None = None
    words: list[str] = Field(default_factory=list)
    state: str | None = None
    order: Literal["next", "first", "latest", "final"] | None = None
    urgency: str | None = None
    document_kind: str | None = None
    circular: bool | None = None
    mine: bool = False
    online: bool | None = None
    bound: str | None = Field(None, description="The body that must act")
    person: str | None = Field(None, description="Who signed, or is to be called")
    about: str | None = Field(None, description="Words of the letter's subject")
    link: str | None = Field(None, description="Kind of citation: cancels, changes, replies, reminds ...")
    addressed: str | None = Field(None, description="To whom the letters were sent")
    hints: list[str] = Field(
        default_factory=list, description="Words that narrow the answer where a row holds them"
    )
    corrected: dict[str, str] = Field(
        default_factory=dict, description="Words taken for others: a slip, mended"
    )


class AskQuery(BaseModel):
    """A question as people ask it. The other parameters take the place of what was understood."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(min_length=1, max_length=400)
    kind: QuestionKind | None = None
    topics: list[str] | None = None
    fiscal_year: int | None = None
    party: str | None = None
    agency: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    year: int | None = None
    province: str | None = None
    number: str | None = None
    bound: str | None = None
    person: str | None = None
    about: str | None = None
    link: str | None = None
    state: Literal["overdue", "moved", "cancelled", "proposed"] | None = None
    order: Literal["next", "first", "latest", "final"] | None = None
    words: list[str] | None = None
    hints: list[str] | None = None
    addressed: str | None = None


class AnswerRow(BaseModel):
    """One row of an answer; its other keys are those of the kind of question."""

    model_config = ConfigDict(extra="allow")

    letter: str | None = None
    number: str | None = None
    citations: list[CitationPublic]


class AskPublic(BaseModel):
    """The rows that answer; `fallback` tells that the words were searched instead.

    `unused` are words of the question that no row holds.
    """

    question: str
    understood: UnderstoodPublic
    answers: list[AnswerRow]
    total: int = Field(0, description="How many rows answer; more than are shown where they are many")
    fallback: Literal["search"] | None
    unused: list[str] = Field(default_factory=list)

    def cells(self) -> list[dict[str, Any]]:
        """The rows as plain values."""
        return [row.model_dump() for row in self.answers]
