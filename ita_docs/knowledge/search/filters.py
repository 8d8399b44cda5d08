"""What narrows a search, and what only lifts letters in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ita_docs.knowledge.search.schema import day_number

if TYPE_CHECKING:
    import tantivy

__all__ = ["Filters", "Lift", "filter_clauses", "lift_clauses"]


TOGETHER = 10.0
"""Points of a letter that is of all that the query names: more than any word left over gives."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Only letters that meet all that is set. Years are Buddhist-era; days are both included."""

    kind: str | None = None
    agency: str | None = None
    province: str | None = None
    topic: str | None = None
    urgency: str | None = None
    fiscal_year: int | None = None
    year: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    has_deadline: bool | None = None
    needs_review: bool | None = None


@dataclass(frozen=True, slots=True)
class Lift:
    """What the words of a query name beside their text: letters of it come first, the others stay."""

    fiscal_years: tuple[int, ...] = ()
    provinces: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    agencies: tuple[str, ...] = field(default=())
    year_points: float = 6.0


def filter_clauses(schema: tantivy.Schema, filters: Filters) -> list[tuple[Any, Any]]:
    """Must-clauses for the filters."""
    import tantivy

    clauses = []
    for name in ("kind", "agency", "province", "topic", "urgency", "fiscal_year", "year"):
        value = getattr(filters, name)
        if value is not None:
            clauses.append(tantivy.Query.term_query(schema, name, value))
    for name in ("has_deadline", "needs_review"):
        value = getattr(filters, name)
        if value is not None:
            clauses.append(tantivy.Query.term_query(schema, name, value))
    if filters.since or filters.until:
        clauses.append(
            tantivy.Query.range_query(
                schema,
                "day",
                tantivy.FieldType.Unsigned,
                day_number((filters.since or dt.date.min).isoformat()),
                day_number((filters.until or dt.date.max).isoformat()),
            )
        )
    return [(tantivy.Occur.Must, tantivy.Query.const_score_query(clause, 0.0)) for clause in clauses]


def lift_clauses(schema: tantivy.Schema, lift: Lift) -> list[tuple[Any, Any]]:
    """Should-clauses that raise letters of the years, provinces and programmes that the query names."""
    import tantivy

    named: list[tuple[str, Any]] = [("fiscal_year", year) for year in lift.fiscal_years[:1]]
    named += [("province", province) for province in lift.provinces[:1]]
    named += [("topic", topic) for topic in lift.topics[:1]]
    wanted: list[tuple[str, Any, float]] = [
        ("fiscal_year", year, lift.year_points) for year in lift.fiscal_years
    ]
    wanted += [("province", province, 4.0) for province in lift.provinces]
    wanted += [("topic", topic, 3.0) for topic in lift.topics]
    wanted += [("agency", agency, 3.0) for agency in lift.agencies]
    clauses = [
        (
            tantivy.Occur.Should,
            tantivy.Query.const_score_query(tantivy.Query.term_query(schema, name, value), points),
        )
        for name, value, points in wanted
    ]
    return clauses + _all_of(schema, named)


def _all_of(schema: tantivy.Schema, named: list[tuple[str, Any]]) -> list[tuple[Any, Any]]:
    """A letter of all that the query names (programme, year, province) stands before one of a part of it."""
    import tantivy

    if len(named) < 2:
        return []
    terms = [(tantivy.Occur.Must, tantivy.Query.term_query(schema, name, value)) for name, value in named]
    together = tantivy.Query.const_score_query(tantivy.Query.boolean_query(terms), TOGETHER)
    return [(tantivy.Occur.Should, together)]
