"""What becomes of a file that others replace, take away or hold, on a disk that is full or another one."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ita_docs.errors import StoreProblem
from models import Arrival, Document

if TYPE_CHECKING:
    from office import Office


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


def test_home_moved_as_a_whole_still_works(office: Office, tmp_path: Path) -> None:
    office.drop("ก.txt", "1")
    office.run()
    shutil.move(office.settings.home, tmp_path / "new")
    moved = office.again(settings={"home": tmp_path / "new"})
    moved.drop("ข.txt", "2")
    moved.run()
    assert moved.names("done") == ["ก.txt", "ข.txt"]
