"""One letter with everything known of it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlmodel import Session, col

from api.queries.bonds import cited_by, cites
from api.queries.letters import letter_rows
from api.schemas.letters import (
    ArrivalPublic,
    CorrectionPublic,
    DocumentPublic,
    LetterDetail,
    SourcePublic,
)
from ita_docs.errors import NotFound
from models import Arrival, Correction, Document, DocumentContent, Page, SourceFile

__all__ = ["find_document", "letter_detail", "page_turn", "source_of"]


def find_document(session: Session, letter: str) -> Document:
    """The document of this public id; of a file's id, its first document.

    Raises:
        NotFound: nothing goes by that id.
    """
    query = select(Document).where(col(Document.public_id) == letter)
    document = session.execute(query).scalar_one_or_none()
    return document or _first_of_file(session, letter)


def _first_of_file(session: Session, file: str) -> Document:
    query = (
        select(Document)
        .join(SourceFile, col(Document.source_file_id) == col(SourceFile.id))
        .where(col(SourceFile.public_id) == file)
        .order_by(col(Document.position))
        .limit(1)
    )
    document: Document | None = session.execute(query).scalar_one_or_none()
    if document is None:
        raise NotFound(file)
    return document


def source_of(session: Session, document: Document) -> SourceFile:
    """The file that a document stands in."""
    return session.get_one(SourceFile, document.source_file_id)


def page_turn(session: Session, source: SourceFile, number: int) -> int:
    """By how many degrees clockwise a page was turned to be read; 0 for a page that nobody has read."""
    query = select(col(Page.turned)).where(col(Page.source_file_id) == source.id, col(Page.number) == number)
    return int(session.execute(query).scalar_one_or_none() or 0)


def letter_detail(session: Session, document: Document) -> LetterDetail:
    """Everything known of one letter, its file's other documents included."""
    source = source_of(session, document)
    row = letter_rows(session, [document])[0]
    return LetterDetail(
        **row.model_dump(),
        source=SourcePublic(
            **{**source.model_dump(include=set(SourcePublic.model_fields)), "id": source.public_id}
        ),
        documents=_documents(session, source),
        arrivals=_arrivals(session, source),
        cites=cites(session, document),
        cited_by=cited_by(session, document),
        corrections=_corrections(session, document),
    )


def _documents(session: Session, source: SourceFile) -> list[DocumentPublic]:
    query = (
        select(col(Document.public_id), col(DocumentContent.contract))
        .join(DocumentContent, col(DocumentContent.document_id) == col(Document.id))
        .where(col(Document.source_file_id) == source.id)
        .order_by(col(Document.position))
    )
    return [DocumentPublic(id=key, document=contract) for key, contract in session.execute(query)]


def _arrivals(session: Session, source: SourceFile) -> list[ArrivalPublic]:
    query = select(Arrival).where(col(Arrival.source_file_id) == source.id).order_by(col(Arrival.id))
    rows: Sequence[Arrival] = session.execute(query).scalars().all()
    return [ArrivalPublic(**row.model_dump(include=set(ArrivalPublic.model_fields))) for row in rows]


def _corrections(session: Session, document: Document) -> list[CorrectionPublic]:
    query = select(Correction).where(col(Correction.document_id) == document.id).order_by(col(Correction.id))
    rows: Sequence[Correction] = session.execute(query).scalars().all()
    return [CorrectionPublic(**row.model_dump(include=set(CorrectionPublic.model_fields))) for row in rows]
