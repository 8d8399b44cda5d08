"""Agencies by filter, with their counts of letters."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session, col

from api.queries.letters import escape_like
from api.schemas.agencies import AgencyFilters, AgencyPublic
from models import Agency, Document

__all__ = ["count_agencies", "find_agencies"]


_COLUMNS = (col(Agency.name), col(Agency.kind), col(Agency.code), col(Agency.province))


def count_agencies(session: Session, filters: AgencyFilters) -> int:
    """How many agencies pass the filters."""
    query = select(func.count()).select_from(Agency).where(*_conditions(filters))
    return int(session.execute(query).scalar_one())


def find_agencies(session: Session, filters: AgencyFilters) -> list[AgencyPublic]:
    """One page of the agencies that pass the filters, by name."""
    letters = (
        select(func.count())
        .where(col(Document.issuer_id) == col(Agency.id), col(Document.kind) != "attachment")
        .scalar_subquery()
    )
    query = (
        select(*_COLUMNS, letters.label("letters"))
        .where(*_conditions(filters))
        .order_by(col(Agency.name))
        .offset(filters.offset)
        .limit(filters.page_size)
    )
    return [AgencyPublic(**row._mapping) for row in session.execute(query)]


def _conditions(filters: AgencyFilters) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filters.name:
        conditions.append(col(Agency.name).ilike(f"%{escape_like(filters.name)}%", escape="\\"))
    if filters.kind:
        conditions.append(col(Agency.kind) == filters.kind)
    if filters.province:
        conditions.append(col(Agency.province) == filters.province)
    return conditions
