"""Writes one document of a file into its rows: first reading, re-reading and correction alike."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from ita_docs.pipeline.agencies import agency_id
from ita_docs.pipeline.corrections import corrected
from ita_docs.pipeline.item_rows import ROWS_OF, number_columns, plain_date
from ita_docs.pipeline.replace import replace_items
from ita_docs.pipeline.review import count_doubts
from models import Change, Correction, Document, DocumentContent, DocumentFiscalYear, DocumentTopic
from models.columns import utc_now

__all__ = ["active_corrections", "write_document"]

JSON = dict[str, Any]


def write_document(session: Session, row: Document, parsed: JSON, *, by_person: bool) -> bool:
    """Fill a document's columns, lists and content from its parse, corrections applied on top.

    `row` is a new or a held document. Returns whether anything that a reader sees has changed; only then
    is the diary written. A change `by_person` leaves a letter confirmed that was confirmed before.
    """
    fresh = row.id is None
    corrections = [] if fresh else active_corrections(session, row.id)
    contract = corrected(parsed, corrections) if corrections else parsed
    _fill(session, row, contract)
    session.add(row)
    session.flush()
    assert row.id is not None
    changed = _write_content(session, row.id, contract, parsed if corrections else None)
    _write_values(session, row.id, contract, fresh=fresh)
    for model, rows_of in ROWS_OF.items():
        replace_items(session, model, row.id, rows_of(contract), fresh=fresh)
    _judge(row, contract, doubtful=changed and not by_person)
    if changed:
        row.changed_at = utc_now()
        session.add(Change(public_id=row.public_id))
    return changed


def active_corrections(session: Session, document_id: int | None) -> list[Correction]:
    """The corrections that stand, oldest first."""
    query = select(Correction).where(
        Correction.document_id == document_id, col(Correction.undone_at).is_(None)
    )
    return list(session.exec(query.order_by(col(Correction.id))))


def _fill(session: Session, row: Document, contract: JSON) -> None:
    issuer = contract.get("issuer") or {}
    signatory = contract.get("signatory") or {}
    row.first_page, row.last_page = contract["pages"]
    for name in ("kind", "attachment_kind", "title", "subject", "urgency", "secrecy"):
        setattr(row, name, contract.get(name))
    for name, value in number_columns(contract.get("number")).items():
        setattr(row, name, value)
    for name in ("name", "office", "address", "province"):
        setattr(row, f"issuer_{name}", issuer.get(name))
    for name in ("name", "position", "capacity", "acting_for"):
        setattr(row, f"signatory_{name}", signatory.get(name))
    row.date = plain_date(contract.get("date"))
    row.issuer_id = agency_id(
        session, issuer.get("name"), code=row.number_agency, province=issuer.get("province")
    )
    row.owner = contract.get("owner") or []
    row.has_deadline = bool(contract.get("deadlines"))


def _judge(row: Document, contract: JSON, *, doubtful: bool) -> None:
    row.doubts = count_doubts(contract)
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


def _write_values(session: Session, document_id: int, contract: JSON, *, fresh: bool) -> None:
    if not fresh:
        session.execute(delete(DocumentFiscalYear).where(col(DocumentFiscalYear.document_id) == document_id))
        session.execute(delete(DocumentTopic).where(col(DocumentTopic.document_id) == document_id))
    for year in sorted(set(contract.get("fiscal_years") or [])):
        session.add(DocumentFiscalYear(document_id=document_id, fiscal_year=year))
    for topic in sorted(set(contract.get("topics") or [])):
        session.add(DocumentTopic(document_id=document_id, topic=topic))
