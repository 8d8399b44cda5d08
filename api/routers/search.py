"""`/search`: letters by question, words or number."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request

from api.deps import IndexDep, SessionDep
from api.paging import paged
from api.queries.search import search_letters
from api.schemas.search import SearchPage, SearchQuery, SearchResult

__all__ = ["router"]

router = APIRouter(prefix="/search", tags=["search"])


@router.get("", summary="Letters by question, words or number")
def search(
    request: Request, session: SessionDep, index: IndexDep, query: Annotated[SearchQuery, Query()]
) -> SearchPage:
    """Letters, best first, each with the lines that answer; counts of every facet among all hits."""
    found = search_letters(session, index, query)
    results = [SearchResult(**result) for result in found.results]
    page = paged(request, query, found.count, results)
    return SearchPage(
        **dict(page), relaxed=found.relaxed, did_you_mean=found.did_you_mean, facets=found.facets
    )
