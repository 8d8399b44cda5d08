"""Watches the inbox: one thread looks for files, the calling one reads them."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import OperationalError

from ita_docs.inbox.intake import Intake
from models import Arrival

__all__ = ["watch", "work_until_empty"]

_log = logging.getLogger(__name__)
_SHORTEST = 0.05
_EVENT_MS = 200
_DATABASE_PAUSE = 1.0
_NOBODY: list[Arrival] = []
_T = TypeVar("_T")


def watch(intake: Intake, stop: threading.Event) -> None:
    """Look, read and settle until `stop` is set. `intake.settler.told` hears of each file that has ended.

    Polling finds every file; the system's file events, where they come, only make the next look earlier.
    """
    intake.recover()
    wake = threading.Event()
    threads = [
        threading.Thread(target=_look_forever, args=(intake, stop, wake), name="look", daemon=True),
        threading.Thread(target=_listen, args=(intake, stop, wake), name="events", daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        _work_forever(intake, stop)
    finally:
        stop.set()
        wake.set()
        for thread in threads:
            thread.join(5)


def work_until_empty(intake: Intake, stop: threading.Event | None = None) -> None:
    """Take in and read all that lies in the inbox now, wait for what must wait, and return."""
    stop = stop or threading.Event()
    intake.recover()
    while not stop.is_set():
        intake.look()
        if intake.work():
            continue
        waits = [intake.rest.next_look(), intake.queue.seconds_to_next()]
        due = [wait for wait in waits if wait is not None]
        if not due:
            return
        stop.wait(max(_SHORTEST, min(*due, intake.settings.poll_seconds)))


def _look_forever(intake: Intake, stop: threading.Event, wake: threading.Event) -> None:
    while not stop.is_set():
        wake.clear()
        _patiently(intake.look, _NOBODY)
        rest = intake.rest.next_look()
        poll = intake.settings.poll_seconds
        wake.wait(poll if rest is None else max(_SHORTEST, min(rest, poll)))


def _work_forever(intake: Intake, stop: threading.Event) -> None:
    while not stop.is_set():
        if not _patiently(intake.work, False):
            stop.wait(min(1.0, intake.settings.poll_seconds))


def _listen(intake: Intake, stop: threading.Event, wake: threading.Event) -> None:
    """Wake the looking thread at file events. Without events (network shares, limits) polling does it all."""
    from watchfiles import watch as events

    try:
        for _ in events(intake.folders.inbox, stop_event=stop, step=_EVENT_MS, raise_interrupt=False):
            wake.set()
    except (OSError, RuntimeError) as error:
        _log.info("no file events here, polling only: %s", error)


def _patiently(step: Callable[[], _T], otherwise: _T) -> _T:
    """Do a step; where the database cannot be reached, wait a moment and answer `otherwise`."""
    try:
        return step()
    except OperationalError as error:
        _log.warning("the database cannot be used just now: %s", error)
        time.sleep(_DATABASE_PAUSE)
        return otherwise
