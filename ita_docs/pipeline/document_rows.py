"""Writes a document that the store holds anew: after a new reading or a correction."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from ita_docs.pipeline.agencies import agency_ids
from ita_docs.pipeline.corrections import corrected
from ita_docs.pipeline.document_columns import document_columns
from ita_docs.pipeline.item_rows import ROWS_OF
from ita_docs.pipeline.replace import replace_items
from models import Change, Correction, Document, DocumentContent, DocumentFiscalYear, DocumentTopic
from models.columns import utc_now

__all__ = ["active_corrections", "rewrite_document"]

JSON = dict[str, Any]


def rewrite_document(session: Session, row: Document, parsed: JSON, *, by_person: bool) -> bool:
    """Fill a held document's columns, lists and content from its parse, corrections applied on top.

    Returns whether anything that a reader sees has changed; only then is the diary written. A change
    `by_person` leaves a letter confirmed that was confirmed before.
    """
    assert row.id is not None
    corrections = active_corrections(session, row.id)
    contract = corrected(parsed, corrections) if corrections else parsed
    changed = _write_content(session, row.id, contract, parsed if corrections else None)
    _fill(session, row, contract, doubtful=changed and not by_person)
    _write_values(session, row.id, contract)
    for model, rows_of in ROWS_OF.items():
        replace_items(session, model, row.id, rows_of(contract))
    if changed:
        row.changed_at = utc_now()
        session.add(Change(public_id=row.public_id))
    session.add(row)
    return changed


def active_corrections(session: Session, document_id: int | None) -> list[Correction]:
    """The corrections that stand, oldest first."""
    query = select(Correction).where(
        Correction.document_id == document_id, col(Correction.undone_at).is_(None)
    )
    return list(session.exec(query.order_by(col(Correction.id))))


def _fill(session: Session, row: Document, contract: JSON, *, doubtful: bool) -> None:
    columns = document_columns(contract)
    columns["issuer_id"] = agency_ids(session, [columns]).get(columns["issuer_name"])
    for name, value in columns.items():
        setattr(row, name, value)
    if doubtful:
        row.reviewed_at = row.reviewed_by = None
    row.needs_review = row.doubts > 0 and row.reviewed_at is None


def _write_content(session: Session, document_id: int, contract: JSON, parsed: JSON | None) -> bool:
    content = session.get(DocumentContent, document_id)
    if content is None:
        content = DocumentContent(document_id=document_id, contract=None)
    changed = bool(content.contract != contract)
    content.body, content.contract, content.parsed = contract.get("body") or "", contract, parsed
    session.add(content)
    return changed


def _write_values(session: Session, document_id: int, contract: JSON) -> None:
    session.execute(delete(DocumentFiscalYear).where(col(DocumentFiscalYear.document_id) == document_id))
    session.execute(delete(DocumentTopic).where(col(DocumentTopic.document_id) == document_id))
    for year in sorted(set(contract.get("fiscal_years") or [])):
        session.add(DocumentFiscalYear(document_id=document_id, fiscal_year=year))
    for topic in sorted(set(contract.get("topics") or [])):
        session.add(DocumentTopic(document_id=document_id, topic=topic))
