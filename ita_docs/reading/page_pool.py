"""Pages read by several processes: one a core, each with a deadline, replaced when it crashes or hangs.

A pool of `concurrent.futures` is lost whole when one worker dies and cannot end one that hangs; scans from
anywhere do both to native libraries, so each worker here has its own pipe and clock.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

from ita_docs.errors import EngineFailed
from ita_docs.reading.page_worker import Answer, Ready, Task, serve

if TYPE_CHECKING:
    from ita_docs.settings import Settings

__all__ = ["PagePool"]

_START_SECONDS = 120.0
"""For a fresh worker to import its libraries and load its weights, before the clock of a page counts."""
_SLACK_SECONDS = 1.0
"""An engine that keeps its own time may say first what took so long."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    fresh: bool = True
    task: Task | None = None
    deadline: float = 0.0


class PagePool:
    """Worker processes that read pages with one engine. Start is lazy; `close` ends them."""

    def __init__(self, engine: str, settings: Settings):
        self.engine = engine
        self.settings = settings
        self._workers: list[_Worker] = []

    def read(self, tasks: Iterable[Task]) -> Iterator[Answer]:
        """Answers as they come, in no fixed order; every task gets exactly one."""
        waiting = deque(tasks)
        try:
            while waiting or any(worker.task for worker in self._workers):
                self._hand_out(waiting)
                yield from self._collect()
        finally:
            for worker in [worker for worker in self._workers if worker.task]:
                self._end(worker)

    def close(self) -> None:
        """End all workers."""
        for worker in list(self._workers):
            self._end(worker)

    def _hand_out(self, waiting: deque[Task]) -> None:
        while waiting and len(self._workers) < min(
            self.settings.workers, len(waiting) + sum(bool(worker.task) for worker in self._workers)
        ):
            self._start()
        for worker in [worker for worker in self._workers if not worker.task]:
            if waiting:
                self._give(worker, waiting)

    def _give(self, worker: _Worker, waiting: deque[Task]) -> None:
        task = waiting.popleft()
        try:
            worker.connection.send(task)
        except OSError:  # the idle process has died meanwhile: another one takes the task
            self._end(worker)
            waiting.appendleft(task)
            return
        worker.task = task
        worker.deadline = time.monotonic() + _START_SECONDS if worker.fresh else self._page_deadline()

    def _collect(self) -> Iterator[Answer]:
        busy = {worker.connection: worker for worker in self._workers if worker.task}
        if not busy:
            return
        left = min(worker.deadline for worker in busy.values()) - time.monotonic()
        for connection in wait(list(busy), timeout=max(left, 0.0)):
            yield from self._receive(busy[connection])  # type: ignore[index]
        now = time.monotonic()
        for worker in [w for w in self._workers if w.task and w.deadline <= now]:
            yield self._failed(worker, f"no answer in {self.settings.page_timeout:g} s")

    def _receive(self, worker: _Worker) -> Iterator[Answer]:
        try:
            message: Answer | Ready = worker.connection.recv()
        except (EOFError, OSError):
            worker.process.join(5)
            yield self._failed(worker, f"the process ended with code {worker.process.exitcode}")
            return
        worker.fresh = False
        if isinstance(message, Ready):
            worker.deadline = self._page_deadline()
            return
        worker.task = None
        yield message

    def _page_deadline(self) -> float:
        return time.monotonic() + self.settings.page_timeout + _SLACK_SECONDS

    def _failed(self, worker: _Worker, detail: str) -> Answer:
        task = worker.task
        assert task is not None
        self._end(worker)
        error = EngineFailed(detail, file=task.path.name, page=task.number, engine=self.engine)
        return Answer(task.number, error=error)

    def _start(self) -> None:
        spawn = multiprocessing.get_context("spawn")
        ours, theirs = spawn.Pipe()
        arguments = (theirs, self.engine, self.settings)
        process = spawn.Process(target=serve, args=arguments, daemon=True, name="page-reader")
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))

    def _end(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.connection.close()
        if worker.task:
            worker.process.kill()
        worker.process.join(5)
