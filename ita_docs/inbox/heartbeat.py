"""Signs of life while a file is read, with its progress for people to see."""

from __future__ import annotations

import logging
import threading
from types import TracebackType
from typing import Self

from sqlalchemy.exc import SQLAlchemyError

from ita_docs.inbox.jobs import Claim, Queue

__all__ = ["Heartbeat"]

_log = logging.getLogger(__name__)
_NEWS_SECONDS = 0.5
"""Progress is written down no oftener than this, so that a long text file does not keep the database busy."""


class Heartbeat:
    """Beats from a thread of its own from entering to leaving; `progress` may be called from any thread."""

    def __init__(self, queue: Queue, claim: Claim):
        self._queue = queue
        self._claim = claim
        self._done, self._total = 0, 0
        self._news = threading.Event()
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, name="heartbeat", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end.set()
        self._news.set()
        self._thread.join()

    def progress(self, done: int, total: int) -> None:
        """Pages done and pages in all."""
        self._done, self._total = done, total
        self._news.set()

    def _run(self) -> None:
        while not self._end.is_set():
            self._news.wait(self._queue.lease_seconds / 3)
            self._news.clear()
            if self._end.wait(_NEWS_SECONDS):
                return
            try:
                self._queue.beat(self._claim, stage="reading", done=self._done, total=self._total or None)
            except SQLAlchemyError as error:  # a beat may be missed: the lease is three beats long
                _log.warning("no sign of life could be written: %s", error)
