"""The incoming register (ทะเบียนหนังสือรับ) as the office's printed form has it: a line an arrival."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session, col

from api.paging import PageQuery
from api.queries.inbox import day_range
from api.web.drawing import cut
from models import Arrival, Deadline, Document, DocumentContent, Job, JobState, Recipient, SourceFile

__all__ = ["RegisterLine", "RegisterQuery", "count_lines", "register_lines"]

HEAD_COLUMNS = 90
MAIN = ("external_letter", "memo", "stamped_letter", "order", "regulation", "announcement")


class RegisterQuery(PageQuery):
    """The days of Bangkok to list, both included."""

    first: dt.date
    last: dt.date
    page_size: int = 100


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One line of the form: เลขทะเบียนรับ, วันที่รับ, ที่, ลงวันที่, จาก, ถึง, เรื่อง, การปฏิบัติ, หมายเหตุ."""

    receiving_number: int
    year: int
    arrived_at: dt.datetime
    letter: str | None
    number: str | None
    date: dt.date | None
    issuer: str | None
    recipient: str | None
    subject: str | None
    due: dt.date | None
    earlier: int | None
    file: str
    failed: bool


def count_lines(session: Session, query: RegisterQuery) -> int:
    """How many arrivals the days had."""
    return int(session.execute(select(func.count(col(Arrival.id))).where(*_within(query))).scalar_one())


def register_lines(session: Session, query: RegisterQuery) -> list[RegisterLine]:
    """One page of the register, in the order of the receiving numbers."""
    found = (
        select(Arrival, SourceFile, col(Job.state))
        .join(SourceFile, col(SourceFile.id) == col(Arrival.source_file_id))
        .outerjoin(Job, col(Job.source_file_id) == col(SourceFile.id))
        .where(*_within(query))
        .order_by(col(Arrival.id))
        .offset(query.offset)
        .limit(query.page_size)
    )
    rows = session.execute(found).all()
    files = {row[0].source_file_id for row in rows}
    letters = _main_letters(session, files)
    ids = [letter.id for letter in letters.values()]
    hung = _recipients(session, ids), _due(session, ids), _first(session, files)
    return list(_lines(rows, letters, *hung, _heads(session, letters.values())))


def _within(query: RegisterQuery) -> list[ColumnElement[bool]]:
    start, end = day_range(query.first)[0], day_range(query.last)[1]
    return [col(Arrival.arrived_at) >= start, col(Arrival.arrived_at) < end]


def _lines(
    rows: Any,
    letters: dict[int, Document],
    recipients: dict[int, str],
    due: dict[int, dt.date],
    first: dict[int, tuple[int, int]],
    heads: dict[int, str],
) -> Iterator[RegisterLine]:
    for arrival, source, state in rows:
        letter = letters.get(arrival.source_file_id)
        key = (letter.id or 0) if letter else 0
        original = first[arrival.source_file_id]
        yield RegisterLine(
            arrival.receiving_number,
            arrival.year,
            arrival.arrived_at,
            letter.public_id if letter else None,
            letter.number if letter else None,
            letter.date if letter else None,
            letter.issuer_name if letter else None,
            recipients.get(key),
            (letter.subject or letter.title or heads.get(key)) if letter else None,
            due.get(key),
            original[1] if original[0] != arrival.id else None,
            source.name,
            arrival.error is not None or state == JobState.FAILED,
        )


def _main_letters(session: Session, files: set[int]) -> dict[int, Document]:
    """The document that a file is registered as: its first letter, else its first document."""
    query = select(Document).where(col(Document.source_file_id).in_(files)).order_by(col(Document.position))
    found: dict[int, Document] = {}
    for document in session.execute(query).scalars():
        held = found.get(document.source_file_id)
        if held is None or (held.kind not in MAIN and document.kind in MAIN):
            found[document.source_file_id] = document
    return found


def _heads(session: Session, letters: Iterable[Document]) -> dict[int, str]:
    """The first words of letters that have no subject, as stamped letters have none by the regulation."""
    bare = [letter.id for letter in letters if not (letter.subject or letter.title)]
    query = select(col(DocumentContent.document_id), col(DocumentContent.contract)).where(
        col(DocumentContent.document_id).in_(bare)
    )
    bodies = {
        key: " ".join(str(contract.get("body") or "").split()) for key, contract in session.execute(query)
    }
    return {key: cut(body, HEAD_COLUMNS) for key, body in bodies.items() if body}


def _recipients(session: Session, ids: list[int | None]) -> dict[int, str]:
    query = (
        select(Recipient)
        .where(col(Recipient.document_id).in_(ids), col(Recipient.role) == "to")
        .order_by(col(Recipient.position))
    )
    found: dict[int, str] = {}
    for row in session.execute(query).scalars():
        found.setdefault(row.document_id, f"{row.name} {row.scope or ''}".strip())
    return found


def _due(session: Session, ids: list[int | None]) -> dict[int, dt.date]:
    query = (
        select(col(Deadline.document_id), func.min(col(Deadline.due)))
        .where(col(Deadline.document_id).in_(ids), col(Deadline.due).is_not(None))
        .group_by(col(Deadline.document_id))
    )
    return {key: day for key, day in session.execute(query)}


def _first(session: Session, files: set[int]) -> dict[int, tuple[int, int]]:
    """The first arrival of each file and its receiving number."""
    query = (
        select(col(Arrival.source_file_id), col(Arrival.id), col(Arrival.receiving_number))
        .where(col(Arrival.source_file_id).in_(files))
        .order_by(col(Arrival.id).desc())
    )
    return {file: (arrival, number) for file, arrival, number in session.execute(query)}
