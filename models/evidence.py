"""Columns that say where a value stands on paper. Every extracted row has them."""

from __future__ import annotations

from sqlmodel import Field

from models.columns import Json, JsonValue, Row

__all__ = ["EvidenceColumns"]


class EvidenceColumns(Row):
    """Page and line from 1, box as fractions of the page (null in plain text), the words, how sure (0 to 1).

    All null where the parser gave no place for the value.
    """

    page: int | None = None
    line: int | None = None
    bbox: Json = Field(default=None, nullable=True, sa_type=JsonValue)
    evidence_text: str | None = None
    confidence: float | None = None
