"""Jobs: one worker at a time, dead ones replaced, late ones kept from storing."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Engine

from ita_docs.inbox.jobs import _MAX_CRASHES, ClaimLost, Queue
from ita_docs.inbox.owner import is_certainly_dead, owner_name
from models import Arrival, Document, Job, SourceFile
from models.columns import utc_now
from models.keys import file_id
from models.session import reading, writing

if TYPE_CHECKING:
    from office import Office


def _queue(engine: Engine, owner: str | None = None, lease: float = 60.0) -> Queue:
    return Queue(engine, owner or owner_name(), lease, 3, 0.0)


@pytest.fixture
def jobs(engine: Engine) -> Engine:
    with writing(engine) as session:
        for mark in "abc":
            file = SourceFile(public_id=file_id(mark * 64), sha256=mark * 64, name=mark, size=1)
            session.add(file)
            session.flush()
            session.add(Job(source_file_id=file.id or 0))
    return engine


def _job(engine: Engine, number: int) -> Job:
    with reading(engine) as session:
        return session.get_one(Job, number)


def test_each_job_is_claimed_once(jobs: Engine) -> None:
    one, two = _queue(jobs), _queue(jobs)
    claims = [queue.claim() for queue in (one, two, one, two)]
    assert [claim and claim.job_id for claim in claims] == [1, 2, 3, None]


def test_a_claim_can_be_limited_to_some_files(jobs: Engine) -> None:
    claim = _queue(jobs).claim({2})
    assert claim is not None
    assert claim.source_file_id == 2
    assert _queue(jobs).claim({2}) is None


def _silence(engine: Engine, job: int, seconds: float) -> None:
    with writing(engine) as session:
        session.get_one(Job, job).heartbeat = utc_now() - dt.timedelta(seconds=seconds)


def test_a_silent_workers_job_is_taken_over_and_its_work_refused(jobs: Engine) -> None:
    one, two = _queue(jobs, "elsewhere-1"), _queue(jobs, "elsewhere-2")
    late = one.claim({1})
    assert late is not None
    _silence(jobs, 1, 59)
    assert two.claim({1}) is None
    _silence(jobs, 1, 61)
    assert two.claim({1}) is not None
    assert not one.beat(late, stage="reading", done=1, total=2)
    with writing(jobs) as session, pytest.raises(ClaimLost):
        one.finish(session, late)
    assert _job(jobs, 1).crashes == 1


def test_a_sign_of_life_keeps_the_job(jobs: Engine) -> None:
    one, two = _queue(jobs, "elsewhere-1"), _queue(jobs)
    claim = one.claim({1})
    assert claim is not None
    _silence(jobs, 1, 61)
    assert one.beat(claim, stage="reading", done=3, total=7)
    assert two.claim({1}) is None
    assert (_job(jobs, 1).page_done, _job(jobs, 1).page_total) == (3, 7)


def test_a_dead_workers_job_is_taken_over_at_once(jobs: Engine) -> None:
    code = "from ita_docs.inbox.owner import owner_name; print(owner_name())"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert _queue(jobs, run.stdout.strip()).claim({1}) is not None
    assert _queue(jobs).claim({1}) is not None


def test_only_the_certainly_dead_are_dead() -> None:
    mine = owner_name()
    machine, process, _, token = mine.rsplit("/", 3)
    assert not is_certainly_dead(mine)
    assert not is_certainly_dead(None)
    assert not is_certainly_dead(f"other-machine/{process}/1/{token}")
    assert is_certainly_dead(f"{machine}/{os.getpid()}/1/{token}")  # the number was given to another process


def test_a_file_that_kills_every_worker_is_given_up(jobs: Engine) -> None:
    for _ in range(_MAX_CRASHES + 1):
        assert _queue(jobs, "gone").claim({1}) is not None
        _silence(jobs, 1, 61)
    assert _queue(jobs).claim({1}) is None
    job = _job(jobs, 1)
    assert (job.state, job.error["code"]) == ("failed", "engine-failed")


def test_a_released_job_is_as_it_was(jobs: Engine) -> None:
    queue = _queue(jobs)
    claim = queue.claim({1})
    assert claim is not None
    queue.release(claim)
    job = _job(jobs, 1)
    assert (job.state, job.attempts, job.crashes) == ("waiting", 0, 0)


def test_the_work_of_a_late_worker_is_not_stored(office: Office) -> None:
    """While one worker reads, its lease ends and another files the letter."""

    def slow(path: Any, progress: Any) -> Any:
        _silence(office.engine, 1, 61)
        assert other.intake.work()
        return office.parts["understand"](path, progress)

    other = office.again()
    late = office.again(understand=slow)
    object.__setattr__(late.intake.queue, "owner", "elsewhere")
    office.drop("ก.txt")
    late.intake.look()
    assert late.intake.work()
    assert len(office.rows(Document)) == 1
    (job,) = office.rows(Job)
    assert (job.state, job.crashes) == ("done", 1)


def test_a_file_filed_by_another_worker_in_the_last_moment_gets_no_second_arrival(office: Office) -> None:
    """One worker has copied the file; before it writes it down, another has filed and moved it."""

    def filed_meanwhile(stage: str) -> None:
        if stage == "kept" and not office.rows(Arrival):
            other.run()

    other = office.again()
    late = office.again(stage=filed_meanwhile)
    office.drop("ก.txt")
    assert late.intake.look() == []
    assert len(office.rows(Arrival)) == 1
    assert office.names("done") == ["ก.txt"]
