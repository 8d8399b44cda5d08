"""The first page: what came in today, what is due soon, what waits for a person."""

from __future__ import annotations

import datetime as dt
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from sqlalchemy import Select, select
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
        coming=_coming(session),
        overdue=_overdue(session),
        doubtful=find_letters(session, doubtful),
        newest=find_letters(session, LetterFilters(page_size=6, ordering="-stored")),
    )


def _coming(session: Session) -> list[Duty]:
    """Open duties due within thirty days, earliest first."""
    last = today() + dt.timedelta(days=SOON_DAYS)
    query = (
        _open().where(col(Duty.due) >= today(), col(Duty.due) <= last).order_by(col(Duty.due), col(Duty.id))
    )
    return list(session.execute(query.limit(8)).scalars())


def _overdue(session: Session) -> list[Duty]:
    """Open duties whose day has passed, the latest first: what was forgotten years ago can wait."""
    query = _open().where(col(Duty.due) < today()).order_by(col(Duty.due).desc(), col(Duty.id))
    return list(session.execute(query.limit(4)).scalars())


def _open() -> Select[Any]:
    return select(Duty).where(col(Duty.state) == DutyState.OPEN)
