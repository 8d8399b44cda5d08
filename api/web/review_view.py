"""What the review page shows of a document: doubts, all values, the page where the one in hand stands."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session

from api.language import Language
from api.queries.letters import letter_rows
from api.queries.one_letter import find_document, source_of
from api.queries.review_queue import count_queue
from api.web.fields import FIELDS
from api.web.read_fields import read_fields
from api.web.review import Question, contract_of, question, questions
from api.web.sheet import Sheet, mark_of, mark_values, open_sheet
from ita_docs.pipeline.review import Doubt
from models import Document

__all__ = ["review_view"]

JSON = dict[str, Any]


def review_view(
    session: Session, letter: str, at: str | None, number: int | None, language: Language
) -> JSON:
    """Everything for the page; `at` is the field in hand, `number` the page of the file, if asked for.

    Raises:
        NotFound: no such document.
    """
    document = find_document(session, letter)
    contract = contract_of(session, document)
    doubts = questions(session, document)
    active = _active(contract, doubts, at)
    return {
        "letter": letter_rows(session, [document])[0],
        "questions": doubts,
        "fields": read_fields(contract, language),
        "active": active,
        "sheet": _sheet(session, document, contract, doubts, active, number),
        "waiting": count_queue(session),
    }


def _active(contract: JSON, doubts: list[Question], at: str | None) -> Question | None:
    """The doubt that is asked for, any other field that is asked for, or the first doubt."""
    for candidate in doubts:
        if candidate.field == at:
            return candidate
    asked = question(contract, Doubt(at.strip("/"))) if at else None
    if asked is not None and asked.inputs:
        return asked
    return doubts[0] if doubts else None


def _sheet(
    session: Session,
    document: Document,
    contract: JSON,
    doubts: list[Question],
    active: Question | None,
    number: int | None,
) -> Sheet:
    """The page with a box for every value; what is doubted and what is in hand lie on top."""
    place = active.place if active else None
    shown = number or (place["page"] if place else document.first_page)
    sheet = open_sheet(session, source_of(session, document), document.public_id, shown)
    asked = [*doubts, *([active] if active and active not in doubts else [])]
    apart = [question.place for question in asked if question.place]
    mark_values(sheet, _certain(contract, apart))
    for candidate in asked:
        spot = candidate.place
        if spot and spot["page"] == shown:
            is_active = active is not None and candidate.field == active.field
            mark = mark_of(candidate.field, spot["bbox"], doubtful=candidate in doubts, active=is_active)
            sheet.marks.extend([mark] if mark else [])
    return sheet


def _certain(contract: JSON, apart: list[JSON]) -> dict[str, JSON]:
    """The places of values that can be put right here, without those that are asked about and their parts."""
    places: JSON = contract.get("provenance") or {}
    asked = tuple(f"{pointer}/" for pointer, spot in places.items() if spot in apart)
    return {
        pointer: spot
        for pointer, spot in places.items()
        if pointer.split("/")[1] in FIELDS and not f"{pointer}/".startswith(asked)
    }
