"""What a query names that is better looked up than searched: numbers, years, provinces, programmes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, bindparam, func, select
from sqlmodel import Session

from ita_docs.knowledge.search.filters import Lift
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.tables import documents
from models.columns import newest_first

__all__ = ["NumberRoute", "lift_of", "number_routes", "routed_letters", "without_numbers"]

_YEAR = re.compile(r"(?<!\d)(25\d\d|20\d\d)(?!\d)")
_FISCAL = re.compile(r"ปีงบ|งบประมาณ\s*(?:ปี|พ)|\b(?:fiscal|budget)\s+year|\bfy\b")
A_YEAR, BUDGET_YEAR = 6.0, 12.0
"""Points of letters of the budget year: where any year is named, and where it is named as a budget year."""

_BARE = re.compile(r"^(?:ที่\s*)?(ว\.?\s*)?(\d{1,6})$")
_CIRCULAR = re.compile(r"(?<![ก-๎/])ว\.?\s*(\d{1,6})(?![\d/.])")


@dataclass(frozen=True, slots=True)
class NumberRoute:
    """A letter's number in a query: its whole key, or with `key` None only a serial; where it stands."""

    key: str | None
    serial: str | None
    circular: bool
    start: int
    end: int


def number_routes(text: str) -> list[NumberRoute]:
    """The letter numbers that a query names, in any spelling.

    >>> [route.key for route in number_routes("หนังสือ มท๐๐๑๘.๑/ว๕๕๖๕")]
    ['มท0018.1/ว5565']
    """
    from models.keys import number_key
    from parsers.numbers import find_numbers

    routes = [
        NumberRoute(
            number_key(match.number.canonical),
            match.number.serial,
            match.number.circular,
            match.start,
            match.end,
        )
        for match in find_numbers(text)
    ]
    if not routes:
        folded = fold(text)
        if bare := _BARE.match(folded.strip()):
            return [NumberRoute(None, bare[2], bare[1] is not None, 0, len(text))]
        if mark := _CIRCULAR.search(folded):
            return [NumberRoute(None, mark[1], True, *mark.span())]
    return routes


def without_numbers(text: str, routes: list[NumberRoute]) -> str:
    """The query without its numbers."""
    for route in sorted(routes, key=lambda route: -route.start):
        text = f"{text[: route.start]} {text[route.end :]}"
    return text.strip()


def routed_letters(session: Session, routes: list[NumberRoute], limit: int) -> list[int]:
    """Ids of the letters of these numbers, exact ones first, the newest first."""
    found: dict[int, None] = {}
    for route in routes:
        for query, value in _lookups(route):
            rows = session.connection().execute(query, {"value": value, "most": limit})
            found.update(dict.fromkeys(rows.scalars()))
            if found:
                break
    return list(found)[:limit]


def _lookups(route: NumberRoute) -> Iterator[tuple[Select[Any], str]]:
    d = documents.c
    if route.key:
        yield _newest_with(d.number_key), route.key
    if route.serial:
        yield _newest_with(d.serial, route.circular), route.serial


@cache
def _newest_with(column: ColumnElement[Any], circular: bool = False) -> Select[Any]:
    d = documents.c
    query = select(func.coalesce(d.parent_id, d.id)).where(column == bindparam("value"))
    if circular:
        query = query.where(d.circular)
    return query.order_by(newest_first(d.date), d.id).limit(bindparam("most", type_=Integer))


def lift_of(text: str) -> Lift:
    """Years, provinces and programmes that a query names. A year lifts and never filters."""
    folded = fold(text)
    years = {int(year) for year in _YEAR.findall(folded)}
    squeezed = folded.replace(" ", "")
    plainly = _FISCAL.search(folded) is not None
    return Lift(
        year_points=BUDGET_YEAR if plainly else A_YEAR,
        fiscal_years=tuple(sorted(year if year >= 2400 else year + 543 for year in years)),
        provinces=tuple(name for key, name in _provinces() if key in squeezed),
        topics=tuple(sorted({topic for key, topic in _programmes() if _names(folded, squeezed, key)})),
    )


def _names(folded: str, squeezed: str, key: str) -> bool:
    if key.isascii() and " " not in key:
        return re.search(rf"(?<![a-z]){re.escape(key)}(?![a-z])", folded) is not None
    return key.replace(" ", "") in squeezed


@lru_cache(maxsize=1)
def _provinces() -> tuple[tuple[str, str], ...]:
    """Folded names of provinces as queries write them; the short ones only behind จังหวัด."""
    from parsers.knowledge import provinces

    found = []
    for province in provinces():
        name = fold(province.name_th)
        found.append((f"จังหวัด{name}" if len(name) < 6 else name, province.name_th))
        found.append((f"จ{name}", province.name_th))
        found.append((fold(province.name_en), province.name_th))
    return tuple(found)


@lru_cache(maxsize=1)
def _programmes() -> tuple[tuple[str, str], ...]:
    from parsers.knowledge.tables import load_table

    rows: tuple[dict[str, str], ...] = load_table("programmes.csv", dict)
    pairs = {(fold(row[name]), row["topic"]) for row in rows for name in ("code", "name") if row[name]}
    return tuple(sorted(pairs))
