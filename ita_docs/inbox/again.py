"""Tries a file again that had been given up."""

from __future__ import annotations

from sqlmodel import Session, select

from models import Arrival, ArrivalState, Job, JobState
from models.columns import utc_now

__all__ = ["try_again"]


def try_again(session: Session, job: Job) -> None:
    """Put a failed job back to its beginning; its files in `failed/` move on when it ends.

    A job in any other state stays as it is. Call it in a writing transaction.
    """
    if job.state != JobState.FAILED:
        return
    job.state, job.stage, job.error, job.ended_at = JobState.WAITING, None, None, None
    job.attempts = job.crashes = job.page_done = 0
    job.next_try = utc_now()
    session.add(job)
    failed = select(Arrival).where(
        Arrival.source_file_id == job.source_file_id, Arrival.state == ArrivalState.FAILED
    )
    for arrival in session.exec(failed):
        if arrival.error is None:
            _reopen(arrival)


def _reopen(arrival: Arrival) -> None:
    if arrival.destination is not None:
        arrival.path, arrival.destination = arrival.destination, None
    arrival.state, arrival.settled_at = ArrivalState.RECEIVED, None
