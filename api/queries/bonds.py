"""What a letter cites and what cites it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from api.schemas.letters import ReferencePublic
from models import Document, Link, Reference
from models.columns import newest_first

__all__ = ["cited_by", "cites"]


def cites(session: Session, document: Document) -> list[ReferencePublic]:
    """The letters, orders and laws that this one cites, in its own order, with their state."""
    query = (
        select(Reference).where(col(Reference.document_id) == document.id).order_by(col(Reference.position))
    )
    references: Sequence[Reference] = session.execute(query).scalars().all()
    targets = _documents(session, {row.target_id for row in references if row.target_id})
    return [_cited(row, targets) for row in references]


def _cited(reference: Reference, targets: Mapping[int, Document]) -> ReferencePublic:
    target = targets.get(reference.target_id or 0)
    return ReferencePublic(
        kind=reference.link_kind or "follows",
        state=reference.state,
        id=target.public_id if target else None,
        number=reference.number,
        date=reference.date,
        subject=(target.subject if target else None) or reference.subject,
        issuer=reference.issuer_name or (target.issuer_name if target else None),
        candidates=_ids(reference.candidates),
        why=[str(item) for item in reference.why or []],
    )


def _ids(candidates: Any) -> list[str]:
    """Candidates' ids, whether they are kept bare or with their scores."""
    return [str(item["id"] if isinstance(item, dict) else item) for item in candidates or []]


def cited_by(session: Session, document: Document) -> list[ReferencePublic]:
    """Held letters that hang on this one, newest first."""
    query = (
        select(col(Link.kind), Document)
        .join(Document, col(Document.id) == col(Link.from_id))
        .where(col(Link.to_id) == document.id)
        .order_by(newest_first(col(Document.date)), col(Document.id), col(Link.kind))
        .limit(200)
    )
    return [_citing(kind, citing) for kind, citing in session.execute(query)]


def _citing(kind: str, citing: Document) -> ReferencePublic:
    return ReferencePublic(
        kind=kind,
        state="held",
        id=citing.public_id,
        number=citing.number,
        date=citing.date,
        subject=citing.subject,
        issuer=citing.issuer_name,
    )


def _documents(session: Session, ids: set[int]) -> dict[int, Document]:
    query = select(Document).where(col(Document.id).in_(ids))
    return {row.id: row for row in session.execute(query).scalars() if row.id is not None}
