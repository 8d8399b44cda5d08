"""Letters known from citations only: one row each, counted, and turned into held ones when they arrive."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import func, select, update
from sqlmodel import Session

from ita_docs.knowledge.linking.names import canonical_name
from ita_docs.knowledge.linking.sides import Cited
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.tables import cited_letters, references
from models.references import CitedLetter, ReferenceState

__all__ = ["cited_letter_for", "count_citations", "identity", "mark_arrived"]


def identity(cited: Cited) -> str | None:
    """What makes two citations mean one unseen letter; None where too little is said.

    Number and day; without a number kind, issuer, day and subject.
    """
    day = cited.date.isoformat() if cited.date else "?"
    if cited.number_key:
        issuer = "" if cited.agency else canonical_name(cited.issuer or "")
        return "|".join(part for part in (cited.number_key, day, issuer) if part)
    if cited.date is None or not (cited.issuer or cited.subject):
        return None
    subject = fold(cited.subject or "").replace(" ", "")
    return f"{cited.kind}|{day}|{canonical_name(cited.issuer or '')}|{subject}"


def cited_letter_for(session: Session, cited: Cited) -> int | None:
    """The id of the row of the letter that a citation means, made if there is none."""
    key = identity(cited)
    if key is None:
        return None
    known: int | None = session.execute(
        select(cited_letters.c.id).where(cited_letters.c.key == key)
    ).scalar_one_or_none()
    return known if known is not None else _new(session, cited, key)


def _new(session: Session, cited: Cited, key: str) -> int | None:
    row = CitedLetter(
        public_id="c-" + hashlib.sha256(key.encode()).hexdigest()[:12],
        key=key,
        kind=cited.kind,
        number=cited.number,
        number_key=cited.number_key,
        serial=cited.serial,
        circular=cited.circular,
        date=cited.date,
        issuer_name=cited.issuer,
        subject=cited.subject,
    )
    session.add(row)
    session.flush()
    return row.id


def mark_arrived(session: Session, cited_letter_id: int, document_id: int | None) -> None:
    """Say as which document the unseen letter came in."""
    session.execute(
        update(cited_letters).where(cited_letters.c.id == cited_letter_id).values(document_id=document_id)
    )


def count_citations(session: Session, ids: Iterable[int]) -> None:
    """Count again the citations that mean these letters; rows that nothing means any more go."""
    for cited_id in sorted(set(ids)):
        means = select(func.count()).where(references.c.cited_letter_id == cited_id)
        waiting = means.where(references.c.state != ReferenceState.HELD)
        count = session.execute(waiting).scalar_one()
        row = session.get(CitedLetter, cited_id)
        if row is None:
            continue
        if session.execute(means).scalar_one() == 0:
            session.delete(row)
        else:
            row.citations = count
    session.flush()
