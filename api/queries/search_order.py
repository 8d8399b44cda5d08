"""Hits in the order of their letters' days, in place of how well they answer."""

from __future__ import annotations

from typing import Any, Literal

from sqlalchemy import nulls_last, select
from sqlmodel import Session, col

from api.queries.search import filters_of
from api.schemas.search import SearchQuery
from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.knowledge.search.search import find_letters, results_of
from models import Document

__all__ = ["MOST_SORTED", "Order", "ids_in_order", "results_in_order"]

Order = Literal["best", "newest", "oldest"]
MOST_SORTED = 2000
"""Hits that are put in order of days; a query with more of them should be narrowed."""


def ids_in_order(session: Session, index: SearchIndex, query: SearchQuery, order: Order) -> list[int]:
    """The documents' ids of all hits, up to the most that are sorted."""
    hits = find_letters(session, index, query.q, filters_of(query), limit=MOST_SORTED)
    ids = [key for key, _ in hits.letters]
    if order == "best":
        return ids
    day = col(Document.date).desc() if order == "newest" else col(Document.date).asc()
    rows = (
        select(col(Document.id)).where(col(Document.id).in_(ids)).order_by(nulls_last(day), col(Document.id))
    )
    return [key for key in session.execute(rows).scalars() if key is not None]


def results_in_order(
    session: Session, index: SearchIndex, query: SearchQuery, order: Order
) -> list[dict[str, Any]]:
    """One page of hits by day, with their passages."""
    ids = ids_in_order(session, index, query, order)[query.offset : query.offset + query.page_size]
    return results_of(session, [(key, 0.0) for key in ids], query.q)
