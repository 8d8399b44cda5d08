"""`/deadlines` and `/calendar.ics`: the register of duties, for programs and for calendars."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.deps import SessionDep
from api.paging import Paged, paged
from api.queries.duties import count_duties, find_duties
from api.queries.duty_lines import DutyLine
from api.schemas.deadlines import DeadlineFilters, DeadlinePublic, DutyChangePublic
from ita_docs.knowledge.calendar_file import calendar_of
from ita_docs.knowledge.duties.lists import DutyFilter

__all__ = ["router"]

router = APIRouter(tags=["deadlines"])
CALENDAR = {"text/calendar": {"schema": {"type": "string"}}}
MOST_EVENTS = 5000


@router.get("/deadlines", summary="Who must do what by when")
def list_deadlines(
    request: Request, session: SessionDep, filters: Annotated[DeadlineFilters, Query()]
) -> Paged[DeadlinePublic]:
    """Duties by day, undated ones last; moved and cancelled ones keep their place and history."""
    lines = [_public(line) for line in find_duties(session, filters)]
    return paged(request, filters, count_duties(session, filters), lines)


@router.get(
    "/calendar.ics",
    summary="Duties and meetings for a calendar program",
    response_class=Response,
    responses={200: {"content": CALENDAR}},
)
def calendar(
    session: SessionDep, filters: Annotated[DeadlineFilters, Query()], meetings: bool = True
) -> Response:
    """Subscribe to this address: events keep their identity, changes replace them."""
    wanted = DutyFilter(
        topics=(filters.programme,) if filters.programme else (),
        fiscal_year=filters.fiscal_year,
        party=filters.agency_kind,
        name=filters.agency,
        since=filters.since,
        until=filters.until,
        states=(filters.state,) if filters.state else None,
        limit=MOST_EVENTS,
    )
    data = calendar_of(session, wanted, with_meetings=meetings)
    return Response(
        data, media_type="text/calendar; charset=utf-8", headers={"Cache-Control": "private, max-age=300"}
    )


def _public(line: DutyLine) -> DeadlinePublic:
    duty, first = line.duty, line.sources[0] if line.sources else {}
    return DeadlinePublic(
        **duty.model_dump(include=set(DeadlinePublic.model_fields) & set(type(duty).model_fields)),
        text=first.get("text"),
        letter=first.get("letter"),
        number=first.get("number"),
        moved_to=line.moved_to.uid if line.moved_to else None,
        proposal=line.proposal,
        sources=line.sources,
        history=[
            DutyChangePublic(**change.model_dump(include=set(DutyChangePublic.model_fields)))
            for change in line.changes
        ],
    )
