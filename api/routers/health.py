"""Is it alive, can it work, and how much has it done: `/healthz`, `/readyz`, `/metrics`."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel
from sqlalchemy import func, select, text
from sqlmodel import Session, col

from api.deps import EngineDep, SettingsDep
from api.problems import ProblemError
from models import Arrival, Document, Duty, Job, JobState, Link, SourceFile
from models.session import reading

__all__ = ["router"]

router = APIRouter(tags=["health"])
COUNTED = {"files": SourceFile, "arrivals": Arrival, "documents": Document, "links": Link, "duties": Duty}


class Alive(BaseModel):
    """The process answers."""

    status: Literal["ok"] = "ok"


@router.get("/healthz", summary="The process answers")
def healthz() -> Alive:
    """Says ok without touching anything: restart the process where this does not answer."""
    return Alive()


@router.get("/readyz", summary="The store can be used")
def readyz(settings: SettingsDep, engine: EngineDep) -> Alive:
    """Says ok where database and archive can be used; 503 with the reason otherwise."""
    if not settings.archive.is_dir():
        raise ProblemError(503, "not-ready", "Not ready", "the archive folder is missing")
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT 1 FROM document WHERE 1 = 0"))
    except Exception as error:
        raise ProblemError(503, "not-ready", "Not ready", "the database does not answer") from error
    return Alive()


@router.get("/metrics", summary="Figures for Prometheus", response_class=Response)
def metrics(request: Request, engine: EngineDep) -> Response:
    """Counters of requests, and gauges of what the store holds now."""
    kept = request.app.state.metrics
    with reading(engine) as session:
        for name, table in COUNTED.items():
            kept.rows.labels(name).set(session.execute(select(func.count()).select_from(table)).scalar_one())
        for state, count in _jobs(session).items():
            kept.jobs.labels(state).set(count)
    return Response(generate_latest(kept.registry), media_type=CONTENT_TYPE_LATEST)


def _jobs(session: Session) -> dict[str, int]:
    query = select(col(Job.state), func.count()).group_by(col(Job.state))
    found = {str(state): int(count) for state, count in session.execute(query)}
    return {str(state): found.get(str(state), 0) for state in JobState}
