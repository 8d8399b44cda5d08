"""Files a parse: pages, documents and everything taken out of them, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import delete
from sqlmodel import Session, col, select

import models
from ita_docs.pipeline.document_rows import write_document
from ita_docs.pipeline.page_rows import row_of_page
from ita_docs.pipeline.storable import storable
from models.columns import table_of
from models.keys import document_id

if TYPE_CHECKING:
    from parsers.contract import Document
    from parsers.page import Page

__all__ = ["store_parse"]


def store_parse(
    session: Session, source_file: models.SourceFile, pages: Sequence[Page], documents: Sequence[Document]
) -> list[models.Document]:
    """Store what was read and understood of a file, in place of what was stored before.

    To do it twice changes nothing. Documents keep their ids by position, their lists' rows too;
    corrections are applied on top. Returns the documents in order; the caller commits.
    """
    assert source_file.id is not None
    _store_pages(session, source_file.id, pages)
    held = _held(session, source_file.id)
    rows = [_row(source_file, held, position) for position, _ in enumerate(documents, 1)]
    for row, document in zip(rows, documents, strict=True):
        write_document(session, row, storable(document.to_json()), by_person=False)
    _set_parents(rows)
    _remove(session, [row for position, row in held.items() if position > len(documents)])
    session.flush()
    return rows


def _store_pages(session: Session, source_file_id: int, pages: Sequence[Page]) -> None:
    session.execute(delete(models.Page).where(col(models.Page.source_file_id) == source_file_id))
    if pages:
        session.execute(table_of(models.Page).insert(), [row_of_page(source_file_id, page) for page in pages])


def _held(session: Session, source_file_id: int) -> dict[int, models.Document]:
    query = select(models.Document).where(models.Document.source_file_id == source_file_id)
    return {row.position: row for row in session.exec(query)}


def _row(file: models.SourceFile, held: dict[int, models.Document], position: int) -> models.Document:
    assert file.id is not None
    public_id = document_id(file.sha256, position)
    return held.get(position) or models.Document(
        public_id=public_id, source_file_id=file.id, position=position, kind="attachment"
    )


def _set_parents(rows: list[models.Document]) -> None:
    """An attachment hangs on the nearest letter before it in the file."""
    parent = None
    for row in rows:
        if row.kind != "attachment":
            parent = row
        row.parent_id = parent.id if parent is not None and row is not parent else None


def _remove(session: Session, surplus: list[models.Document]) -> None:
    """Take out documents that a new reading no longer sees.

    References to them keep their state and lose their target: so linking finds and decides them anew.
    """
    for row in surplus:
        session.add(models.Change(public_id=row.public_id, removed=True))
        session.delete(row)
