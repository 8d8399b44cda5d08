"""Resolves the citations that a stored, corrected or removed letter touches, inside the caller's transaction.

The result depends only on what is in the store, never on the order in which it came: every citation for
which a letter is a candidate is decided again when that letter changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select, update
from sqlmodel import Session

from ita_docs.knowledge.linking.candidates import (
    CHUNK,
    citations_of_same_number,
    citations_touched_by,
    held_for,
    load_cited,
    load_held,
    times_seconded,
)
from ita_docs.knowledge.linking.cited_letters import cited_letter_for, count_citations, mark_arrived
from ita_docs.knowledge.linking.copies import Copies
from ita_docs.knowledge.linking.decide import Decision, decide
from ita_docs.knowledge.linking.edges import rewrite_edges
from ita_docs.knowledge.linking.sides import Cited
from ita_docs.knowledge.tables import documents, references
from models.columns import utc_now
from models.references import ReferenceState

__all__ = ["Relinked", "relink", "relink_all"]


@dataclass(slots=True)
class Relinked:
    """What linking did: the documents whose edges were made anew, and how citations ended."""

    documents: set[int] = field(default_factory=set)
    held: int = 0
    missing: int = 0
    ambiguous: int = 0


def relink(session: Session, document_ids: Iterable[int]) -> Relinked:
    """Link these documents: what they cite, and what waited for them. Safe to repeat.

    Call it in the writing transaction that stored, corrected or removed them. Citations that a person has
    settled (`chosen_by`) are left alone.
    """
    ids = set(document_ids)
    touched = _own_citations(session, ids) | citations_touched_by(session, load_held(session, ids))
    touched |= _orphans(session)
    touched |= citations_of_same_number(session, touched)
    done = Relinked(documents=set(ids))
    copies = Copies(session)
    for cited in _cited(session, touched):
        if cited.chosen_by is None:
            _settle(session, cited, done, copies)
        done.documents.add(cited.document_id)
    rewrite_edges(session, done.documents)
    return done


def relink_all(session: Session) -> Relinked:
    """Link the whole store again."""
    return relink(session, session.execute(select(documents.c.id)).scalars().all())


def _own_citations(session: Session, ids: set[int]) -> set[int]:
    wanted = sorted(ids)
    found: set[int] = set()
    for at in range(0, len(wanted), CHUNK):
        query = select(references.c.id).where(references.c.document_id.in_(wanted[at : at + CHUNK]))
        found.update(session.execute(query).scalars())
    return found


def _orphans(session: Session) -> set[int]:
    """Citations whose letter has been removed from the store."""
    query = select(references.c.id).where(
        references.c.state == ReferenceState.HELD, references.c.target_id.is_(None)
    )
    return set(session.execute(query).scalars())


def _cited(session: Session, ids: set[int]) -> list[Cited]:
    wanted = sorted(ids)
    found: list[Cited] = []
    for at in range(0, len(wanted), CHUNK):
        found += load_cited(session, references.c.id.in_(wanted[at : at + CHUNK]))
    return found


def _settle(session: Session, cited: Cited, done: Relinked, copies: Copies) -> None:
    seconded = times_seconded(session, cited)
    decision = decide(cited, held_for(session, cited), copies.same, seconded)
    before = session.execute(
        select(references.c.cited_letter_id).where(references.c.id == cited.id)
    ).scalar_one()
    unseen = before
    if decision.target is None:
        unseen = cited_letter_for(session, cited)
    _write(session, cited, decision, unseen)
    if unseen is not None:
        mark_arrived(session, unseen, decision.target.id if decision.target else None)
    count_citations(session, {key for key in (before, unseen) if key is not None})
    done.held += decision.state is ReferenceState.HELD
    done.missing += decision.state is ReferenceState.MISSING
    done.ambiguous += decision.state is ReferenceState.AMBIGUOUS


def _write(session: Session, cited: Cited, decision: Decision, unseen: int | None) -> None:
    values: dict[str, Any] = {
        "state": str(decision.state),
        "target_id": decision.target.id if decision.target else None,
        "cited_letter_id": unseen,
        "score": decision.points,
        "why": decision.reasons,
        "candidates": [{"id": held.public_id} for held in decision.candidates],
        "resolved_at": utc_now(),
    }
    session.execute(update(references).where(references.c.id == cited.id).values(**values))
