"""The edges of the graph, made anew for a letter from its settled citations and from its file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, insert, or_, select, update
from sqlmodel import Session

from ita_docs.knowledge.linking.candidates import CHUNK
from ita_docs.knowledge.linking.kinds import Citing, kind_of_link
from ita_docs.knowledge.linking.names import likeness
from ita_docs.knowledge.tables import contents, documents, links, references
from models.references import LinkKind

__all__ = ["rewrite_edges"]

SAME_BUNDLE = 0.4
"""From this likeness of subjects on, a letter behind another in one file is what that one forwards."""


def rewrite_edges(session: Session, document_ids: Iterable[int]) -> None:
    """Delete and write again the outgoing edges of these documents."""
    ids = sorted(set(document_ids))
    for at in range(0, len(ids), CHUNK):
        part = ids[at : at + CHUNK]
        session.execute(delete(links).where(links.c.from_id.in_(part)))
        rows = [row for document in _documents(session, part) for row in _edges(session, document)]
        if rows:
            session.execute(insert(links), rows)


def _documents(session: Session, ids: list[int]) -> list[Any]:
    query = (
        select(
            documents.c.id,
            documents.c.source_file_id,
            documents.c.position,
            documents.c.kind,
            documents.c.date,
            documents.c.subject,
            contents.c.body,
        )
        .outerjoin(contents, contents.c.document_id == documents.c.id)
        .where(documents.c.id.in_(ids))
    )
    return list(session.execute(query))


def _edges(session: Session, document: Any) -> list[dict[str, Any]]:
    rows: dict[tuple[int | None, int | None], dict[str, Any]] = {}
    cited_numbers = set()
    citing = Citing(document.subject or "", document.body or "")
    query = (
        select(
            references.c.id,
            references.c.where,
            references.c.kind,
            references.c.link_kind,
            references.c.target_id,
            references.c.cited_letter_id,
            references.c.why,
            documents.c.source_file_id,
            documents.c.number_key,
        )
        .select_from(references)
        .outerjoin(documents, documents.c.id == references.c.target_id)
        .where(references.c.document_id == document.id)
        .order_by(references.c.position)
    )
    for reference in session.execute(query):
        same_file = reference.source_file_id == document.source_file_id
        kind = kind_of_link(citing, reference.where, reference.kind, same_file)
        _note_kind(session, reference, kind)
        cited_numbers.add(reference.number_key)
        unseen = None if reference.target_id else reference.cited_letter_id
        if (reference.target_id or unseen) and reference.target_id != document.id:
            row = _row(document.id, reference.target_id, unseen, kind, reference.id, reference.why or [])
            rows.setdefault((reference.target_id, unseen), row)
    for behind in _bundled(session, document, cited_numbers):
        reason = ["behind it in the same file"]
        rows.setdefault((behind, None), _row(document.id, behind, None, LinkKind.FORWARDS, None, reason))
    return list(rows.values())


def _note_kind(session: Session, reference: Any, kind: LinkKind) -> None:
    if reference.link_kind != kind:
        session.execute(update(references).where(references.c.id == reference.id).values(link_kind=str(kind)))


def _row(
    from_id: int, to_id: int | None, to_cited_id: int | None, kind: LinkKind, reference: int | None, why: Any
) -> dict[str, Any]:
    return {
        "from_id": from_id,
        "to_id": to_id,
        "to_cited_id": to_cited_id,
        "kind": str(kind),
        "reference_id": reference,
        "evidence": why,
    }


def _bundled(session: Session, document: Any, cited_numbers: set[str | None]) -> list[int]:
    """Letters behind a file's first letter of the same matter, not younger, and not linked by a citation."""
    if document.position != 1 or document.kind == "attachment":
        return []
    query = select(documents.c.id, documents.c.date, documents.c.subject).where(
        documents.c.source_file_id == document.source_file_id,
        documents.c.position > 1,
        documents.c.kind != "attachment",
        or_(
            documents.c.number_key.is_(None),
            documents.c.number_key.not_in(sorted(filter(None, cited_numbers))),
        ),
    )
    return [
        other_id
        for other_id, day, subject in session.execute(query.order_by(documents.c.position))
        if (day is None or document.date is None or day <= document.date)
        and likeness(subject or "", document.subject or "") >= SAME_BUNDLE
    ]
