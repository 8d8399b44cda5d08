"""The way of a file from the inbox to done/ or failed/, on both databases."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ita_docs.archive import sha256_of
from models import Arrival, Document, Job, SourceFile, Via

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


def test_progress_is_written_down(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ita_docs.inbox.heartbeat._NEWS_SECONDS", 0.0)
    seen: list[tuple[int, int | None]] = []

    def slow(path: Path, progress: Callable[[int, int], None]) -> Any:
        progress(3, 7)
        until = time.monotonic() + 20
        while time.monotonic() < until:
            (job,) = office.rows(Job)
            seen.append((job.page_done, job.page_total))
            if seen[-1] == (3, 7):
                break
        return office.parts["understand"](path, progress)

    office.drop("ก.txt")
    office.again(understand=slow).run()
    assert seen[-1] == (3, 7)
