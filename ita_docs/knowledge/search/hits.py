"""Which letters a query means, best first: ids with scores, and counts of their facets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sqlmodel import Session

from ita_docs.knowledge.search.filters import Filters, filter_clauses, lift_clauses
from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.knowledge.search.query import QueryText, parse_query
from ita_docs.knowledge.search.relaxed import relaxed_query, telling_words
from ita_docs.knowledge.search.routes import lift_of, number_routes, routed_letters, without_numbers
from ita_docs.knowledge.search.schema import FACETS
from ita_docs.knowledge.search.strict import strict_query

if TYPE_CHECKING:
    import tantivy

__all__ = ["Hits", "asks", "find_letters"]

QUESTION_WORDS = 6
"""A query of this many words is a question or a description: letters are ranked, none need hold all of it.

Where letters do hold all of it and nothing is asked, it was a passage that somebody looks for.
"""

_ASKS = re.compile(
    r"อะไร|ไหน|ใคร|เมื่อไ|เมื่อใด|อย่างไร|ยังไง|เท่าไ|เท่าใด|กี่|ไหม|มั้ย|หรือยัง|\?"
    r"|\b(?:what|when|where|who|whom|which|how)\b",
    re.IGNORECASE,
)

TOLERANT_BELOW = 50
"""Fewer exact hits than this, and letters with one misread character are looked for too."""

AS_WRITTEN = 40.0
"""Points by which a letter that holds the query as written stands before one with a misread character."""


ROUTED_SCORE = 1000.0


@dataclass(frozen=True, slots=True)
class Hits:
    """Ids with scores, best first.

    `relaxed` where no letter holds the whole query, `tolerant` where letters with one misread character do,
    `named` where the query is a letter's number and nothing else.
    """

    count: int
    letters: list[tuple[int, float]]
    relaxed: bool = False
    facets: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    tolerant: bool = False
    named: bool = False


def asks(text: str) -> bool:
    """Whether a query is a question.

    >>> asks("ประชุมเมื่อไร"), asks("รายงานการประชุม")
    (True, False)
    """
    return _ASKS.search(text) is not None


def find_letters(
    session: Session,
    index: SearchIndex,
    text: str,
    filters: Filters,
    *,
    limit: int,
    offset: int = 0,
    facets: bool = False,
    tolerant: bool | None = None,
) -> Hits:
    """Ids of the letters that a query means, without passages."""
    routes = number_routes(text)
    routed = routed_letters(session, routes, limit + offset) if routes else []
    rest = without_numbers(text, routes) if routed else text
    query = parse_query(rest)
    if routed and not query.words:
        letters = [(letter, ROUTED_SCORE) for letter in routed]
        return Hits(len(letters), letters[offset : offset + limit], named=True)
    hits = _ranked(index.searcher(), index.schema, query, text, filters, limit + offset, facets, tolerant)
    known = set(routed)
    merged = [(letter, ROUTED_SCORE) for letter in routed]
    merged += [(letter, score) for letter, score in hits.letters if letter not in known]
    return replace(hits, count=max(hits.count, len(merged)), letters=merged[offset : offset + limit])


def _ranked(
    searcher: tantivy.Searcher,
    schema: tantivy.Schema,
    query: QueryText,
    text: str,
    filters: Filters,
    limit: int,
    facets: bool,
    tolerant: bool | None,
) -> Hits:
    import tantivy

    must = filter_clauses(schema, filters)
    lift = lift_clauses(schema, lift_of(text))
    if not query:
        everything = tantivy.Query.boolean_query([*must, (tantivy.Occur.Must, tantivy.Query.all_query())])
        return _collect(searcher, everything, limit, facets)
    relaxed = relaxed_query(schema, telling_words(searcher, query))
    if len(query.words) < QUESTION_WORDS or not asks(text):
        if query.is_one_word:
            written = tantivy.Query.boolean_query([*must, (tantivy.Occur.Must, relaxed), *lift])
        else:
            written = _with(must, lift, strict_query(schema, query), relaxed)
        hits = _collect(searcher, written, limit, facets)
        if tolerant or (tolerant is None and hits.count < TOLERANT_BELOW):
            as_written = hits.count
            exact = tantivy.Query.const_score_query(strict_query(schema, query), AS_WRITTEN)
            lift = [*lift, (tantivy.Occur.Should, exact)]
            strict = strict_query(schema, query, tolerant=True)
            hits = _collect(searcher, _with(must, lift, strict, relaxed), limit, facets)
            hits = replace(hits, tolerant=not as_written)
        if hits.count:
            return hits
    ranked = tantivy.Query.boolean_query([*must, (tantivy.Occur.Must, relaxed), *lift])
    hits = _collect(searcher, ranked, limit, facets)
    return replace(hits, relaxed=hits.count > 0)


def _with(
    must: Sequence[Any], lift: Sequence[Any], strict: tantivy.Query, relaxed: tantivy.Query
) -> tantivy.Query:
    import tantivy

    held = (tantivy.Occur.Must, tantivy.Query.const_score_query(strict, 0.0))
    return tantivy.Query.boolean_query([*must, held, (tantivy.Occur.Should, relaxed), *lift])


def _collect(searcher: tantivy.Searcher, query: tantivy.Query, limit: int, facets: bool) -> Hits:
    found = searcher.search(query, limit=max(1, limit), count=True)
    ids = searcher.fast_field_values("id", [address for _, address in found.hits])
    letters = [
        (int(key), float(score)) for (score, _), key in zip(found.hits, ids, strict=True) if key is not None
    ]
    counted = _facets(searcher, query) if facets else {}
    count: int = found.count  # type: ignore[attr-defined]
    return Hits(count, letters, facets=counted)


def _facets(searcher: tantivy.Searcher, query: tantivy.Query) -> dict[str, list[dict[str, Any]]]:
    """Counts of the values of each facet among all hits."""
    wanted = {name: {"terms": {"field": name, "size": 20}} for name in (*FACETS, "fiscal_year")}
    counted = searcher.aggregate(query, wanted)
    return {
        name: [{"value": bucket["key"], "count": bucket["doc_count"]} for bucket in counted[name]["buckets"]]
        for name in wanted
    }
