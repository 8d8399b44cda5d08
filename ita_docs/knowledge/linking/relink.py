"""Resolves the citations that a stored, corrected or removed letter touches, inside the caller's transaction.

The result depends only on what is in the store, never on the order in which it came: every citation for
which a letter is a candidate is decided again when that letter changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.linking.candidates import held_for
from ita_docs.knowledge.linking.cited_letters import cited_letters_for, still_meant, tell_of
from ita_docs.knowledge.linking.copies import Copies
from ita_docs.knowledge.linking.decide import Decision, decide
from ita_docs.knowledge.linking.edges import rewrite_edges
from ita_docs.knowledge.linking.loading import CHUNK, load_cited, load_held
from ita_docs.knowledge.linking.seconding import citations_seconded, is_seconded
from ita_docs.knowledge.linking.sides import Cited
from ita_docs.knowledge.linking.touched import citations_touched_by
from ita_docs.knowledge.linking.typed import is_typed
from ita_docs.knowledge.tables import candidates, documents, references
from models.columns import utc_now
from models.references import ReferenceState

__all__ = ["Relinked", "relink", "relink_all"]

_COLUMNS = ("state", "target_id", "cited_letter_id", "score", "why", "candidates", "resolved_at")
_WRITE = (
    update(references)
    .where(references.c.id == bindparam("reference"))
    .values({name: bindparam(f"new_{name}") for name in _COLUMNS})
)

_AMBIGUOUS = str(ReferenceState.AMBIGUOUS)
_OWN = select(references.c.id).where(among(references.c.document_id, "ids"))
_FORGET = delete(candidates).where(among(candidates.c.reference_id, "ids"))


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
    own = _own_citations(session, ids)
    touched = own | citations_touched_by(session, load_held(session, ids))
    touched |= citations_seconded(session, own)
    done = Relinked(documents=set(ids))
    copies = Copies(session)
    decided = [
        (cited, _decision(session, cited, copies))
        for cited in load_cited(session, touched)
        if cited.chosen_by is None
    ]
    _write(session, decided, done)
    rewrite_edges(session, done.documents)
    return done


def _decision(session: Session, cited: Cited, copies: Copies) -> Decision:
    seconded, typed = partial(is_seconded, session, cited), partial(is_typed, session, cited)
    return decide(cited, held_for(session, cited), copies.same, seconded, typed)


def relink_all(session: Session) -> Relinked:
    """Link the whole store again."""
    return relink(session, session.execute(select(documents.c.id)).scalars().all())


def _own_citations(session: Session, ids: set[int]) -> set[int]:
    wanted = sorted(ids)
    found: set[int] = set()
    for at in range(0, len(wanted), CHUNK):
        rows = session.connection().execute(_OWN, {"ids": wanted[at : at + CHUNK]})
        found.update(rows.scalars())
    return found


def _write(session: Session, decided: list[tuple[Cited, Decision]], done: Relinked) -> None:
    """Write decisions that differ from what stands; their documents' edges must be drawn anew."""
    unseen = cited_letters_for(session, [cited for cited, decision in decided if decision.target is None])
    unseen |= still_meant(session, [cited for cited, decision in decided if decision.target])
    rows, concerned = [], set(unseen.values())
    for cited, decision in decided:
        rows.append(_values(cited, decision, unseen.get(cited.id)))
        if cited.cited_letter_id is not None:
            concerned.add(cited.cited_letter_id)
        done.documents.add(cited.document_id)
        done.held += decision.state is ReferenceState.HELD
        done.missing += decision.state is ReferenceState.MISSING
        done.ambiguous += decision.state is ReferenceState.AMBIGUOUS
    if rows:
        session.connection().execute(_WRITE, rows)
    _write_candidates(session, decided)
    tell_of(session, concerned)


def _write_candidates(session: Session, decided: list[tuple[Cited, Decision]]) -> None:
    """Remember which letters an ambiguous citation may mean."""
    doubtful = [cited.id for cited, decision in decided if decision.candidates or cited.state == _AMBIGUOUS]
    for at in range(0, len(doubtful), CHUNK):
        session.connection().execute(_FORGET, {"ids": doubtful[at : at + CHUNK]})
    rows = [
        {"reference_id": cited.id, "document_id": held.id}
        for cited, decision in decided
        for held in decision.candidates
    ]
    if rows:
        session.execute(insert(candidates), rows)


def _values(cited: Cited, decision: Decision, unseen: int | None) -> dict[str, Any]:
    return {
        "reference": cited.id,
        "new_state": str(decision.state),
        "new_target_id": decision.target.id if decision.target else None,
        "new_cited_letter_id": unseen,
        "new_score": decision.points,
        "new_why": decision.reasons,
        "new_candidates": [{"id": held.public_id} for held in decision.candidates],
        "new_resolved_at": utc_now(),
    }
