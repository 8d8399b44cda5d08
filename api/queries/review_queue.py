"""The queue of letters to review: by urgency, then by how many doubts, then the oldest in the house first."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlmodel import Session, col

from api.paging import PageQuery
from api.queries.letters import letter_rows
from api.schemas.letters import LetterRow
from models import Document

__all__ = ["count_queue", "next_in_queue", "queue_page"]

_RANK = case(
    (col(Document.urgency) == "most_urgent", 0),
    (col(Document.urgency) == "very_urgent", 1),
    (col(Document.urgency) == "urgent", 2),
    else_=3,
)
_ORDER: tuple[ColumnElement[Any] | Any, ...] = (_RANK, col(Document.doubts).desc(), col(Document.id))


def count_queue(session: Session) -> int:
    """How many documents wait for a person."""
    query = select(func.count(col(Document.id))).where(col(Document.needs_review))
    return int(session.execute(query).scalar_one())


def queue_page(session: Session, query: PageQuery) -> list[LetterRow]:
    """One page of the queue."""
    rows = (
        select(Document)
        .where(col(Document.needs_review))
        .order_by(*_ORDER)
        .offset(query.offset)
        .limit(query.page_size)
    )
    return letter_rows(session, session.execute(rows).scalars().all())


def next_in_queue(session: Session, *, skipped: frozenset[str] = frozenset()) -> str | None:
    """The id of the first document that waits and that the reader has not put off."""
    query = select(col(Document.public_id)).where(col(Document.needs_review))
    if skipped:
        query = query.where(col(Document.public_id).not_in(skipped))
    found: str | None = session.execute(query.order_by(*_ORDER).limit(1)).scalar_one_or_none()
    return found
