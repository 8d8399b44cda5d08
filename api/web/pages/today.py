"""The first page: what came in today, what is due soon, what waits for a person."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from sqlalchemy import select
from sqlmodel import Session, col

from api.deps import LanguageDep, SessionDep
from api.queries.inbox import count_arrivals, find_arrivals
from api.queries.letters import find_letters
from api.schemas.inbox import InboxFilters
from api.schemas.letters import LetterFilters
from api.web.render import page, today
from models import Duty, DutyState

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
SOON_DAYS = 30


@router.get("/")
def today_page(request: Request, session: SessionDep, language: LanguageDep) -> HTMLResponse:
    """A day at a glance."""
    arrivals = InboxFilters(day=today(), page_size=8)
    doubtful = LetterFilters(needs_review=True, page_size=6, ordering="-doubts")
    return page(
        request,
        "today.html",
        arrivals=find_arrivals(session, arrivals, language),
        arrival_count=count_arrivals(session, arrivals),
        duties=_due_soon(session),
        doubtful=find_letters(session, doubtful),
        newest=find_letters(session, LetterFilters(page_size=6, ordering="-stored")),
    )


def _due_soon(session: Session) -> list[Duty]:
    """Open duties that are overdue or due within thirty days, earliest first."""
    query = (
        select(Duty)
        .where(col(Duty.state) == DutyState.OPEN, col(Duty.due) <= today() + dt.timedelta(days=SOON_DAYS))
        .order_by(col(Duty.due))
        .limit(8)
    )
    return list(session.execute(query).scalars())
