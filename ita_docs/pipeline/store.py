"""Files parses: pages, documents and everything taken out of them, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

import models
from ita_docs.pipeline.document_rows import rewrite_document
from ita_docs.pipeline.new_documents import Draft, insert_documents
from ita_docs.pipeline.page_rows import row_of_page
from ita_docs.pipeline.storable import storable
from models.columns import table_of
from models.keys import document_id

if TYPE_CHECKING:
    from parsers.contract import Document
    from parsers.page import Page

__all__ = ["Parsed", "store_parse", "store_parses"]

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read and understood of one file. `file` has been added to the session."""

    file: models.SourceFile
    pages: Sequence[Page]
    documents: Sequence[Document]


def store_parse(
    session: Session, source_file: models.SourceFile, pages: Sequence[Page], documents: Sequence[Document]
) -> list[models.Document]:
    """Store what was read and understood of a file, in place of what was stored before.

    To do it twice changes nothing. Documents keep their ids by position, their lists' rows too;
    corrections are applied on top. Returns the documents in order; the caller commits.
    """
    return store_parses(session, [Parsed(source_file, pages, documents)])[0]


def store_parses(session: Session, parses: Sequence[Parsed]) -> list[list[models.Document]]:
    """Store many files as `store_parse` does one: a batch of some hundreds is several times quicker."""
    session.flush()
    _store_pages(session, parses)
    held = _held(session, parses)
    drafts: list[Draft] = []
    for parse in parses:
        for position, document in enumerate(parse.documents, 1):
            contract = storable(document)
            row = held.get((parse.file.id, position))
            if row is None:
                drafts.append(_draft(parse.file, position, contract))
            else:
                rewrite_document(session, row, contract, by_person=False)
    insert_documents(session, drafts)
    return _arrange(session, parses)


def _store_pages(session: Session, parses: Iterable[Parsed]) -> None:
    rows = [row_of_page(_id(parse), page) for parse in parses for page in parse.pages]
    session.execute(delete(models.Page).where(col(models.Page.source_file_id).in_(map(_id, parses))))
    if rows:
        session.connection().execute(table_of(models.Page).insert(), rows)


def _id(parse: Parsed) -> int:
    assert parse.file.id is not None
    return parse.file.id


def _held(session: Session, parses: Iterable[Parsed]) -> dict[tuple[int | None, int], models.Document]:
    query = select(models.Document).where(col(models.Document.source_file_id).in_(map(_id, parses)))
    return {(row.source_file_id, row.position): row for row in session.exec(query)}


def _draft(file: models.SourceFile, position: int, contract: JSON) -> Draft:
    assert file.id is not None
    return Draft(file.id, position, document_id(file.sha256, position), contract)


def _arrange(session: Session, parses: Sequence[Parsed]) -> list[list[models.Document]]:
    """Take out what no file has any more, hang attachments on their letters; the documents, file by file."""
    session.flush()
    held = _held(session, parses)
    arranged = []
    for parse in parses:
        rows = [held.pop((parse.file.id, position)) for position in range(1, len(parse.documents) + 1)]
        _set_parents(rows)
        arranged.append(rows)
    _remove(session, held.values())
    session.flush()
    return arranged


def _set_parents(rows: list[models.Document]) -> None:
    """An attachment hangs on the nearest letter before it in the file."""
    parent = None
    for row in rows:
        if row.kind != "attachment":
            parent = row
        parent_id = parent.id if parent is not None and row is not parent else None
        if row.parent_id != parent_id:
            row.parent_id = parent_id


def _remove(session: Session, surplus: Iterable[models.Document]) -> None:
    """Take out documents that a new reading no longer sees.

    References to them keep their state and lose their target: so linking finds and decides them anew.
    """
    for row in surplus:
        session.add(models.Change(public_id=row.public_id, removed=True))
        session.delete(row)
