"""Turns at writing the index: one process at a time, and a writer that stays a moment after its commit.

A writer merges small segments after a commit. Letters that come one upon another would wait for that again
and again; so a writer whose process has more to write, and for whom no other process waits, goes on while
its merges run. After a moment without work it ends, and its lock with it.
"""

from __future__ import annotations

import atexit
import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, RLock, Thread
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    import tantivy

__all__ = ["FEW", "MANY", "Turns"]

FEW, MANY = 15_000_000, 64_000_000
"""Bytes that a writer may gather before it writes a segment: the least there is, and for a whole archive."""

LINGER = 0.2
"""Seconds without work after which a writer ends."""


class Turns:
    """The right to write to the index in a folder, and the writer that goes with it."""

    def __init__(self, folder: Path, opened: Callable[[], tantivy.Index]):
        self._folder, self._opened = folder, opened
        self._guard = RLock()
        self._lock: IO[str] | None = None
        self._writer: Any = None
        self._used = 0.0
        self._tender: Thread | None = None
        self._ending = Event()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Wait until nobody else writes to the index, merges that still go on included."""
        with self._guard:
            self._take_lock()
            try:
                yield
            finally:
                if self._writer is None:
                    self._give_lock()

    @contextmanager
    def writer(self, memory: int, *, lasting: bool = False) -> Iterator[Any]:
        """A writer that commits at the end. With `lasting` its merges of segments go on after that.

        To be called by who is `alone`.
        """
        if not lasting:
            self.end_writer()
        writer, self._writer = self._writer or self._opened().writer(memory, 1), None
        try:
            yield writer
            writer.commit()
        except BaseException:
            writer.rollback()
            writer.wait_merging_threads()
            raise
        if lasting:
            self._keep(writer)
        else:
            writer.wait_merging_threads()

    def end_writer(self) -> None:
        """Let the merges of the last commits come to their end: broken off they would begin anew.

        To be called by who is `alone`.
        """
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.wait_merging_threads()

    def end(self) -> None:
        """End the writer that still stays, its merges done."""
        self._ending.set()
        tender = self._tender
        if tender is not None:
            tender.join()

    def _keep(self, writer: Any) -> None:
        self._writer, self._used = writer, time.monotonic()
        if self._tender is None:
            self._ending.clear()
            self._tender = Thread(target=self._tend, name="index writer", daemon=True)
            self._tender.start()
            atexit.register(self.end)
        if self._somebody_waits():
            self._ending.set()

    def _tend(self) -> None:
        """End the writer once nothing was written for a moment, or another process waits."""
        while True:
            ending = self._ending.wait(LINGER)
            with self._guard:
                if ending or time.monotonic() - self._used >= LINGER:
                    self._tender = None
                    atexit.unregister(self.end)
                    self.end_writer()
                    self._give_lock()
                    return

    def _take_lock(self) -> None:
        if self._lock is not None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        lock = (self._folder / "lock").open("w")
        with (self._folder / "queue").open("w") as queue:
            fcntl.flock(queue, fcntl.LOCK_SH)
            fcntl.flock(lock, fcntl.LOCK_EX)
        self._lock = lock

    def _give_lock(self) -> None:
        lock, self._lock = self._lock, None
        if lock is not None:
            fcntl.flock(lock, fcntl.LOCK_UN)
            lock.close()

    def _somebody_waits(self) -> bool:
        """Whether another process stands in the queue; who waits holds a share of its lock."""
        with (self._folder / "queue").open("w") as queue:
            with suppress(BlockingIOError):
                fcntl.flock(queue, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return False
            return True
