"""The place on paper that says so."""

from __future__ import annotations

from pydantic import BaseModel, Field

__all__ = ["CitationPublic"]


class CitationPublic(BaseModel):
    """Letter, file, page and line (from 1), the words, and their box as fractions of the page."""

    letter: str
    number: str | None
    file: str
    page: int | None
    line: int | None
    text: str
    bbox: list[float] | None
    highlights: list[tuple[int, int]] = Field(
        default_factory=list, description="Ranges of characters of `text` that answer the query"
    )
