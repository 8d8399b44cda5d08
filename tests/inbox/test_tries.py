"""Files that cannot be read, at once or ever: tries are bounded, reasons are told, nobody else waits."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from ita_docs.errors import MissingTool
from ita_docs.inbox.again import try_again
from models import Arrival, Job
from models.session import writing

if TYPE_CHECKING:
    from office import Office


def test_a_bad_file_goes_to_failed_with_its_reason_and_stops_nobody(office: Office) -> None:
    office.drop("ก.txt", "FAIL cut")
    office.drop("ข.txt")
    office.run()
    assert office.names("done") == ["ข.txt"]
    assert office.names("failed") == ["ก.txt", "ก.txt.reason.txt"]
    reason = (office.settings.failed / "ก.txt.reason.txt").read_text(encoding="utf-8")
    assert "ไฟล์ไม่ครบหรือเสียหาย" in reason
    assert "cut off or damaged" in reason
    assert "[truncated]" in reason


def test_a_broken_engine_is_tried_again(office: Office) -> None:
    office.drop("ก.txt", "FAIL once")
    office.run()
    assert office.names("done") == ["ก.txt"]
    assert office.rows(Job)[0].attempts == 1


@pytest.mark.parametrize(("text", "code"), [("FAIL always", "engine-failed"), ("FAIL bug", "error")])
def test_tries_are_bounded(office: Office, text: str, code: str) -> None:
    office.drop("ก.txt", text)
    office.run()
    (job,) = office.rows(Job)
    assert (job.attempts, job.state, job.error["code"]) == (3, "failed", code)
    assert office.names("failed") == ["ก.txt", "ก.txt.reason.txt"]


def test_the_delay_between_tries_grows(office: Office) -> None:
    slow = office.again(settings={"retry_seconds": 100.0})
    slow.drop("ก.txt", "FAIL always")
    slow.intake.look()
    delays = []
    for _ in range(2):
        assert slow.intake.work()
        assert not slow.intake.work()
        (job,) = slow.rows(Job)
        delays.append((job.next_try - dt.datetime.now(dt.UTC)).total_seconds())
        with writing(slow.engine) as session:
            session.get_one(Job, job.id).next_try = dt.datetime.now(dt.UTC)
    assert delays == [pytest.approx(100, abs=5), pytest.approx(200, abs=5)]


def test_what_the_machine_lacks_is_not_the_files_fault(office: Office) -> None:
    office.drop("ก.txt", "FAIL tool")
    with pytest.raises(MissingTool):
        office.run()
    (job,) = office.rows(Job)
    assert (job.state, job.attempts) == ("waiting", 0)
    assert office.names("inbox") == ["ก.txt"]


def test_a_failed_file_dropped_again_is_tried_again(office: Office) -> None:
    office.drop("ก.txt", "FAIL cut")
    office.run()
    office.intake.worker.understand._fail = lambda text, path: None  # type: ignore[attr-defined]
    office.drop("ก.txt", "FAIL cut")
    office.run()
    assert office.names("done") == ["ก (2).txt", "ก.txt"]
    assert office.names("failed") == []
    assert [row.state for row in office.rows(Arrival)] == ["done", "done"]


def test_a_person_has_a_failed_file_tried_again(office: Office) -> None:
    office.drop("ก.txt", "FAIL cut")
    office.run()
    for outcome in ("failed", "done"):
        with writing(office.engine) as session:
            try_again(session, session.exec(select(Job)).one())
        if outcome == "done":
            office.intake.worker.understand._fail = lambda text, path: None  # type: ignore[attr-defined]
        office.run()
        assert [row.state for row in office.rows(Arrival)] == [outcome]
    assert (office.names("failed"), office.names("done")) == ([], ["ก.txt"])
