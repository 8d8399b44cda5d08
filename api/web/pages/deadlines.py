"""The register of duties: as a list, as a month, and one duty with its sources and what became of it."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import select
from sqlmodel import Session, col

from api.deps import EngineDep, SessionDep
from api.duty_states import settle
from api.paging import paged
from api.queries.duties import count_duties, duties_by_day, duty_by_uid, find_duties
from api.schemas.deadlines import DeadlineFilters
from api.web.asked_duties import AskedDuties
from api.web.buddhist import ERA
from api.web.reader import given_name, reader_name
from api.web.render import page, today
from api.web.shown import as_typed
from api.web.tokens import check_token
from models import Duty, DutyState
from models.session import writing
from parsers.knowledge import holidays

__all__ = ["router"]

router = APIRouter(prefix="/deadlines", include_in_schema=False)
Text = Annotated[str | None, Query(max_length=120)]
PER_DAY = 3
MOST_PRINTED = 1000
"""Some seventy sheets; who needs more narrows the filters or takes the calendar."""


@router.get("")
def register(request: Request, session: SessionDep, asked: Annotated[AskedDuties, Query()]) -> HTMLResponse:
    """Duties by day, narrowed by what is shown and for whom; `day` shows one day of the calendar."""
    office = request.app.state.settings.office
    filters = asked.filters(office)
    rows = find_duties(session, filters, newest_first=asked.newest_first)
    return page(
        request,
        "deadlines.html",
        list=paged(request, filters, count_duties(session, filters), rows),
        filters=filters,
        asked=asked,
        office=office,
        choices=_choices(session),
        feed=_feed(request, filters),
    )


@router.get("/paper")
def paper(request: Request, session: SessionDep, asked: Annotated[AskedDuties, Query()]) -> HTMLResponse:
    """All duties that the filters leave, on one page to print: the register shows a screen of them only."""
    office = request.app.state.settings.office
    filters = asked.model_copy(update={"page": 1}).filters(office, MOST_PRINTED)
    rows = find_duties(session, filters, newest_first=asked.newest_first)
    count = count_duties(session, filters)
    return page(
        request, "deadlines_paper.html", rows=rows, count=count, filters=filters, asked=asked, office=office
    )


@router.get("/month")
def month(
    request: Request,
    session: SessionDep,
    year: Annotated[int | None, Query(ge=2400, le=2700)] = None,
    month: Annotated[int | None, Query(ge=1, le=12)] = None,
    agency: Text = None,
) -> HTMLResponse:
    """One month of the Buddhist year `year`, a column a weekday, Sunday first."""
    now = today()
    first = dt.date((year or now.year + ERA) - ERA, month or now.month, 1)
    weeks = calendar.Calendar(calendar.SUNDAY).monthdatescalendar(first.year, first.month)
    filters = DeadlineFilters(since=weeks[0][0], until=weeks[-1][-1], agency=agency)
    return page(
        request,
        "deadlines_month.html",
        first=first,
        weeks=weeks,
        by_day=duties_by_day(session, filters, PER_DAY),
        closed=holidays(),
        agency=agency,
        before=first - dt.timedelta(days=1),
        after=(first + dt.timedelta(days=32)).replace(day=1),
        era=ERA,
    )


@router.get("/{uid}")
def duty_page(request: Request, session: SessionDep, uid: str) -> HTMLResponse:
    """One duty: every letter that tells it, and its history."""
    line = duty_by_uid(session, uid)
    closed = holidays().get(line.duty.due) if line.duty.due else None
    return page(request, "duty.html", line=line, closed=closed, reader=given_name(request))


@router.post("/{uid}")
def settle_duty(
    request: Request,
    engine: EngineDep,
    uid: str,
    state: Annotated[Literal["done", "not_applicable", "open"], Form()],
    note: Annotated[str, Form(max_length=500)] = "",
    csrf: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """A person says that a duty is done, does not apply, or is open after all."""
    check_token(request, csrf)
    with writing(engine) as session:
        duty = duty_by_uid(session, uid).duty
        settle(
            session,
            duty,
            DutyState(state),
            who=reader_name(request),
            note=str(as_typed(note)).strip() or None,
        )
    return RedirectResponse(f"/deadlines/{uid}", 303)


def _choices(session: Session) -> dict[str, list[Any]]:
    """The values that the register knows, for the filters."""
    columns = {"programme": Duty.topic, "fiscal_year": Duty.fiscal_year, "agency_kind": Duty.responsible_kind}
    return {
        name: sorted(
            value for value in session.execute(select(col(column)).distinct()).scalars() if value is not None
        )
        for name, column in columns.items()
    }


def _feed(request: Request, filters: DeadlineFilters) -> str:
    """The calendar address with the same filters."""
    kept = filters.model_dump(
        exclude_none=True, include={"agency", "agency_kind", "programme", "fiscal_year"}
    )
    address = request.url.replace(path="/api/v1/calendar.ics", query="", fragment="")
    return str(address.include_query_params(**kept) if kept else address)
