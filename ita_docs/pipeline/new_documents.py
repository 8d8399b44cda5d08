"""Writes documents that the store has never seen, many at a time: one statement a table, not one a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from ita_docs.pipeline.agencies import agency_ids
from ita_docs.pipeline.document_columns import document_columns
from ita_docs.pipeline.item_rows import ROWS_OF
from ita_docs.pipeline.replace import unlinked
from models import Change, Document, DocumentContent, DocumentFiscalYear, DocumentTopic, Row
from models.columns import table_of, utc_now

__all__ = ["Draft", "insert_documents"]

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """A document to be written: its place in a file, and its parse as JSON."""

    source_file_id: int
    position: int
    public_id: str
    contract: JSON


def insert_documents(session: Session, drafts: Sequence[Draft]) -> None:
    """Write new documents with their content, lists and diary lines."""
    if not drafts:
        return
    columns = [_columns(draft) for draft in drafts]
    issuers = agency_ids(session, columns)
    for row in columns:
        row["issuer_id"] = issuers.get(row["issuer_name"])
    table = table_of(Document)
    statement = table.insert().returning(table.c.id, sort_by_parameter_order=True)
    ids = list(session.connection().execute(statement, columns).scalars())
    numbered = list(zip(ids, (draft.contract for draft in drafts), strict=True))
    _insert_contents(session, numbered)
    for model, rows_of in ROWS_OF.items():
        items = (_items(model, rows_of(contract), number) for number, contract in numbered)
        _insert(session, model, [row for rows in items for row in rows])
    line = {"removed": False, "at": utc_now()}
    _insert(session, Change, [{"public_id": draft.public_id, **line} for draft in drafts])


def _columns(draft: Draft) -> JSON:
    columns, now = document_columns(draft.contract), utc_now()
    return {
        **columns,
        "source_file_id": draft.source_file_id,
        "position": draft.position,
        "public_id": draft.public_id,
        "needs_review": columns["doubts"] > 0,
        "stored_at": now,
        "changed_at": now,
    }


def _items(model: type[Row], rows: list[JSON], document_id: int) -> list[JSON]:
    common = {**unlinked(model), "document_id": document_id}
    return [{**common, **row, "position": place} for place, row in enumerate(rows, 1)]


def _insert_contents(session: Session, numbered: list[tuple[int, JSON]]) -> None:
    contents = [
        {"document_id": number, "body": contract.get("body") or "", "contract": contract, "parsed": None}
        for number, contract in numbered
    ]
    _insert(session, DocumentContent, contents)
    for model, column, key in (
        (DocumentFiscalYear, "fiscal_year", "fiscal_years"),
        (DocumentTopic, "topic", "topics"),
    ):
        values = [(number, value) for number, contract in numbered for value in set(contract.get(key) or [])]
        _insert(session, model, [{"document_id": number, column: value} for number, value in sorted(values)])


def _insert(session: Session, model: type[Row], rows: list[JSON]) -> None:
    if rows:
        session.connection().execute(table_of(model).insert(), rows)
