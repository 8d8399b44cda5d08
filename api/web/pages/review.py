"""Review: the queue, and one document with its doubts beside the picture of its page."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlmodel import Session

from api.deps import EngineDep, SessionDep
from api.language import language_of
from api.paging import PageQuery, paged
from api.queries.one_letter import find_document
from api.queries.review_queue import count_queue, next_in_queue, queue_page
from api.web.answering import answer, reopen, take_back
from api.web.fields import NotUnderstood
from api.web.reader import given_name, reader_name
from api.web.render import page
from api.web.review_view import review_view
from api.web.shown import as_typed
from api.web.tokens import check_token
from ita_docs.pipeline.correct import confirm
from models.session import writing

__all__ = ["router"]

router = APIRouter(prefix="/review", include_in_schema=False)
IdList = Annotated[str, Form(pattern=r"^[0-9,]*$", max_length=400)]
Last = Annotated[str, Query(pattern=r"^([\w-]+( [\w/~-]*)?)?$", max_length=200)]
"""What was answered last: a letter and its field; the letter alone where it was confirmed as a whole."""


@router.get("")
def queue(
    request: Request,
    session: SessionDep,
    number: Annotated[int, Query(alias="page", ge=1, le=9999)] = 1,
    done: str = "",
    last: Last = "",
) -> HTMLResponse:
    """What waits, most pressing first; after the last answer of all, how to take it back."""
    query = PageQuery(page=number, page_size=25)
    waiting = paged(request, query, count_queue(session), queue_page(session, query))
    who = given_name(request)
    return page(request, "review_queue.html", list=waiting, filters=query, reader=who, done=done, last=last)


@router.get("/next")
def go_on(session: SessionDep, skipped: str = "", done: str = "", last: Last = "") -> RedirectResponse:
    """To the first that waits and was not put off; back to the queue where none is left."""
    letter = next_in_queue(session, skipped=frozenset(skipped.split(",")) - {""})
    kept = urlencode({"skipped": skipped, "done": done, "last": last})
    return RedirectResponse(f"/review/{letter}?{kept}" if letter else f"/review?{kept}", 303)


@router.get("/{letter}")
def review_page(
    request: Request,
    session: SessionDep,
    letter: str,
    at: str | None = None,
    number: Annotated[int | None, Query(alias="page", ge=1, le=100_000)] = None,
    skipped: str = "",
    done: str = "",
    last: Last = "",
) -> HTMLResponse:
    """One document: the doubt in hand, the others, and the page that it stands on."""
    view = review_view(session, letter, at, number, language_of(request))
    return page(request, "review.html", **view, skipped=skipped, done=done, last=last, wrong={})


@router.post("/{letter}", response_model=None)
async def answer_doubt(request: Request, engine: EngineDep, letter: str) -> HTMLResponse | RedirectResponse:
    """Take an answer: what was typed anew is corrected, the rest of the field confirmed."""
    form = {key: str(value) for key, value in (await request.form()).items()}
    check_token(request, form.get("csrf"))
    from starlette.concurrency import run_in_threadpool

    return await run_in_threadpool(_take, request, engine, letter, form)


def _take(
    request: Request, engine: Any, letter: str, form: dict[str, str]
) -> HTMLResponse | RedirectResponse:
    who, knowledge = reader_name(request), request.app.state.knowledge
    field, skipped = form.get("field", ""), form.get("skipped", "")
    typed = {key: str(as_typed(value)) for key, value in form.items() if key.startswith("/")}
    if form.get("choose") is not None and typed:
        typed[next(iter(typed))] = form["choose"]
    try:
        with writing(engine) as session:
            document = find_document(session, letter)
            made = answer(session, document, field, typed, who=who, knowledge=knowledge)
            waits = document.needs_review
    except NotUnderstood as error:
        return _again(request, engine, letter, field, typed, str(error), skipped)
    knowledge.refresh(engine)
    done = ",".join(map(str, made))
    kept = {"skipped": skipped, "done": done, "last": f"{letter} {field}"}
    if form.get("back") == "letter":
        return RedirectResponse(f"/letters/{letter}", 303)
    return RedirectResponse(f"/review/{letter if waits else 'next'}?{urlencode(kept)}", 303)


def _again(
    request: Request, engine: Any, letter: str, field: str, typed: dict[str, str], wrong: str, skipped: str
) -> HTMLResponse:
    """The page once more, with what was typed and a word on what was not understood."""
    with Session(engine) as session:
        view = review_view(session, letter, field, None, language_of(request))
    return page(
        request, "review.html", 422, **view, skipped=skipped, done="", last="", wrong={"text": wrong, **typed}
    )


@router.post("/{letter}/whole")
def confirm_whole(
    request: Request,
    engine: EngineDep,
    letter: str,
    csrf: Annotated[str, Form()] = "",
    skipped: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """A person has looked at all of it: the document leaves the queue as it stands."""
    check_token(request, csrf)
    with writing(engine) as session:
        confirm(session, find_document(session, letter), who=reader_name(request))
    return RedirectResponse(f"/review/next?{urlencode({'skipped': skipped, 'last': letter})}", 303)


@router.post("/{letter}/undo")
def undo_answer(
    request: Request,
    engine: EngineDep,
    letter: str,
    corrections: IdList = "",
    csrf: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Take the last answer back, and return to it; without corrections the letter itself was confirmed."""
    check_token(request, csrf)
    ids = [int(key) for key in corrections.split(",") if key]
    knowledge = request.app.state.knowledge
    with writing(engine) as session:
        if ids:
            document = take_back(session, ids, who=reader_name(request), knowledge=knowledge)
        else:
            reopen(session, document := find_document(session, letter))
        address = document.public_id
    knowledge.refresh(engine)
    return RedirectResponse(f"/letters/{address}#history" if back == "letter" else f"/review/{address}", 303)
