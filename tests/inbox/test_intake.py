"""The way of a file from the inbox to done/ or failed/, on both databases."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlmodel import select

from ita_docs.archive import sha256_of
from ita_docs.errors import MissingTool, StoreProblem
from ita_docs.inbox.again import try_again
from models import Arrival, Document, Job, SourceFile, Via
from models.session import writing

if TYPE_CHECKING:
    from office import Office


def test_a_letter_is_archived_read_filed_and_moved(office: Office) -> None:
    digest = sha256_of(office.drop("หนังสือ.txt"))
    office.run()
    assert (office.names("inbox"), office.names("done")) == ([], ["หนังสือ.txt"])
    assert sha256_of(office.intake.archive.find(digest)) == digest
    (file,), (arrival,), (document,), (job,) = (
        office.rows(model) for model in (SourceFile, Arrival, Document, Job)
    )
    assert (file.media_type, file.pages, file.name) == ("text/plain", 1, "หนังสือ.txt")
    assert (arrival.state, arrival.receiving_number, arrival.via) == ("done", 1, "inbox")
    assert (document.number, job.state) == ("ที่ กง 0017/ว 1", "done")


def test_the_same_bytes_again_are_another_arrival(office: Office) -> None:
    for name in ("ก.txt", "ข.txt"):
        office.drop(name)
        office.run()
    office.drop("ก.txt")
    office.run()
    assert [(row.receiving_number, row.name) for row in office.rows(Arrival)] == [
        (1, "ก.txt"),
        (2, "ข.txt"),
        (3, "ก.txt"),
    ]
    assert len(office.rows(SourceFile)) == len(office.rows(Document)) == 1
    assert office.names("done") == ["ก (2).txt", "ก.txt", "ข.txt"]
    assert office.intake.worker.understand.read == ["ก.txt"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("content", ["ที่ กง 0017/ว 1", ""], ids=["อ่านได้", "ว่าง"])
def test_a_file_handed_in_by_browser_is_one_arrival(office: Office, content: str) -> None:
    path = office.drop("ก.txt", content)
    assert office.intake.receiver.receive(path, via=Via.UPLOAD, who="สมหญิง") is not None
    office.run()
    office.run()
    (arrival,) = office.rows(Arrival)
    assert (arrival.via, arrival.who, office.names("inbox")) == ("upload", "สมหญิง", [])


def test_numbers_start_anew_with_the_thai_year(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    eve = dt.datetime(2025, 12, 31, 16, 59, tzinfo=dt.UTC)
    for moment, name in ((eve, "a"), (eve, "b"), (eve + dt.timedelta(minutes=2), "c")):
        monkeypatch.setattr("ita_docs.inbox.receive.utc_now", lambda moment=moment: moment)
        office.drop(f"{name}.txt", name)
        office.intake.look()
    assert [(row.year, row.receiving_number) for row in office.rows(Arrival)] == [
        (2568, 1),
        (2568, 2),
        (2569, 1),
    ]


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


def test_a_file_that_waits_for_its_reading_is_taken_in_once(office: Office) -> None:
    office.drop("ก.txt", "1")
    assert len(office.intake.look()) == 1
    assert office.intake.look() == []
    office.drop("ข.txt", "2")
    assert [arrival.name for arrival in office.intake.look()] == ["ข.txt"]
    assert len(office.rows(Arrival)) == 2


def test_a_file_put_back_from_done_is_another_arrival(office: Office) -> None:
    office.drop("ก.txt")
    office.run()
    (office.settings.done / "ก.txt").rename(office.settings.inbox / "ก.txt")
    office.run()
    assert [row.receiving_number for row in office.rows(Arrival)] == [1, 2]


def test_subfolders_keep_their_place(office: Office) -> None:
    office.drop("2568/มกราคม/ก.txt", "1")
    office.drop("2568/ก.txt", "2")
    office.run()
    assert office.names("done") == ["2568/ก.txt", "2568/มกราคม/ก.txt"]


def test_a_full_archive_leaves_the_file_in_the_inbox(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise StoreProblem("no space left")

    office.drop("ก.txt")
    with monkeypatch.context() as patch:
        patch.setattr("ita_docs.archive.Archive.keep", full)
        assert office.intake.look() == []
    assert office.names("inbox") == ["ก.txt"]
    assert office.rows(Arrival) == []
    office.run()
    assert office.names("done") == ["ก.txt"]


def test_a_failed_commit_leaves_the_file_in_the_inbox(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(stage: str) -> None:
        if stage == "recording":
            raise OSError("the database went away")

    office.drop("ก.txt")
    object.__setattr__(office.intake.receiver, "stage", fail)
    assert office.intake.look() == []
    assert office.names("inbox") == ["ก.txt"]
    assert office.rows(Arrival) == []


def test_a_file_replaced_while_it_is_read_becomes_an_arrival_of_its_own(office: Office) -> None:
    office.drop("ก.txt", "first")
    office.intake.look()
    office.drop("ก.txt", "second one")
    office.run()
    assert [row.state for row in office.rows(Arrival)] == ["gone", "done"]
    assert sorted(row.subject for row in office.rows(Document)) == ["first", "second one"]
    assert (office.settings.done / "ก.txt").read_text() == "second one"


def test_a_file_replaced_at_the_last_moment_stays(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look at the file and its move another one takes its name."""
    path = office.drop("ก.txt", "first")
    office.intake.look()
    original = Path.rename

    def replaced(self: Path, target: Path) -> Path:
        if self == path and not monkeypatch_done:
            monkeypatch_done.append(True)
            path.write_text("second one")
        return original(self, target)

    monkeypatch_done: list[bool] = []
    monkeypatch.setattr(Path, "rename", replaced)
    office.intake.work()
    assert (office.names("inbox"), office.names("done")) == (["ก.txt"], [])
    office.run()
    assert (office.settings.done / "ก.txt").read_text() == "second one"


def test_done_on_another_disk(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Path.rename

    def across(self: Path, target: Path) -> Path:
        if self.parent == office.settings.inbox and target.parent == office.settings.done:
            raise OSError(18, "Invalid cross-device link")
        return original(self, target)

    monkeypatch.setattr(Path, "rename", across)
    office.drop("ก.txt")
    office.run()
    assert list(office.settings.inbox.iterdir()) == []
    assert office.names("done") == ["ก.txt"]


def test_a_file_taken_away_by_someone_is_filed_all_the_same(office: Office) -> None:
    path = office.drop("ก.txt")
    office.intake.look()
    path.unlink()
    office.run()
    assert [row.state for row in office.rows(Arrival)] == ["gone"]
    assert len(office.rows(Document)) == 1


def test_a_file_that_cannot_be_moved_is_moved_later(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    office.drop("ก.txt")
    office.intake.look()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        office.intake.work()
    assert office.names("inbox") == ["ก.txt"]
    office.run()
    assert office.names("done") == ["ก.txt"]


def test_progress_is_written_down(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ita_docs.inbox.heartbeat._NEWS_SECONDS", 0.0)
    seen: list[tuple[int, int | None]] = []

    def slow(path: Path, progress: Callable[[int, int], None]) -> Any:
        progress(3, 7)
        for _ in range(200):
            (job,) = office.rows(Job)
            seen.append((job.page_done, job.page_total))
            if seen[-1] == (3, 7):
                break
        return office.parts["understand"](path, progress)

    office.drop("ก.txt")
    office.again(understand=slow).run()
    assert seen[-1] == (3, 7)


def test_home_moved_as_a_whole_still_works(office: Office, tmp_path: Path) -> None:
    office.drop("ก.txt", "1")
    office.run()
    shutil.move(office.settings.home, tmp_path / "new")
    moved = office.again(settings={"home": tmp_path / "new"})
    moved.drop("ข.txt", "2")
    moved.run()
    assert moved.names("done") == ["ก.txt", "ข.txt"]
