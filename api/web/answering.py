"""What becomes of a reader's answer: corrections, confirmations, and taking them back."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import Session

from api.web.fields import inputs_for, read_typed, value_at
from api.web.review import contract_of, open_doubts
from ita_docs.errors import NotFound, WrongUse
from ita_docs.pipeline.correct import confirm, correct, undo
from ita_docs.pipeline.knowledge import Knowledge
from ita_docs.pipeline.review import find_doubts
from models import Correction, Document

__all__ = ["answer", "reopen", "take_back"]


def answer(
    session: Session,
    document: Document,
    field: str,
    typed: Mapping[str, str],
    *,
    who: str,
    knowledge: Knowledge,
) -> list[int]:
    """Correct what was typed anew and confirm the rest of the field; returns the corrections' ids.

    Raises:
        NotUnderstood: a typed text is no value of its field; nothing is changed.
    """
    inputs = inputs_for(contract_of(session, document), field)
    changed = [
        (box, read_typed(typed[box.pointer], box.kind))
        for box in inputs
        if box.pointer in typed and typed[box.pointer].strip() != box.shown
    ]
    made = [
        correct(session, document, box.pointer, value, who=who, knowledge=knowledge)
        for box, value in changed
        if value != value_at(contract_of(session, document), box.pointer)
    ]
    if field in {doubt.field for doubt in find_doubts(contract_of(session, document))}:
        made += _confirm_as_it_is(session, document, field, who, knowledge)
    if not open_doubts(session, document):
        confirm(session, document, who=who)
    return [correction.id for correction in made if correction.id is not None]


def _confirm_as_it_is(
    session: Session, document: Document, field: str, who: str, knowledge: Knowledge
) -> list[Correction]:
    """Write down that a person takes the value as it stands, at the nearest place that exists."""
    steps = field.strip("/").split("/")
    for end in range(len(steps), 0, -1):
        pointer = "/" + "/".join(steps[:end])
        try:
            value = value_at(contract_of(session, document), pointer)
            return [correct(session, document, pointer, value, who=who, knowledge=knowledge)]
        except WrongUse:
            continue
    return []


def take_back(session: Session, ids: list[int], *, who: str, knowledge: Knowledge) -> Document:
    """Undo corrections, the last first; the document waits for review again.

    Raises:
        NotFound: there is no such correction.
    """
    document: Document | None = None
    for key in sorted(ids, reverse=True):
        correction = session.get(Correction, key)
        if correction is None:
            raise NotFound(str(key))
        undo(session, correction, who=who, knowledge=knowledge)
        document = session.get_one(Document, correction.document_id)
    if document is None:
        raise NotFound("-")
    reopen(session, document)
    return document


def reopen(session: Session, document: Document) -> None:
    """What a person confirmed waits for review again, if there is still a doubt in it."""
    document.reviewed_at = document.reviewed_by = None
    document.needs_review = document.doubts > 0
    session.add(document)
