"""What a reader sees in review: the doubts of a document, each with its boxes and its place on paper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlmodel import Session

from api.web.fields import Input, NotUnderstood, inputs_for, read_typed
from api.web.whereabouts import on_paper
from ita_docs.pipeline.document_rows import active_corrections
from ita_docs.pipeline.review import Doubt, find_doubts
from models import Document, DocumentContent

__all__ = ["Question", "contract_of", "open_doubts", "place_of", "question", "questions"]

JSON = dict[str, Any]
_VAGUE = re.compile(r"\dx|x\d")  # 20xxx: any postcode of the province


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
        if doubt.field not in seen:
            found = question(contract, doubt)
            seen[doubt.field] = found if found.place else _sought(session, document, found)
    return list(seen.values())


def _sought(session: Session, document: Document, found: Question) -> Question:
    """The same with the place of the words that its flag quotes."""
    return replace(found, place=on_paper(session, document, (found.flag or {}).get("written")))


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
    """The other value of a flag: what the evidence says, or what is written where it was mended."""
    if doubt.flag is None or not inputs:
        return None
    box, resolved, written = inputs[0], doubt.flag.get("resolved"), doubt.flag.get("written")
    for old, new in ((written, resolved), (resolved, written)):
        offered = _offer(box, str(old or ""), str(new or ""))
        if offered:
            return offered
    return None


def _offer(box: Input, old: str, new: str) -> str | None:
    """`new` as a whole value of the box: put in the place of `old` where that is a part of a text."""
    if not new or _VAGUE.search(new):
        return None
    if box.kind in ("text", "long"):
        offered = box.shown.replace(old, new) if old and old in box.shown else None
    else:
        offered = new if _value(new, box.kind) not in (None, _value(box.shown, box.kind)) else None
    return offered if offered != box.shown else None


def _value(text: str, kind: str) -> Any:
    """What a text means in a box; None where it is no whole value of that kind."""
    try:
        value = read_typed(text, kind)
    except NotUnderstood:
        return None
    return value if kind != "number" or (value and value["serial"]) else None


def open_doubts(session: Session, document: Document) -> list[Doubt]:
    """Doubts that no person has answered: a value confirmed to be missing stays missing, but is no doubt."""
    corrections = active_corrections(session, document.id)
    answered = {row.pointer.strip("/") for row in corrections if row.new_value is None}
    return [
        doubt
        for doubt in find_doubts(contract_of(session, document))
        if not (doubt.missing and doubt.field in answered)
    ]
