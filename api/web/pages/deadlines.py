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
from api.web.buddhist import ERA
from api.web.reader import reader_name
from api.web.render import page, today
from api.web.tokens import check_token
from api.web.typed_day import TypedDay
from models import Duty, DutyState
from models.session import writing

__all__ = ["router"]

router = APIRouter(prefix="/deadlines", include_in_schema=False)
Show = Literal["open", "overdue", "7", "30", "undated", "settled", "all"]
Text = Annotated[str | None, Query(max_length=120)]
PER_DAY = 3


@router.get("")
def register(
    request: Request,
    session: SessionDep,
    show: Show = "open",
    mine: bool = False,
    agency: Text = None,
    agency_kind: Text = None,
    programme: Text = None,
    fiscal_year: Annotated[str | None, Query(pattern=r"^(\d{4})?$")] = None,
    day: Annotated[TypedDay, Query()] = None,
    number: Annotated[int, Query(alias="page", ge=1, le=9999)] = 1,
) -> HTMLResponse:
    """Duties by day, narrowed by what is shown and for whom; `day` shows one day of the calendar."""
    office = request.app.state.settings.office
    filters = _filters(show, office if mine else agency, agency_kind, programme, fiscal_year, number)
    if day:
        filters = filters.model_copy(update={"since": day, "until": day})
    rows = find_duties(session, filters, newest_first=show in ("settled", "overdue"))
    return page(
        request,
        "deadlines.html",
        list=paged(request, filters, count_duties(session, filters), rows),
        filters=filters,
        show=show,
        day=day,
        mine=mine,
        office=office,
        choices=_choices(session),
        feed=_feed(request, filters),
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
        agency=agency,
        before=first - dt.timedelta(days=1),
        after=(first + dt.timedelta(days=32)).replace(day=1),
        era=ERA,
    )


@router.get("/{uid}")
def duty_page(request: Request, session: SessionDep, uid: str) -> HTMLResponse:
    """One duty: every letter that tells it, and its history."""
    return page(request, "duty.html", line=duty_by_uid(session, uid), reader=reader_name(request))


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
        settle(session, duty, DutyState(state), who=reader_name(request), note=note.strip() or None)
    return RedirectResponse(f"/deadlines/{uid}", 303)


def _filters(
    show: Show, agency: str | None, kind: str | None, programme: str | None, year: str | None, number: int
) -> DeadlineFilters:
    days: dict[str, Any] = {
        "overdue": {"until": today() - dt.timedelta(days=1), "state": "open"},
        "7": {"since": today(), "until": today() + dt.timedelta(days=7), "state": "open"},
        "30": {"since": today(), "until": today() + dt.timedelta(days=30), "state": "open"},
        "undated": {"undated": True, "state": "open"},
        "open": {"state": "open"},
        "settled": {"settled": True},
        "all": {},
    }
    return DeadlineFilters(
        **days[show],
        agency=agency or None,
        agency_kind=kind or None,
        programme=programme or None,
        fiscal_year=int(year) if year else None,
        page=number,
        page_size=25,
    )


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
