"""Full-text search with filters and facets, as the API and the desk ask for it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlmodel import Session

from api.schemas.search import SearchQuery
from ita_docs.knowledge.search.filters import Filters
from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.knowledge.search.search import Found, find_letters, search

__all__ = ["filters_of", "search_letters"]

YES_NO = ("has_deadline", "needs_review")


def filters_of(query: SearchQuery) -> Filters:
    """The filters that a query sets."""
    names = set(Filters.__dataclass_fields__) & set(type(query).model_fields)
    return Filters(**{name: getattr(query, name) for name in names})


def search_letters(session: Session, index: SearchIndex, query: SearchQuery) -> Found:
    """One page of hits with passages and counts of every facet."""
    filters = filters_of(query)
    found = search(session, index, query.q, filters, limit=query.page_size, offset=query.offset, facets=True)
    for name in YES_NO:
        found.facets[name] = _yes(session, index, query.q, filters, name)
    return found


def _yes(
    session: Session, index: SearchIndex, text: str, filters: Filters, name: str
) -> list[dict[str, Any]]:
    """How many of the hits are so."""
    if getattr(filters, name) is False:
        return []
    narrowed = replace(filters, **{name: True})  # type: ignore[arg-type]
    count = find_letters(session, index, text, narrowed, limit=1).count
    return [{"value": True, "count": count}] if count else []
