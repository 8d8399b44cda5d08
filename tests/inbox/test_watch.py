"""The watcher: finds files with and without events, waits for slow writers, survives what goes wrong."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy.exc import OperationalError

from ita_docs.inbox.watch import watch
from models import Arrival, ArrivalState, SourceFile

if TYPE_CHECKING:
    from office import Office


@contextmanager
def _watched(office: Office) -> Iterator[None]:
    stop = threading.Event()
    failures: list[BaseException] = []

    def run() -> None:
        try:
            watch(office.intake, stop)
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(20)
    assert failures == []


def _until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.02)


def _settled(office: Office, count: int) -> Callable[[], bool]:
    def all_closed() -> bool:
        rows = office.rows(Arrival)
        return len(rows) == count and all(row.state != ArrivalState.RECEIVED for row in rows)

    return all_closed


def test_files_before_and_after_the_start_are_filed(office: Office) -> None:
    office.drop("ก.txt", "1")
    with _watched(office):
        _until(_settled(office, 1))
        office.drop("ข.txt", "2")
        _until(_settled(office, 2))
    assert office.names("done") == ["ก.txt", "ข.txt"]


def test_polling_alone_finds_every_file(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a network share that gives no events."""
    monkeypatch.setattr("ita_docs.inbox.watch._listen", lambda *_: None)
    with _watched(office):
        for name in "กขค":
            office.drop(f"{name}.txt", name)
        _until(_settled(office, 3))


def test_an_event_makes_the_look_earlier(office: Office) -> None:
    quick = office.again(settings={"poll_seconds": 60.0})
    with _watched(quick):
        time.sleep(1.0)
        quick.drop("ก.txt")
        _until(lambda: len(quick.rows(Arrival)) == 1)


def test_a_slow_writers_file_is_taken_whole(office: Office) -> None:
    patient = office.again(settings={"stable_seconds": 0.6})
    with _watched(patient):
        path = patient.drop("ก.txt", "1")
        for _ in range(4):
            time.sleep(0.25)
            with path.open("a") as stream:
                stream.write("1")
        _until(_settled(patient, 1))
    assert (patient.settings.done / "ก.txt").read_text() == "11111"
    assert len(patient.rows(Arrival)) == 1


def test_a_folder_moved_in_as_a_whole_is_seen(office: Office) -> None:
    outside = office.settings.home / "somewhere"
    outside.mkdir()
    (outside / "ก.txt").write_text("1")
    with _watched(office):
        outside.rename(office.settings.inbox / "2568")
        _until(_settled(office, 1))
    assert office.names("done") == ["2568/ก.txt"]


def test_a_database_that_is_away_is_waited_for(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ita_docs.inbox.watch._DATABASE_PAUSE", 0.01)
    away = [True, True, True]
    original = office.intake.look

    def look() -> list[Arrival]:
        if away:
            away.pop()
            raise OperationalError("SELECT", {}, Exception("server closed the connection"))
        return original()

    monkeypatch.setattr(office.intake, "look", look)
    office.drop("ก.txt")
    with _watched(office):
        _until(_settled(office, 1))


class Broken:
    """Linking and an index that fail on every letter."""

    def relink(self, session: Any, document_ids: Any) -> None:
        raise KeyError("a fault in linking")

    def refresh(self, engine: Any) -> None:
        raise RuntimeError("the index is damaged")


def test_faults_in_linking_and_index_do_not_stop_filing(office: Office) -> None:
    broken = office.again(knowledge=Broken())
    broken.drop("ก.txt")
    broken.run()
    assert broken.names("done") == ["ก.txt"]
    (file,) = broken.rows(SourceFile)
    assert "not linked" in file.warnings[0]
