"""Duties by filter: first the bare rows, then those that are shown in full."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlmodel import Session

from ita_docs.knowledge.body_names import names_of_body
from ita_docs.knowledge.citations import Citations
from ita_docs.knowledge.duties.proposals import all_proposed, proposed
from ita_docs.knowledge.duties.told import as_published, histories, sources_of
from ita_docs.knowledge.parties import kinds_bound_with
from ita_docs.knowledge.tables import agencies, deadlines, documents, duties, duty_sources
from models.duties import DutyState

__all__ = ["BareDuty", "DutyFilter", "bare_duties", "count_duties", "find_duties", "in_full"]


@dataclass(frozen=True, slots=True)
class DutyFilter:
    """Only duties that meet all that is set.

    `fiscal_year` takes duties of letters of that budget year, and those without a year whose day falls into
    it. `party` is a kind of body; duties of the wider kind bind it too. `name` is looked for in who is bound
    and in who issued. `told_by` is any condition on a letter that tells the duty. `moved` takes only those
    that were put on their day by a later letter; then `letters` may be those that had set
    the day before. `states` None means all.
    """

    topics: tuple[str, ...] = ()
    fiscal_year: int | None = None
    party: str | None = None
    name: str | None = None
    agency: str | None = None
    province: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    letters: tuple[int, ...] | None = None
    told_by: ColumnElement[bool] | None = None
    moved: bool = False
    states: tuple[str, ...] | None = (DutyState.OPEN, DutyState.DONE)
    limit: int = 2000


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
    conditions = _conditions(wanted)
    found: list[Any] = []
    for branch in _of_year(wanted.fiscal_year):
        dated = select(duties).where(*conditions, *branch, d.due.is_not(None)).order_by(d.due, d.id)
        found += session.execute(dated.limit(wanted.limit)).all()
    found.sort(key=lambda row: (row.due, row.id))
    left = wanted.limit - len(found)
    if left > 0 and wanted.since is None and wanted.until is None:
        branch = _of_year(wanted.fiscal_year)[0]
        undated = select(duties).where(*conditions, *branch, d.due.is_(None)).order_by(d.id)
        found += session.execute(undated.limit(left)).all()
    return found[: wanted.limit]


def _of_year(fiscal_year: int | None) -> list[list[ColumnElement[bool]]]:
    """Duties of letters of a budget year; those of letters without one, whose day falls into it."""
    if fiscal_year is None:
        return [[]]
    first, last = dt.date(fiscal_year - 544, 10, 1), dt.date(fiscal_year - 543, 9, 30)
    d = duties.c
    return [[d.fiscal_year == fiscal_year], [d.fiscal_year.is_(None), d.due.between(first, last)]]


def count_duties(session: Session, wanted: DutyFilter) -> int:
    """How many duties meet the filter, counted up to its limit."""
    found = 0
    for branch in _of_year(wanted.fiscal_year):
        query = select(duties.c.id).where(*_conditions(wanted), *branch).limit(wanted.limit - found)
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


def _conditions(wanted: DutyFilter) -> list[ColumnElement[bool]]:
    d = duties.c
    found: list[ColumnElement[bool]] = []
    if wanted.states is not None:
        found.append(d.state.in_([str(state) for state in wanted.states]))
    if wanted.topics:
        found.append(d.topic.in_(wanted.topics))
    if wanted.since is not None:
        found.append(d.due >= wanted.since)
    if wanted.until is not None:
        found.append(d.due <= wanted.until)
    found += _source_conditions(wanted)
    return found


def _source_conditions(wanted: DutyFilter) -> list[ColumnElement[bool]]:
    """Conditions on the letters that tell a duty."""
    found: list[ColumnElement[bool]] = []
    o, told = documents.c, duty_sources.c
    if wanted.party is not None:
        found.append(_told_by(told.party.in_(kinds_bound_with(wanted.party))))
    if wanted.name:
        found.append(_told_by(told.responsible.icontains(wanted.name, autoescape=True)))
    if wanted.agency:
        found.append(_told_in_letters(o.issuer_id.in_(_bodies(wanted.agency))))
    if wanted.province:
        named = duties.c.responsible.icontains(wanted.province, autoescape=True)
        found.append(or_(_told_in_letters(o.issuer_province == wanted.province), named))
    if wanted.told_by is not None:
        found.append(_told_by(wanted.told_by))
    if wanted.letters is not None:
        told_in = or_(o.id.in_(wanted.letters), o.parent_id.in_(wanted.letters))
        own = _told_in_letters(told_in)
        found.append(or_(own, _was_told_by(told_in)) if wanted.moved else own)
    if wanted.moved:
        found.append(duties.c.id.in_(select(_OLD.c.moved_to_id).where(_OLD.c.moved_to_id.is_not(None))))
    return found


_OLD = duties.alias()


def _was_told_by(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a letter set the day that a duty was moved from."""
    return duties.c.id.in_(
        select(_OLD.c.moved_to_id)
        .select_from(duty_sources.join(deadlines).join(documents, documents.c.id == deadlines.c.document_id))
        .join(_OLD, _OLD.c.id == duty_sources.c.duty_id)
        .where(_OLD.c.moved_to_id.is_not(None), condition)
    )


def _bodies(name: str) -> Select[Any]:
    """Ids of the bodies that go by this name or hold it in theirs."""
    called = (agencies.c.name.icontains(one, autoescape=True) for one in names_of_body(name))
    return select(agencies.c.id).where(or_(*called))


def _told_in_letters(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """As `_told_by`, looked up from the letters on and not from each duty."""
    told = duty_sources.join(deadlines).join(documents, documents.c.id == deadlines.c.document_id)
    return duties.c.id.in_(select(duty_sources.c.duty_id).select_from(told).where(condition))


def _told_by(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(
        select(duty_sources.c.duty_id)
        .select_from(duty_sources.join(deadlines).join(documents, documents.c.id == deadlines.c.document_id))
        .where(duty_sources.c.duty_id == duties.c.id, condition)
    )
