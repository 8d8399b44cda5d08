"""Letters known from citations only: one row each, counted, and turned into held ones when they arrive."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, case, delete, func, insert, select, update
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.linking.names import canonical_name
from ita_docs.knowledge.linking.sides import Cited
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.tables import cited_letters, references
from models.columns import utc_now
from models.references import ReferenceState

__all__ = ["cited_letters_for", "count_citations", "identity", "mark_arrived"]

CHUNK = 400

_KNOWN = select(cited_letters.c.key, cited_letters.c.id).where(among(cited_letters.c.key, "keys"))
_OWN = cited_letters.c.id == bindparam("key_id")
_ARRIVED = update(cited_letters).where(_OWN).values(document_id=bindparam("document"))
_COUNTED = update(cited_letters).where(_OWN).values(citations=bindparam("count"))
_COUNTS = (
    select(
        references.c.cited_letter_id,
        func.sum(case((references.c.state != ReferenceState.HELD, 1), else_=0)),
    )
    .where(among(references.c.cited_letter_id, "ids"))
    .group_by(references.c.cited_letter_id)
)


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


def cited_letters_for(session: Session, cited: Sequence[Cited]) -> dict[int, int]:
    """Ids of the rows of the unseen letters that citations mean, by citation; made where there are none."""
    keys = {one.id: key for one in cited if (key := identity(one)) is not None}
    known = _known(session, set(keys.values()))
    new: dict[str, dict[str, Any]] = {}
    for one in cited:
        key = keys.get(one.id)
        if key is not None and key not in known:
            new.setdefault(key, _row(one, key))
    if new:
        session.connection().execute(insert(cited_letters), list(new.values()))
        known |= _known(session, set(new))
    return {reference: known[key] for reference, key in keys.items()}


def _known(session: Session, keys: set[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    wanted = sorted(keys)
    for at in range(0, len(wanted), CHUNK):
        rows = session.connection().execute(_KNOWN, {"keys": wanted[at : at + CHUNK]})
        found.update((key, row_id) for key, row_id in rows)
    return found


def _row(cited: Cited, key: str) -> dict[str, Any]:
    return {
        "public_id": "c-" + hashlib.sha256(key.encode()).hexdigest()[:12],
        "key": key,
        "kind": cited.kind,
        "number": cited.number,
        "number_key": cited.number_key,
        "serial": cited.serial,
        "circular": cited.circular,
        "date": cited.date,
        "issuer_name": cited.issuer,
        "subject": cited.subject,
        "citations": 0,
        "first_seen": utc_now(),
    }


def mark_arrived(session: Session, concerned: Iterable[int], arrived: dict[int, int]) -> None:
    """Say as which documents unseen letters came in; those of `concerned` that have not are unseen again."""
    rows = [{"key_id": key, "document": arrived.get(key)} for key in sorted(set(concerned))]
    if rows:
        session.connection().execute(_ARRIVED, rows)


def count_citations(session: Session, ids: Iterable[int]) -> None:
    """Count again the citations that mean these letters; rows that nothing means any more go."""
    wanted = sorted(set(ids))
    for at in range(0, len(wanted), CHUNK):
        part = wanted[at : at + CHUNK]
        counts = {key: int(count) for key, count in session.connection().execute(_COUNTS, {"ids": part})}
        if gone := [key for key in part if key not in counts]:
            session.execute(delete(cited_letters).where(cited_letters.c.id.in_(gone)))
        if counts:
            rows = [{"key_id": key, "count": count} for key, count in counts.items()]
            session.connection().execute(_COUNTED, rows)
