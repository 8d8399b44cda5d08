"""Which duties are wanted: a filter, and its conditions on the register and on the letters that tell it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, or_, select

from ita_docs.knowledge.body_names import names_of_body
from ita_docs.knowledge.parties import kinds_bound_with
from ita_docs.knowledge.tables import agencies, deadlines, documents, duties, duty_sources
from models.duties import DutyState

__all__ = ["DutyFilter", "conditions", "of_year"]


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


def of_year(fiscal_year: int | None) -> list[list[ColumnElement[bool]]]:
    """Duties of letters of a budget year; those of letters without one, whose day falls into it."""
    if fiscal_year is None:
        return [[]]
    first, last = dt.date(fiscal_year - 544, 10, 1), dt.date(fiscal_year - 543, 9, 30)
    d = duties.c
    return [[d.fiscal_year == fiscal_year], [d.fiscal_year.is_(None), d.due.between(first, last)]]


def conditions(wanted: DutyFilter) -> list[ColumnElement[bool]]:
    """Conditions of all but the budget year, which parts the register in two."""
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
