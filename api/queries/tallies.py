"""How much waits in each area: the counts beside their names, and today's page."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Engine, func, select
from sqlmodel import col

from models import Document, Duty, DutyState, Job, JobState
from models.columns import BANGKOK
from models.session import reading

__all__ = ["count_open_work"]


def count_open_work(engine: Engine) -> dict[str, int]:
    """Files being read, letters to review, duties overdue."""
    today = dt.datetime.now(BANGKOK).date()
    questions = {
        "inbox": select(func.count(col(Job.id))).where(
            col(Job.state).in_([JobState.WAITING, JobState.CLAIMED])
        ),
        "review": select(func.count(col(Document.id))).where(col(Document.needs_review)),
        "deadlines": select(func.count(col(Duty.id))).where(
            col(Duty.state) == DutyState.OPEN, col(Duty.due) < today
        ),
    }
    with reading(engine) as session:
        return {name: int(session.execute(query).scalar_one()) for name, query in questions.items()}
