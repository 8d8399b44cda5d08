"""Lists of letters by filter. A letter is every document of a file that is no attachment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, UnaryExpression, func, nulls_last, or_, select
from sqlmodel import Session, col

from api.queries.numbers import number_condition
from api.schemas.letters import LetterFilters, LetterRow
from models import Agency, Document, DocumentFiscalYear, DocumentTopic, SourceFile

__all__ = ["count_letters", "escape_like", "find_letters", "letter_rows"]

_ORDER: dict[str, tuple[UnaryExpression[Any], ...]] = {
    "-date": (nulls_last(col(Document.date).desc()), col(Document.id).desc()),
    "date": (nulls_last(col(Document.date).asc()), col(Document.id).asc()),
    "-stored": (col(Document.id).desc(),),
    "stored": (col(Document.id).asc(),),
    "number": (nulls_last(col(Document.number_key).asc()), col(Document.id).asc()),
    "doubts": (col(Document.doubts).asc(), col(Document.id).asc()),
    "-doubts": (col(Document.doubts).desc(), col(Document.id).asc()),
}


def count_letters(session: Session, filters: LetterFilters) -> int:
    """How many letters pass the filters."""
    query = select(func.count()).select_from(Document).where(*_conditions(filters))
    return int(session.execute(query).scalar_one())


def find_letters(session: Session, filters: LetterFilters) -> list[LetterRow]:
    """One page of the letters that pass the filters."""
    query = (
        select(Document)
        .where(*_conditions(filters))
        .order_by(*_ORDER[filters.ordering])
        .offset(filters.offset)
        .limit(filters.page_size)
    )
    return letter_rows(session, session.execute(query).scalars().all())


def letter_rows(session: Session, documents: Sequence[Document]) -> list[LetterRow]:
    """Documents as rows of a list, with what stands in other tables fetched once for all."""
    ids = [document.id for document in documents]
    years = _grouped(session, DocumentFiscalYear.document_id, DocumentFiscalYear.fiscal_year, ids)
    topics = _grouped(session, DocumentTopic.document_id, DocumentTopic.topic, ids)
    files = _file_ids(session, {document.source_file_id for document in documents})
    return [
        _row(document, files[document.source_file_id], years.get(document.id), topics.get(document.id))
        for document in documents
    ]


def _row(document: Document, file: str, years: list[int] | None, topics: list[str] | None) -> LetterRow:
    return LetterRow.model_validate(
        {
            **document.model_dump(include=set(LetterRow.model_fields) & set(Document.model_fields)),
            "id": document.public_id,
            "file": file,
            "issuer": document.issuer_name,
            "subject": document.subject or document.title,
            "fiscal_years": sorted(years or []),
            "topics": sorted(topics or []),
        }
    )


def _grouped(session: Session, owner: Any, value: Any, ids: Sequence[Any]) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = {}
    for document_id, item in session.execute(select(owner, value).where(col(owner).in_(ids))):
        groups.setdefault(document_id, []).append(item)
    return groups


def _file_ids(session: Session, ids: set[int]) -> dict[int, str]:
    query = select(col(SourceFile.id), col(SourceFile.public_id)).where(col(SourceFile.id).in_(ids))
    return {key: public for key, public in session.execute(query)}


def _conditions(filters: LetterFilters) -> list[ColumnElement[bool]]:
    conditions = [col(Document.kind) != "attachment"] if filters.kind is None else []
    for name in ("kind", "urgency", "has_deadline", "needs_review"):
        wanted = getattr(filters, name)
        if wanted is not None:
            conditions.append(col(getattr(Document, name)) == wanted)
    if filters.number:
        conditions.append(number_condition(filters.number))
    if filters.date_from:
        conditions.append(col(Document.date) >= filters.date_from)
    if filters.date_to:
        conditions.append(col(Document.date) <= filters.date_to)
    return conditions + _membership(filters)


def _membership(filters: LetterFilters) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filters.agency:
        conditions.append(_issued_by(filters.agency.strip()))
    if filters.fiscal_year is not None:
        year = select(col(DocumentFiscalYear.document_id)).where(
            col(DocumentFiscalYear.fiscal_year) == filters.fiscal_year
        )
        conditions.append(col(Document.id).in_(year))
    if filters.topic:
        topic = select(col(DocumentTopic.document_id)).where(col(DocumentTopic.topic) == filters.topic)
        conditions.append(col(Document.id).in_(topic))
    return conditions


def _issued_by(agency: str) -> ColumnElement[bool]:
    part = f"%{escape_like(agency)}%"
    named = select(col(Agency.id)).where(
        or_(col(Agency.name).ilike(part, escape="\\"), col(Agency.code) == agency)
    )
    return or_(col(Document.issuer_id).in_(named), col(Document.number_agency) == agency)


def escape_like(text: str) -> str:
    """Text as itself inside a LIKE pattern whose escape is a backslash.

    >>> escape_like("100%")
    '100\\\\%'
    """
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
