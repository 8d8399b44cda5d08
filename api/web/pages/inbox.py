"""The inbox: hand in files, follow each on its way, try again what failed."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import time
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from sqlmodel import col, select
from starlette.concurrency import run_in_threadpool

from api.deps import EngineDep, LanguageDep, SessionDep, SettingsDep
from api.language import language_of
from api.paging import paged
from api.queries.inbox import count_arrivals, find_arrivals
from api.schemas.inbox import InboxFilters, InboxState
from api.uploads import hand_in
from api.web.reader import reader_name
from api.web.render import fragment, page, today
from api.web.tokens import check_token
from api.web.typed_day import TypedDay
from ita_docs.errors import NotFound
from ita_docs.inbox.again import try_again
from models import Job, SourceFile
from models.session import reading, writing

__all__ = ["router"]

router = APIRouter(prefix="/inbox", include_in_schema=False)
LOOK_SECONDS = 1.0
STREAM_SECONDS = 300.0  # browsers come back by themselves; a stream for ever would outlive a restart


@router.get("")
def inbox_page(
    request: Request,
    session: SessionDep,
    language: LanguageDep,
    day: Annotated[TypedDay, Query()] = None,
    state: Annotated[InboxState | None, Query()] = None,
    number: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1,
    taken: Annotated[int, Query(ge=0)] = 0,
) -> HTMLResponse:
    """The arrivals of a day, or of all days in one state."""
    filters = _filters(day, state, number)
    return page(
        request,
        "inbox.html",
        items=(items := find_arrivals(session, filters, language)),
        list=paged(request, filters, count_arrivals(session, filters), items),
        filters=filters,
        taken=taken,
        limit=request.app.state.settings.max_bytes,
    )


@router.post("", response_model=None)
def take_in(
    request: Request,
    settings: SettingsDep,
    engine: EngineDep,
    files: Annotated[list[UploadFile], File()],
    csrf: Annotated[str, Form()] = "",
) -> Response:
    """Put the picked files into the inbox."""
    check_token(request, csrf)
    who = reader_name(request)
    taken = [hand_in(settings, engine, file.file, file.filename, who) for file in files if file.filename]
    if "application/json" in request.headers.get("accept", ""):
        return Response(status_code=202)
    return RedirectResponse(f"/inbox?taken={len(taken)}", 303)


@router.get("/events", response_model=None)
async def follow(
    request: Request,
    day: Annotated[TypedDay, Query()] = None,
    state: Annotated[InboxState | None, Query()] = None,
    number: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1,
) -> StreamingResponse:
    """Server-sent events: the rows again whenever one has changed."""
    stream = _rows_again(request, _filters(day, state, number))
    return StreamingResponse(stream, media_type="text/event-stream", headers={"Cache-Control": "no-store"})


@router.post("/{file}/retry")
def retry(
    request: Request, engine: EngineDep, file: str, csrf: Annotated[str, Form()] = ""
) -> RedirectResponse:
    """Read a failed file once more."""
    check_token(request, csrf)
    with writing(engine) as session:
        query = (
            select(Job)
            .join(SourceFile, col(SourceFile.id) == col(Job.source_file_id))
            .where(SourceFile.public_id == file)
        )
        job = session.exec(query).first()
        if job is None:
            raise NotFound(file)
        try_again(session, job)
    return RedirectResponse("/inbox", 303)


def _filters(day: dt.date | None, state: InboxState | None, number: int) -> InboxFilters:
    """Today's arrivals unless a day or a state is asked for."""
    return InboxFilters(day=day or (None if state else today()), state=state, page=number, page_size=50)


async def _rows_again(request: Request, filters: InboxFilters) -> AsyncIterator[str]:
    last, until = "", time.monotonic() + STREAM_SECONDS
    yield "retry: 2000\n\n"
    while time.monotonic() < until and not await request.is_disconnected():
        rows = await run_in_threadpool(_rows, request, filters)
        mark = hashlib.sha256(rows.encode()).hexdigest()[:16]
        if mark != last:
            last = mark
            yield "event: rows\n" + "".join(f"data: {line}\n" for line in rows.splitlines()) + "\n"
        else:
            yield ": still here\n\n"
        await asyncio.sleep(LOOK_SECONDS)


def _rows(request: Request, filters: InboxFilters) -> str:
    with reading(request.app.state.engine) as session:
        items = find_arrivals(session, filters, language_of(request))
    return fragment(request, "inbox_rows.html", items=items, filters=filters)
