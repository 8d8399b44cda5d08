"""A file is taken when it is at rest and whole, by one rule however it was found."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ita_docs.inbox.rest import Rest


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "หนังสือ.pdf"
    path.write_bytes(b"1")
    return path


def _rest(clock: Clock, complete: Callable[[Path], bool] = lambda path: True) -> Rest:
    return Rest(3, 30, complete, clock)


def test_a_file_waits_its_time_though_it_was_there_at_start(clock: Clock, path: Path) -> None:
    rest = _rest(clock)
    os.utime(path, (0, 0))  # very old: that alone says nothing of a copy that keeps its times
    given = []
    for clock.now in (0.0, 2.9, 3.0):
        given.append(rest.at_rest([path]))
    assert given == [[], [], [path]]


def test_a_slow_writer_is_waited_for(clock: Clock, path: Path) -> None:
    rest = _rest(clock)
    for chunk in range(5):
        clock.now = chunk * 2.0
        path.write_bytes(b"1" * (chunk + 1))
        assert rest.at_rest([path]) == []
    clock.now += 3
    assert rest.at_rest([path]) == [path]


def test_a_change_of_time_alone_starts_anew(clock: Clock, path: Path) -> None:
    rest = _rest(clock)
    rest.at_rest([path])
    clock.now = 2.0
    os.utime(path, (1, 1))
    rest.at_rest([path])
    clock.now = 4.0
    assert rest.at_rest([path]) == []


def test_a_file_that_grows_after_it_was_at_rest_waits_again(clock: Clock, path: Path) -> None:
    rest = _rest(clock)
    rest.at_rest([path])
    clock.now = 3.0
    assert rest.at_rest([path]) == [path]
    path.write_bytes(b"12")
    assert rest.at_rest([path]) == []


def test_an_incomplete_file_gets_patience_then_its_verdict(clock: Clock, path: Path) -> None:
    looks = []
    rest = _rest(clock, lambda path: bool(looks.append(path)))
    for clock.now in (0.0, 3.0, 29.0):
        assert rest.at_rest([path]) == []
    assert rest.next_look() == 1.0
    clock.now = 30.0
    assert rest.at_rest([path]) == [path]
    assert len(looks) == 1


def test_the_next_look_is_no_sooner_than_needed(clock: Clock, path: Path) -> None:
    rest = _rest(clock)
    assert rest.next_look() is None
    rest.at_rest([path])
    clock.now = 1.0
    assert rest.next_look() == 2.0
    clock.now = 3.0
    rest.at_rest([path])
    assert rest.next_look() is None


def test_what_is_no_ordinary_file_is_never_given(clock: Clock, tmp_path: Path, path: Path) -> None:
    (tmp_path / "link.pdf").symlink_to(path)
    os.mkfifo(tmp_path / "pipe.pdf")
    rest = Rest(0, 0, lambda path: True, clock)
    assert rest.at_rest([tmp_path / "link.pdf", tmp_path / "pipe.pdf", tmp_path / "none.pdf", tmp_path]) == []
