"""Bodies by name: found or added."""

from __future__ import annotations

from sqlmodel import Session, select

from models import Agency

__all__ = ["agency_id"]


def agency_id(
    session: Session, name: str | None, *, code: str | None = None, province: str | None = None
) -> int | None:
    """The id of the body called `name`, added if it is new. None for no name.

    Call it in a writing transaction only: writers take turns, so that no body is added twice.
    """
    if not name:
        return None
    agency = session.exec(select(Agency).where(Agency.name == name)).first()
    if agency is None:
        agency = Agency(name=name, code=code, province=province)
        session.add(agency)
        session.flush()
    return agency.id
