"""Arrivals with how far each is: waiting, being read, filed, to be reviewed, failed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, func, not_, or_, select
from sqlmodel import Session, col

from api.language import Language
from api.schemas.inbox import FiledLetter, InboxFilters, InboxItem, InboxState
from models import Arrival, Document, Job, JobState, SourceFile
from models.columns import BANGKOK

__all__ = ["count_arrivals", "day_range", "find_arrivals"]


def count_arrivals(session: Session, filters: InboxFilters) -> int:
    """How many arrivals pass the filters."""
    query = _joined(select(func.count(col(Arrival.id)))).where(*_conditions(filters))
    return int(session.execute(query).scalar_one())


def find_arrivals(session: Session, filters: InboxFilters, language: Language = "th") -> list[InboxItem]:
    """One page of arrivals, newest first; reasons in the reader's language."""
    query = (
        _joined(select(Arrival, SourceFile, Job))
        .where(*_conditions(filters))
        .order_by(col(Arrival.id).desc())
        .offset(filters.offset)
        .limit(filters.page_size)
    )
    found: Sequence[Any] = session.execute(query).all()
    letters = _letters(session, {row[1].id for row in found})
    earlier = _earlier(session, found)
    return [_item(row, letters.get(row[1].id, []), earlier, language) for row in found]


def day_range(day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    """A day of Bangkok as moments, the end excluded."""
    start = dt.datetime.combine(day, dt.time(), BANGKOK)
    return start, start + dt.timedelta(days=1)


def _joined(query: Any) -> Any:
    return (
        query.select_from(Arrival)
        .join(SourceFile, col(SourceFile.id) == col(Arrival.source_file_id))
        .outerjoin(Job, col(Job.source_file_id) == col(SourceFile.id))
    )


def _conditions(filters: InboxFilters) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filters.day:
        start, end = day_range(filters.day)
        conditions += [col(Arrival.arrived_at) >= start, col(Arrival.arrived_at) < end]
    if filters.state:
        conditions.append(_in_state(filters.state))
    return conditions


def _in_state(state: InboxState) -> ColumnElement[bool]:
    doubtful = (
        select(Document.id)  # type: ignore[call-overload]
        .where(col(Document.source_file_id) == col(SourceFile.id), col(Document.needs_review))
        .exists()
    )
    refused = col(Arrival.error).is_not(None)
    if state == "failed":
        return or_(refused, col(Job.state) == JobState.FAILED)
    if state == "needs_review":
        return and_(not_(refused), col(Job.state) == JobState.DONE, doubtful)
    if state == "filed":
        return and_(not_(refused), col(Job.state) == JobState.DONE, not_(doubtful))
    wanted = {"waiting": JobState.WAITING, "reading": JobState.CLAIMED}[state]
    return and_(not_(refused), col(Job.state) == wanted)


def _letters(session: Session, files: set[int | None]) -> dict[int, list[Document]]:
    query = (
        select(Document)
        .where(col(Document.source_file_id).in_(files), col(Document.kind) != "attachment")
        .order_by(col(Document.position))
    )
    groups: dict[int, list[Document]] = {}
    for document in session.execute(query).scalars():
        groups.setdefault(document.source_file_id, []).append(document)
    return groups


def _earlier(session: Session, found: Sequence[Any]) -> dict[int, int]:
    """For each arrival, how many of the same file came before it."""
    files = {row[0].source_file_id for row in found}
    query = (
        select(col(Arrival.source_file_id), col(Arrival.id))
        .where(col(Arrival.source_file_id).in_(files))
        .order_by(col(Arrival.id))
    )
    seen: dict[int, int] = {}
    before: dict[int, int] = {}
    for file, arrival in session.execute(query):
        before[arrival] = seen.get(file, 0)
        seen[file] = before[arrival] + 1
    return before


def _item(row: Any, letters: list[Document], earlier: dict[int, int], language: Language) -> InboxItem:
    arrival, source, job = row
    return InboxItem(
        id=arrival.id,
        file=source.public_id,
        **arrival.model_dump(include={"name", "arrived_at", "receiving_number", "year", "via"}),
        state="failed" if arrival.error else _state(job, letters),
        retry=arrival.error is None,
        page_done=job.page_done if job else 0,
        page_total=job.page_total if job else source.pages,
        earlier=earlier.get(arrival.id, 0),
        tries=job.attempts if job else 0,
        next_try=job.next_try if job and job.state == JobState.WAITING and job.attempts else None,
        reason=(arrival.error or (job.error if job else None) or {}).get(language),
        letters=[
            FiledLetter(
                id=letter.public_id,
                subject=letter.subject or letter.title,
                **letter.model_dump(include={"number", "date", "needs_review"}),
            )
            for letter in letters
        ],
    )


def _state(job: Job | None, letters: list[Document]) -> InboxState:
    if job is None or job.state == JobState.WAITING:
        return "waiting"
    if job.state == JobState.CLAIMED:
        return "reading"
    if job.state == JobState.FAILED:
        return "failed"
    return "needs_review" if any(letter.needs_review for letter in letters) else "filed"
