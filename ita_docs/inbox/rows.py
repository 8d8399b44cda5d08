"""Small questions to the tables that several steps of the inbox ask."""

from __future__ import annotations

import datetime as dt

from sqlmodel import Session, col, func, select

from models import Arrival, ArrivalState, Job, SourceFile
from models.columns import BANGKOK
from models.keys import file_id

__all__ = ["buddhist_year", "file_of", "job_of", "latest_name", "next_receiving_number", "open_arrivals"]


def buddhist_year(moment: dt.datetime) -> int:
    """The calendar year of the Buddhist era in Bangkok.

    >>> buddhist_year(dt.datetime(2025, 12, 31, 18, 0, tzinfo=dt.UTC))
    2569
    """
    return moment.astimezone(BANGKOK).year + 543


def next_receiving_number(session: Session, year: int) -> int:
    """The number after the last one given in a year. In a writing transaction only: writers take turns."""
    last = session.exec(select(func.max(Arrival.receiving_number)).where(Arrival.year == year)).one()
    return (last or 0) + 1


def file_of(session: Session, sha256: str, name: str, size: int) -> SourceFile:
    """The file with these bytes, added if it is new."""
    file = session.exec(select(SourceFile).where(SourceFile.sha256 == sha256)).first()
    if file is None:
        file = SourceFile(public_id=file_id(sha256), sha256=sha256, name=name, size=size)
        session.add(file)
        session.flush()
    return file


def job_of(session: Session, source_file_id: int) -> Job | None:
    """The reading job of a file."""
    return session.exec(select(Job).where(Job.source_file_id == source_file_id)).first()


def open_arrivals(session: Session, path: str) -> list[Arrival]:
    """Arrivals of inbox files at this path that have not been closed."""
    query = select(Arrival).where(Arrival.state == ArrivalState.RECEIVED, Arrival.path == path)
    return list(session.exec(query.order_by(col(Arrival.id))))


def latest_name(session: Session, source_file_id: int) -> str | None:
    """The name under which a file came in last, of those that are safe: a person may have put it right."""
    query = select(Arrival).where(Arrival.source_file_id == source_file_id).order_by(col(Arrival.id).desc())
    return next((arrival.name for arrival in session.exec(query) if arrival.error is None), None)
