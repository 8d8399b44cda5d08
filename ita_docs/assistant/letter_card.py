"""One letter for an assistant: its fields, and for each the page, line and words that say so."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from ita_docs.knowledge.citations import Citations
from ita_docs.knowledge.tables import cited_letters, contents, documents, references

__all__ = ["letter_card"]

JSON = dict[str, Any]

_LEFT_OUT = ("provenance", "pages")


def letter_card(session: Session, held: int | None, unseen: int | None) -> JSON:
    """The fields of a held letter, or what is known of one that only citations name.

    `citations` maps the pointer of a field (`/subject`, `/deadlines/0`) to its place.
    """
    return _unseen(session, unseen or 0) if held is None else _held(session, held)


def _held(session: Session, document_id: int) -> JSON:
    d = documents.c
    row = session.execute(
        select(d.public_id, contents.c.contract)
        .join(contents, contents.c.document_id == d.id)
        .where(d.id == document_id)
    ).one()
    contract: JSON = row.contract or {}
    citations = Citations(session)
    places = {
        pointer: cited.to_json()
        for pointer, place in (contract.get("provenance") or {}).items()
        if (cited := citations.from_provenance(document_id, place, place.get("text") or "")) is not None
    }
    fields = {name: value for name, value in contract.items() if name not in _LEFT_OUT}
    return {"letter": row.public_id, "state": "held", **fields, "citations": places}


def _unseen(session: Session, cited_id: int) -> JSON:
    """A letter that nobody filed: its parts, and the lines that cite it."""
    c = cited_letters.c
    row = session.execute(select(cited_letters).where(c.id == cited_id)).one()
    citations = Citations(session)
    query = select(references).where(references.c.cited_letter_id == cited_id).order_by(references.c.id)
    places = [citations.from_evidence(one.document_id, one) for one in session.execute(query.limit(50))]
    return {
        "letter": row.public_id,
        "state": "missing",
        "kind": row.kind,
        "number": row.number,
        "date": row.date.isoformat() if row.date else None,
        "issuer": row.issuer_name,
        "subject": row.subject,
        "cited_by": row.citations,
        "citations": [place.to_json() for place in places if place is not None],
    }
