"""Search: from what a person types to letters with passages, facets and another spelling to try."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select
from sqlmodel import Session

from ita_docs.knowledge.citations import Citations
from ita_docs.knowledge.search.filters import Filters, filter_clauses, lift_clauses
from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.knowledge.search.passages import Needle, best_lines, marks, needles_of
from ita_docs.knowledge.search.query import QueryText, parse_query, relaxed_query, strict_query
from ita_docs.knowledge.search.routes import lift_of, number_routes, routed_letters, without_numbers
from ita_docs.knowledge.search.schema import FACETS
from ita_docs.knowledge.search.spelling import another_spelling
from ita_docs.knowledge.tables import documents, pages

if TYPE_CHECKING:
    import tantivy

__all__ = ["Found", "Hits", "find_letters", "results_of", "search"]

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

FEW = 3
"""With fewer hits than this another spelling is looked for."""

ROUTED_SCORE = 1000.0


@dataclass(frozen=True, slots=True)
class Hits:
    """Ids with scores, best first.

    `relaxed` where no letter holds the whole query, `tolerant` where letters with one misread character do.
    """

    count: int
    letters: list[tuple[int, float]]
    relaxed: bool = False
    facets: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    tolerant: bool = False


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
    if hits.count and _ASKS.search(text):
        return None
    if hits.count >= FEW and not (hits.relaxed or hits.tolerant):
        return None
    return another_spelling(session, index, text)


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
    searcher = index.searcher()
    if routed and not query.words:
        letters = [(letter, ROUTED_SCORE) for letter in routed]
        return Hits(len(letters), letters[offset : offset + limit])
    hits = _ranked(searcher, index.schema, query, text, filters, limit + offset, facets, tolerant)
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
    relaxed = relaxed_query(schema, query)
    if len(query.words) < QUESTION_WORDS or not _ASKS.search(text):
        hits = _collect(searcher, _with(must, lift, strict_query(schema, query), relaxed), limit, facets)
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


def results_of(session: Session, letters: Sequence[tuple[int, float]], text: str) -> list[dict[str, Any]]:
    """Letters with their scores as results, in this order, each with its best passages for the query."""
    return _results(session, letters, needles_of(parse_query(text)))


def _results(
    session: Session, letters: Sequence[tuple[int, float]], needles: Sequence[Needle]
) -> list[dict[str, Any]]:
    ids = [letter for letter, _ in letters]
    d = documents.c
    rows = session.execute(select(documents).where(or_(d.id.in_(ids), d.parent_id.in_(ids)))).all()
    by_id = {row.id: row for row in rows}
    citations = Citations(session)
    results = []
    for letter, score in letters:
        if letter not in by_id:
            continue
        row = by_id[letter]
        members = [other for other in rows if other.id == letter or other.parent_id == letter]
        results.append(
            {
                "letter": row.public_id,
                "number": row.number,
                "date": row.date.isoformat() if row.date else None,
                "subject": row.subject or row.title,
                "issuer": row.issuer_name,
                "kind": row.kind,
                "score": round(score, 3),
                "passages": _passages(session, citations, row, members, needles),
            }
        )
    return results


def _passages(
    session: Session, citations: Citations, letter: Any, members: Sequence[Any], needles: Sequence[Needle]
) -> list[dict[str, Any]]:
    numbers = {
        number: row.id for row in reversed(members) for number in range(row.first_page, row.last_page + 1)
    }
    query = select(pages.c.number, pages.c.text).where(
        pages.c.source_file_id == letter.source_file_id, pages.c.number.in_(sorted(numbers))
    )
    texts = [(number, text) for number, text in session.execute(query)]
    found = []
    for page, line in best_lines(texts, needles, 2):
        lines = citations.lines(letter.source_file_id, page)
        if line <= len(lines):
            spans = marks(lines[line - 1]["text"], needles)
            found.append(citations.of_line(numbers[page], page, line, spans).to_json())
    return found
