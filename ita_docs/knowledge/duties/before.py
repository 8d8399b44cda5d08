"""The days that duties were moved from, and the letters that had set them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from ita_docs.knowledge.duties.fate import LATER_WORD
from ita_docs.knowledge.tables import deadlines, documents, duties, duty_sources, references
from models.columns import oldest_first

__all__ = ["days_before"]

CHUNK = 400


def days_before(session: Session, uids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """By calendar id of a duty the days that it was moved from, each with the letter that set it.

    Where that letter is not held, it is the one that the moving letter cites; None where it cites several.
    """
    old, new = duties.alias(), duties.alias()
    query = (
        select(
            new.c.uid, old.c.id, old.c.due, documents.c.number, deadlines.c.restated, deadlines.c.document_id
        )
        .select_from(old.join(new, new.c.id == old.c.moved_to_id))
        .join(duty_sources, duty_sources.c.duty_id == old.c.id)
        .join(deadlines, deadlines.c.id == duty_sources.c.deadline_id)
        .join(documents, documents.c.id == deadlines.c.document_id)
        .order_by(old.c.due, deadlines.c.restated, oldest_first(documents.c.date), documents.c.public_id)
    )
    found: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
    for at in range(0, len(uids), CHUNK):
        for row in session.execute(query.where(new.c.uid.in_(uids[at : at + CHUNK]))):
            if row.id not in found[row.uid]:
                number = _cited(session, row.document_id) if row.restated else row.number
                due = row.due.isoformat() if row.due else None
                found[row.uid][row.id] = {"due": due, "number": number}
    return {uid: list(steps.values()) for uid, steps in found.items()}


def _cited(session: Session, document_id: int) -> str | None:
    """The number of the only letter whose day a letter moves."""
    query = select(references.c.number).where(
        references.c.document_id == document_id,
        references.c.link_kind.in_(LATER_WORD),
        references.c.number.is_not(None),
    )
    numbers = set(session.execute(query).scalars())
    return str(numbers.pop()) if len(numbers) == 1 else None
