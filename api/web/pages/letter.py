"""One letter: the picture of its page beside the register card, with all that hangs on it."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session, col, select

from api.deps import EngineDep, SessionDep
from api.queries.duties import duties_of_letter
from api.queries.one_letter import find_document, letter_detail, source_of
from api.queries.one_meeting import meeting_calendar
from api.web.reader import reader_name
from api.web.render import page
from api.web.review import place_of
from api.web.sheet import Sheet, mark_values, open_sheet
from api.web.tokens import check_token
from ita_docs.errors import NotFound
from models import Document, Reference, ReferenceState
from models.columns import utc_now
from models.session import writing

__all__ = ["router"]

router = APIRouter(prefix="/letters", include_in_schema=False)
PageNumber = Annotated[int | None, Query(alias="page", ge=1, le=100_000)]


@router.get("/{letter}")
def letter_page(
    request: Request,
    session: SessionDep,
    letter: str,
    number: PageNumber = None,
    line: Annotated[int | None, Query(ge=1, le=10_000)] = None,
    at: Annotated[str | None, Query(max_length=80)] = None,
) -> HTMLResponse:
    """The letter; `page` and `line` open it at a citation, `at` at one of its fields."""
    document = find_document(session, letter)
    detail = letter_detail(session, document)
    contract = next(item.document for item in detail.documents if item.id == document.public_id)
    return page(
        request,
        "letter.html",
        letter=detail,
        contract=contract,
        documents=detail.documents,
        duties=duties_of_letter(session, document),
        references=_references(session, document),
        parent=session.get(Document, document.parent_id) if document.parent_id else None,
        sheet=_sheet(session, document, contract, number, line, at),
        at=at,
    )


@router.get("/{letter}/document.json")
def as_json(session: SessionDep, letter: str) -> Response:
    """The documents of the letter's file as a parse prints them, for download."""
    document = find_document(session, letter)
    documents = [item.document for item in letter_detail(session, document).documents]
    text = json.dumps({"documents": documents}, ensure_ascii=False, indent=1)
    headers = {"Content-Disposition": f'attachment; filename="{document.public_id}.json"'}
    return Response(text, media_type="application/json", headers=headers)


@router.get("/{letter}/meetings/{position}.ics")
def meeting_file(session: SessionDep, letter: str, position: int) -> Response:
    """One meeting for a calendar program."""
    document = find_document(session, letter)
    data = meeting_calendar(session, document, position)
    headers = {"Content-Disposition": f'attachment; filename="{document.public_id}-m{position}.ics"'}
    return Response(data, media_type="text/calendar; charset=utf-8", headers=headers)


@router.post("/{letter}/references/{position}")
def choose_target(
    request: Request,
    engine: EngineDep,
    letter: str,
    position: int,
    target: Annotated[str, Form(max_length=40)],
    csrf: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """A person settles which held letter an ambiguous reference means."""
    check_token(request, csrf)
    knowledge = request.app.state.knowledge
    with writing(engine) as session:
        document = find_document(session, letter)
        reference = _reference(session, document, position)
        chosen = find_document(session, target)
        reference.target_id, reference.cited_letter_id = chosen.id, None
        reference.state, reference.chosen_by = ReferenceState.HELD, reader_name(request)
        reference.resolved_at = utc_now()
        session.add(reference)
        session.flush()
        knowledge.relink(session, [document.id])
    knowledge.refresh(engine)
    return RedirectResponse(f"/letters/{letter}#references", 303)


def _reference(session: Session, document: Document, position: int) -> Reference:
    query = select(Reference).where(Reference.document_id == document.id, Reference.position == position)
    reference = session.exec(query).first()
    if reference is None:
        raise NotFound(f"{document.public_id} อ้างถึง {position}")
    return reference


def _references(session: Session, document: Document) -> list[dict[str, Any]]:
    """Each citation with its candidates as letters to choose from."""
    query = select(Reference).where(Reference.document_id == document.id).order_by(col(Reference.position))
    return [_with_candidates(session, reference) for reference in session.exec(query)]


def _with_candidates(session: Session, reference: Reference) -> dict[str, Any]:
    ids = [str(item["id"] if isinstance(item, dict) else item) for item in reference.candidates or []]
    held = session.exec(select(Document).where(col(Document.public_id).in_(ids))).all() if ids else []
    target = session.get(Document, reference.target_id) if reference.target_id else None
    return {"row": reference, "target": target, "candidates": list(held)}


def _sheet(
    session: Session,
    document: Document,
    contract: dict[str, Any],
    number: int | None,
    line: int | None,
    at: str | None,
) -> Sheet:
    """The page asked for, or the one where the field stands, with a box for every field on it."""
    place = place_of(contract, at) if at else None
    shown = number or (place["page"] if place else document.first_page)
    sheet = open_sheet(session, source_of(session, document), document.public_id, shown, line)
    mark_values(sheet, contract.get("provenance") or {}, chosen=place)
    return sheet
