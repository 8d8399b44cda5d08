"""Duties of the register, with the letters that tell them and what became of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, nulls_last, or_, select
from sqlmodel import Session, col

from api.queries.duty_lines import DutyLine, with_sources
from api.queries.letters import escape_like
from api.schemas.deadlines import DeadlineFilters
from ita_docs.errors import NotFound
from ita_docs.knowledge.parties import kinds_bound_with
from models import Deadline, Document, Duty, DutySource, DutyState

__all__ = [
    "DayOfDuties",
    "count_duties",
    "duties_by_day",
    "duties_of_letter",
    "duty_by_uid",
    "find_duties",
]


@dataclass(slots=True)
class DayOfDuties:
    """A day of the calendar: how many duties fall on it, and the first few."""

    count: int
    first: list[Duty] = field(default_factory=list)


def count_duties(session: Session, filters: DeadlineFilters) -> int:
    """How many duties pass the filters."""
    query = select(func.count(col(Duty.id))).where(*_conditions(filters))
    return int(session.execute(query).scalar_one())


def find_duties(session: Session, filters: DeadlineFilters, *, newest_first: bool = False) -> list[DutyLine]:
    """One page of duties by day, undated ones last."""
    day = col(Duty.due).desc() if newest_first else col(Duty.due).asc()
    query = select(Duty).where(*_conditions(filters)).order_by(nulls_last(day), col(Duty.id))
    rows = session.execute(query.offset(filters.offset).limit(filters.page_size)).scalars().all()
    return with_sources(session, rows)


def duties_by_day(session: Session, filters: DeadlineFilters, per_day: int) -> dict[dt.date, DayOfDuties]:
    """For each day of the range the first few duties, and how many there are."""
    place = func.row_number().over(partition_by=col(Duty.due), order_by=col(Duty.id))
    count = func.count().over(partition_by=col(Duty.due))
    ranked = (
        select(col(Duty.id).label("id"), place.label("place"), count.label("count"))
        .where(*_conditions(filters))
        .subquery()
    )
    query = (
        select(Duty, ranked.c.count)
        .join(ranked, ranked.c.id == col(Duty.id))
        .where(ranked.c.place <= per_day)
        .order_by(col(Duty.due), col(Duty.id))
    )
    days: dict[dt.date, DayOfDuties] = {}
    for duty, number in session.execute(query):
        if duty.due is not None:
            days.setdefault(duty.due, DayOfDuties(number)).first.append(duty)
    return days


def duty_by_uid(session: Session, uid: str) -> DutyLine:
    """One duty.

    Raises:
        NotFound: no duty goes by that id.
    """
    duty = session.execute(select(Duty).where(col(Duty.uid) == uid)).scalar_one_or_none()
    if duty is None:
        raise NotFound(uid)
    return with_sources(session, [duty])[0]


def duties_of_letter(session: Session, document: Document) -> list[DutyLine]:
    """The duties that a letter tells, in its own order."""
    query: Select[Any] = (
        select(Duty)
        .join(DutySource, col(DutySource.duty_id) == col(Duty.id))
        .join(Deadline, col(Deadline.id) == col(DutySource.deadline_id))
        .where(col(Deadline.document_id) == document.id)
        .order_by(col(Deadline.position))
    )
    return with_sources(session, list({duty.id: duty for duty in session.execute(query).scalars()}.values()))


def _conditions(filters: DeadlineFilters) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filters.programme:
        conditions.append(col(Duty.topic) == filters.programme)
    if filters.state:
        conditions.append(col(Duty.state) == filters.state)
    if filters.settled:
        conditions.append(col(Duty.state) != DutyState.OPEN)
    if filters.agency:
        part = f"%{escape_like(filters.agency)}%"
        conditions.append(col(Duty.responsible).ilike(part, escape="\\"))
    if filters.agency_kind:
        conditions.append(col(Duty.responsible_kind).in_(kinds_bound_with(filters.agency_kind)))
    return conditions + _in_time(filters)


def _in_time(filters: DeadlineFilters) -> list[ColumnElement[bool]]:
    """A duty of no budget year belongs to the one that its day falls into."""
    conditions: list[ColumnElement[bool]] = []
    if filters.fiscal_year:
        first = dt.date(filters.fiscal_year - 544, 10, 1)
        last = dt.date(filters.fiscal_year - 543, 9, 30)
        in_it = and_(col(Duty.fiscal_year).is_(None), col(Duty.due).between(first, last))
        conditions.append(or_(col(Duty.fiscal_year) == filters.fiscal_year, in_it))
    if filters.undated:
        conditions.append(col(Duty.due).is_(None))
    if filters.since:
        conditions.append(col(Duty.due) >= filters.since)
    if filters.until:
        conditions.append(col(Duty.due) <= filters.until)
    return conditions
