"""Reads files in a process of its own: what breaks a native library must not break the worker.

The process is kept from file to file, since it has its models loaded, and replaced when it dies or hangs.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_docs.errors import EngineFailed, ItaDocsError
from ita_docs.pipeline.understand import Progress, Understood

if TYPE_CHECKING:
    from ita_docs.settings import Settings

__all__ = ["ReadingProcess"]

_START_SECONDS = 120.0
_SLACK_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class _Progressed:
    done: int
    total: int


class ReadingProcess:
    """Does `understand` and `is_complete` elsewhere. One call at a time; threads wait for each other."""

    def __init__(self, settings: Settings):
        self.settings = settings
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._lock = threading.Lock()

    def __call__(self, path: Path, progress: Progress) -> Understood:
        """Pages and documents of a file. Raises its `ItaDocsError`, or `EngineFailed` if the process dies."""
        understood: Understood = self._ask("understand", path, progress)
        return understood

    def is_complete(self, path: Path) -> bool:
        """Whether a file opens and its pages can be counted. A file that kills the process is complete:
        its reading will say what is wrong with it."""
        try:
            return bool(self._ask("is_complete", path, lambda done, total: None))
        except EngineFailed:
            return True

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _ask(self, what: str, path: Path, progress: Progress) -> Any:
        with self._lock:
            fresh = self._connection is None
            connection = self._connection or self._start()
            try:
                connection.send((what, path))
                return self._listen(connection, path, progress, fresh)
            except (EOFError, OSError, BrokenPipeError) as error:
                raise self._died(path) from error

    def _listen(self, connection: Connection, path: Path, progress: Progress, fresh: bool) -> Any:
        # A page has its own clock in its own process; this one only catches what stands still as a whole.
        patience = self.settings.page_timeout + _SLACK_SECONDS + (_START_SECONDS if fresh else 0)
        while True:
            if not connection.poll(patience):
                self._end()
                raise EngineFailed(f"no progress in {patience:g} s", file=path.name, engine="reading")
            answer = connection.recv()
            if not isinstance(answer, _Progressed):
                break
            progress(answer.done, answer.total)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def _start(self) -> Connection:
        spawn = multiprocessing.get_context("spawn")
        ours, theirs = spawn.Pipe()
        # Not a daemon: it has page readers of its own.
        self._process = spawn.Process(target=_serve, args=(theirs, self.settings), name="file-reader")
        self._process.start()
        theirs.close()
        self._connection = ours
        return ours

    def _died(self, path: Path) -> EngineFailed:
        process = self._process
        if process is not None:
            process.join(5)
        code = None if process is None else process.exitcode
        self._end()
        return EngineFailed(f"the process ended with code {code}", file=path.name, engine="reading")

    def _end(self) -> None:
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.join(1)
            self._process.kill()
            self._process.join()
        self._process = self._connection = None


def _serve(connection: Connection, settings: Settings) -> None:
    """Answer until the other end is closed; die with the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this process
    _die_with_parent()
    answers: dict[str, Callable[[Path], object]] = {
        "understand": lambda path: _understand(connection, path, settings),
        "is_complete": lambda path: _is_complete(path, settings),
    }
    while True:
        try:
            what, path = connection.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        try:
            answer = answers[what](path)
        except ItaDocsError as error:
            answer = error
        except Exception as error:  # whatever a reader or parser raises is this file's misfortune alone
            answer = EngineFailed(f"{type(error).__name__}: {error}", file=path.name, engine="reading")
        connection.send(answer)


def _understand(connection: Connection, path: Path, settings: Settings) -> Understood:
    from ita_docs.pipeline.understand import understand

    return understand(path, lambda done, total: connection.send(_Progressed(done, total)), settings)


def _is_complete(path: Path, settings: Settings) -> bool:
    from ita_docs.pipeline.understand import is_complete

    return is_complete(path, settings)


def _die_with_parent() -> None:
    """Ask Linux for a SIGKILL when the parent dies: its work would be thrown away."""
    import ctypes

    try:
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)
    except (OSError, AttributeError):
        return
