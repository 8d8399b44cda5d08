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

__all__ = ["cited_letters_for", "identity", "still_meant", "tell_of"]

CHUNK = 400

_KNOWN = select(cited_letters.c.key, cited_letters.c.id).where(among(cited_letters.c.key, "keys"))
_KEYS = select(cited_letters.c.id, cited_letters.c.key).where(among(cited_letters.c.id, "ids"))
_TOLD = (
    update(cited_letters)
    .where(cited_letters.c.id == bindparam("key_id"))
    .values(citations=bindparam("count"), document_id=bindparam("document"))
)
_MEANT = (
    select(
        references.c.cited_letter_id,
        func.sum(case((references.c.state != ReferenceState.HELD, 1), else_=0)),
        func.min(references.c.target_id),
    )
    .where(among(references.c.cited_letter_id, "ids"))
    .group_by(references.c.cited_letter_id)
)


def identity(cited: Cited) -> str | None:
    """What makes two citations mean one unseen letter; None where too little is said, or the letter itself.

    Number and day; without a number kind, issuer, day and subject.
    """
    if cited.names_itself:
        return None
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


def still_meant(session: Session, cited: Sequence[Cited]) -> dict[int, int]:
    """Ids of the rows by which held citations were known before, by citation.

    Without those whose words a correction has changed: what they meant before has not arrived.
    """
    before = {one.id: one.cited_letter_id for one in cited if one.cited_letter_id is not None}
    keys: dict[int, str] = {}
    wanted = sorted(set(before.values()))
    for at in range(0, len(wanted), CHUNK):
        rows = session.connection().execute(_KEYS, {"ids": wanted[at : at + CHUNK]})
        keys.update((row_id, key) for row_id, key in rows)
    own = {one.id: identity(one) for one in cited if one.id in before}
    return {one: row for one, row in before.items() if own[one] is not None and keys.get(row) == own[one]}


def tell_of(session: Session, ids: Iterable[int]) -> None:
    """Count again the citations that mean these letters, and say as which document each came in.

    Rows that nothing means any more go.
    """
    wanted = sorted(set(ids))
    for at in range(0, len(wanted), CHUNK):
        part = wanted[at : at + CHUNK]
        meant = session.connection().execute(_MEANT, {"ids": part})
        rows = [{"key_id": key, "count": int(count), "document": document} for key, count, document in meant]
        if gone := set(part) - {row["key_id"] for row in rows}:
            session.execute(delete(cited_letters).where(cited_letters.c.id.in_(gone)))
        if rows:
            session.connection().execute(_TOLD, rows)
