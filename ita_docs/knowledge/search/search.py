"""Search: from what a person types to letters with passages, facets and another spelling to try."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from ita_docs.knowledge.search.filters import Filters
from ita_docs.knowledge.search.hits import Hits, asks, find_letters
from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.knowledge.search.results import results_of
from ita_docs.knowledge.search.spelling import another_spelling

__all__ = ["Found", "Hits", "find_letters", "results_of", "search"]

FEW = 3
"""With fewer hits than this another spelling is looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gives, in the published shape."""

    count: int
    results: list[dict[str, Any]]
    relaxed: bool
    facets: dict[str, list[dict[str, Any]]]
    did_you_mean: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The published shape."""
        return {
            "count": self.count,
            "results": self.results,
            "relaxed": self.relaxed,
            "did_you_mean": self.did_you_mean,
            "facets": self.facets,
        }


def search(
    session: Session,
    index: SearchIndex,
    text: str,
    filters: Filters | None = None,
    *,
    limit: int = 10,
    offset: int = 0,
    facets: bool = False,
    tolerant: bool | None = None,
) -> Found:
    """Search letters. `limit` letters from `offset` on, each with its best passages."""
    filters = filters or Filters()
    hits = find_letters(
        session, index, text, filters, limit=limit, offset=offset, facets=facets, tolerant=tolerant
    )
    results = results_of(session, hits.letters, text)
    other = _another(session, index, text, hits) if text.strip() and not offset else None
    return Found(hits.count, results, hits.relaxed, hits.facets, other)


def _another(session: Session, index: SearchIndex, text: str, hits: Hits) -> str | None:
    """Another spelling, where few letters or none hold the query as it is written."""
    if hits.named or (hits.count and asks(text)):
        return None
    if hits.count >= FEW and not (hits.relaxed or hits.tolerant):
        return None
    return another_spelling(session, index, text)
