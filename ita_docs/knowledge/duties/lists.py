"""Duties by filter: first the bare rows, then those that are shown in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session

from ita_docs.knowledge.citations import Citations
from ita_docs.knowledge.duties.proposals import all_proposed, proposed
from ita_docs.knowledge.duties.told import as_published, histories, sources_of
from ita_docs.knowledge.duties.wanted import DutyFilter, conditions, of_year
from ita_docs.knowledge.parties import kinds_bound_with
from ita_docs.knowledge.tables import duties

__all__ = ["BareDuty", "DutyFilter", "bare_duties", "count_duties", "find_duties", "in_full"]


@dataclass(frozen=True, slots=True)
class BareDuty:
    """A row of the register with the rows of its tellings, not yet cited."""

    row: Any
    sources: list[Any]
    proposal: bool = False


def find_duties(session: Session, wanted: DutyFilter) -> list[dict[str, Any]]:
    """The duties in the published shape: dated ones by day, then recurring, relative and undated ones."""
    return in_full(session, bare_duties(session, wanted))


def bare_duties(session: Session, wanted: DutyFilter) -> list[BareDuty]:
    """The duties that meet the filter, in their order; cheap, for what is counted and not shown."""
    rows = _rows(session, wanted)
    told = sources_of(session, [row.id for row in rows])
    kinds = kinds_bound_with(wanted.party) if wanted.party else ()
    proposals = proposed(session, (source for row in rows for source in told[row.id]))
    return [
        BareDuty(row, _own_first(told[row.id], kinds, wanted.province), all_proposed(told[row.id], proposals))
        for row in rows
        if told[row.id]
    ]


def _rows(session: Session, wanted: DutyFilter) -> list[Any]:
    """Dated duties by day, then those without a day.

    Asked for apart, and so are those of letters of the year and those without a year: each is read off an
    index in its order, up to the limit, where one query would sort all that fit.
    """
    d = duties.c
    fitting = conditions(wanted)
    found: list[Any] = []
    for branch in of_year(wanted.fiscal_year):
        dated = select(duties).where(*fitting, *branch, d.due.is_not(None)).order_by(d.due, d.id)
        found += session.execute(dated.limit(wanted.limit)).all()
    found.sort(key=lambda row: (row.due, row.id))
    left = wanted.limit - len(found)
    if left > 0 and wanted.since is None and wanted.until is None:
        branch = of_year(wanted.fiscal_year)[0]
        undated = select(duties).where(*fitting, *branch, d.due.is_(None)).order_by(d.id)
        found += session.execute(undated.limit(left)).all()
    return found[: wanted.limit]


def count_duties(session: Session, wanted: DutyFilter) -> int:
    """How many duties meet the filter, counted up to its limit."""
    found = 0
    for branch in of_year(wanted.fiscal_year):
        query = select(duties.c.id).where(*conditions(wanted), *branch).limit(wanted.limit - found)
        found += int(session.execute(select(func.count()).select_from(query.subquery())).scalar_one())
    return found


def in_full(session: Session, bare: Sequence[BareDuty]) -> list[dict[str, Any]]:
    """Duties with their history and with a citation of every place that tells them."""
    history = histories(session, [duty.row.id for duty in bare])
    citations = Citations(session)
    citations.prepare(source for duty in bare for source in duty.sources)
    return [_published(duty, history[duty.row.id], citations) for duty in bare]


def _published(duty: BareDuty, history: list[dict[str, Any]], citations: Citations) -> dict[str, Any]:
    return as_published(duty.row, duty.sources, history, citations, proposal=duty.proposal)


def _own_first(sources: list[Any], kinds: tuple[str, ...], province: str | None) -> list[Any]:
    """The telling that binds the kind of body asked for, or of the province, comes first: its words count."""

    def foreign(source: Any) -> tuple[bool, bool]:
        return bool(kinds) and source.party not in kinds, bool(
            province
        ) and source.issuer_province != province

    return sorted(sources, key=foreign)
