"""The queue of reading jobs: claimed by one worker at a time, for as long as it gives signs of life."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Engine
from sqlmodel import Session, col, or_, select

from ita_docs.errors import EngineFailed
from ita_docs.inbox.errors_as_json import error_json
from ita_docs.inbox.owner import is_certainly_dead
from models import Job, JobState
from models.columns import utc_now
from models.session import reading, writing

__all__ = ["Claim", "ClaimLost", "Queue"]

_MAX_CRASHES = 12
"""Deaths of workers over one file before it is given up: many, for most deaths are power cuts."""


class ClaimLost(Exception):
    """Another worker has taken the job over: this one's work must not be stored."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to do a job: good while `number` is the job's last claim."""

    job_id: int
    source_file_id: int
    number: int


@dataclass(frozen=True, slots=True)
class Queue:
    """The jobs of a database as one worker sees them."""

    engine: Engine
    owner: str
    lease_seconds: float
    max_attempts: int
    retry_seconds: float

    def claim(self, among: Collection[int] | None = None) -> Claim | None:
        """The next job, now this worker's; None if there is none to do. `among` limits it to some files."""
        if not self._next_exists(among):
            return None
        with writing(self.engine) as session:
            job = self._next(session, among)
            if job is None:
                return None
            if job.state == JobState.CLAIMED:
                job.crashes += 1
            if job.crashes > _MAX_CRASHES:
                error = EngineFailed(f"{job.crashes} workers died", engine="worker")
                _end(job, JobState.FAILED, error)
                return None
            job.state, job.stage, job.claimed_by = JobState.CLAIMED, "reading", self.owner
            job.claim, job.heartbeat, job.page_done = job.claim + 1, utc_now(), 0
            assert job.id is not None
            return Claim(job.id, job.source_file_id, job.claim)

    def beat(self, claim: Claim, *, stage: str, done: int, total: int | None) -> bool:
        """A sign of life with progress. False if the job is no longer this worker's."""
        with writing(self.engine) as session:
            job = session.get(Job, claim.job_id)
            if job is None or not self._is_mine(job, claim):
                return False
            job.heartbeat, job.stage = utc_now(), stage
            job.page_done, job.page_total = done, total if total is not None else job.page_total
            return True

    def held(self, session: Session, claim: Claim) -> Job:
        """The job, in the caller's transaction. Raises `ClaimLost` if another worker has it now."""
        job = session.get(Job, claim.job_id)
        if job is None or not self._is_mine(job, claim):
            raise ClaimLost
        return job

    def finish(self, session: Session, claim: Claim) -> None:
        """Close the job as done, in the transaction that stores its result."""
        job = self.held(session, claim)
        _end(job, JobState.DONE, None)
        session.add(job)

    def give_up(self, claim: Claim, error: BaseException, *, for_good: bool) -> None:
        """The reading failed. `for_good` or too often: the job ends; else it waits, longer each time."""
        with writing(self.engine) as session:
            job = self.held(session, claim)
            job.attempts += 1
            if for_good or job.attempts >= self.max_attempts:
                _end(job, JobState.FAILED, error)
                return
            delay = self.retry_seconds * 2 ** (job.attempts - 1)
            job.state, job.stage, job.claimed_by = JobState.WAITING, None, None
            job.next_try, job.error = utc_now() + dt.timedelta(seconds=delay), error_json(error)

    def release(self, claim: Claim) -> None:
        """Give the job back untouched: this worker ends, or the machine lacks something."""
        with writing(self.engine) as session:
            job = session.get(Job, claim.job_id)
            if job is not None and self._is_mine(job, claim):
                job.state, job.stage, job.claimed_by = JobState.WAITING, None, None

    def seconds_to_next(self, among: Collection[int] | None = None) -> float | None:
        """Seconds until a waiting job is due; None if nothing waits and nothing is being done."""
        with reading(self.engine) as session:
            open_states = [JobState.WAITING, JobState.CLAIMED]
            query = select(Job).where(col(Job.state).in_(open_states), *_among(among))
            waits = [self._wait(job) for job in session.exec(query)]
        return min(waits) if waits else None

    def _wait(self, job: Job) -> float:
        until = job.next_try if job.state == JobState.WAITING else self._silence_ends(job)
        return max(0.0, (until - utc_now()).total_seconds())

    def _silence_ends(self, job: Job) -> dt.datetime:
        if is_certainly_dead(job.claimed_by) or job.heartbeat is None:
            return utc_now()
        return job.heartbeat + dt.timedelta(seconds=self.lease_seconds)

    def _next_exists(self, among: Collection[int] | None) -> bool:
        with reading(self.engine) as session:
            return self._next(session, among) is not None

    def _next(self, session: Session, among: Collection[int] | None) -> Job | None:
        due = select(Job).where(Job.state == JobState.WAITING, Job.next_try <= utc_now(), *_among(among))
        job = session.exec(due.order_by(col(Job.next_try), col(Job.id)).limit(1)).first()
        if job is not None:
            return job
        silent = utc_now() - dt.timedelta(seconds=self.lease_seconds)
        claimed = select(Job).where(Job.state == JobState.CLAIMED, *_among(among)).order_by(col(Job.id))
        expired = or_(col(Job.heartbeat).is_(None), col(Job.heartbeat) < silent)
        dead = (job for job in session.exec(claimed) if is_certainly_dead(job.claimed_by))
        return session.exec(claimed.where(expired).limit(1)).first() or next(dead, None)

    def _is_mine(self, job: Job, claim: Claim) -> bool:
        return (job.state, job.claim, job.claimed_by) == (JobState.CLAIMED, claim.number, self.owner)


def _among(files: Collection[int] | None) -> list[ColumnElement[bool]]:
    return [] if files is None else [col(Job.source_file_id).in_(files)]


def _end(job: Job, state: JobState, error: BaseException | None) -> None:
    job.state, job.stage, job.claimed_by = state, None, None
    job.error = None if error is None else error_json(error)
    job.ended_at = utc_now()
