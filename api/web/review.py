"""What a reader sees and does in review: the doubts of a document, and what becomes of an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from api.web.fields import Input, NotUnderstood, inputs_for, read_typed, value_at
from ita_docs.errors import NotFound, WrongUse
from ita_docs.pipeline.correct import confirm, correct, undo
from ita_docs.pipeline.document_rows import active_corrections
from ita_docs.pipeline.knowledge import Knowledge
from ita_docs.pipeline.review import Doubt, find_doubts
from models import Correction, Document, DocumentContent

__all__ = ["Question", "answer", "contract_of", "place_of", "question", "questions", "take_back"]

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to confirm, with its boxes and its place on paper."""

    field: str
    inputs: list[Input]
    flag: JSON | None
    missing: bool
    place: JSON | None
    confidence: float | None
    other: str | None


def contract_of(session: Session, document: Document) -> JSON:
    """The whole parse of a document, corrections applied."""
    contract: JSON = session.get_one(DocumentContent, document.id).contract
    return contract


def questions(session: Session, document: Document) -> list[Question]:
    """The open doubts of a document, each field once."""
    contract = contract_of(session, document)
    seen: dict[str, Question] = {}
    for doubt in open_doubts(session, document):
        seen.setdefault(doubt.field, question(contract, doubt))
    return list(seen.values())


def question(contract: JSON, doubt: Doubt) -> Question:
    """A doubt with what is needed to answer it."""
    inputs = inputs_for(contract, doubt.field)
    place = place_of(contract, doubt.field)
    return Question(
        doubt.field,
        inputs,
        doubt.flag,
        doubt.missing,
        place,
        place["confidence"] if place else None,
        _other(doubt, inputs),
    )


def place_of(contract: JSON, field: str) -> JSON | None:
    """Where the value stands on paper: its own place, its parent's, or its first part's."""
    places: Mapping[str, JSON] = contract.get("provenance") or {}
    steps = field.strip("/").split("/")
    for end in range(len(steps), 0, -1):
        pointer = "/" + "/".join(steps[:end])
        if pointer in places:
            return places[pointer]
        parts = sorted(key for key in places if key.startswith(f"{pointer}/"))
        if parts:
            return places[parts[0]]
    return None


def _other(doubt: Doubt, inputs: list[Input]) -> str | None:
    """The other value that a flag speaks of: what is written, or what the evidence says."""
    if doubt.flag is None or not inputs:
        return None
    for value in (doubt.flag.get("resolved"), doubt.flag.get("written")):
        if not value:
            continue
        try:
            read = read_typed(str(value), inputs[0].kind)
        except NotUnderstood:
            continue
        if read != read_typed(inputs[0].shown, inputs[0].kind):
            return str(value)
    return None


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


def open_doubts(session: Session, document: Document) -> list[Doubt]:
    """Doubts that no person has answered: a value confirmed to be missing stays missing, but is no doubt."""
    corrections = active_corrections(session, document.id)
    answered = {row.pointer.strip("/") for row in corrections if row.new_value is None}
    return [
        doubt
        for doubt in find_doubts(contract_of(session, document))
        if not (doubt.missing and doubt.field in answered)
    ]


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
    document.reviewed_at = document.reviewed_by = None
    document.needs_review = document.doubts > 0
    session.add(document)
    return document
