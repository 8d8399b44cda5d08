"""The process that reads pages: loads its engine once, then answers one task after the other."""

from __future__ import annotations

import os
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.errors import EngineFailed, ItaDocsError
from parsers.page import Page

if TYPE_CHECKING:
    from ita_docs.reading.engine import PageReader
    from ita_docs.settings import Settings

__all__ = ["Answer", "Ready", "Task", "answer_here", "one_thread", "serve"]


@dataclass(frozen=True, slots=True)
class Task:
    """One page to read."""

    path: Path
    media: str
    number: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A page with warnings, or the error that stood in its way."""

    number: int
    page: Page | None = None
    warnings: tuple[str, ...] = ()
    error: ItaDocsError | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """The engine is loaded: from now on the clock of a page counts."""


def serve(connection: Connection, engine: str, settings: Settings) -> None:
    """Answer tasks until the other end is closed. One thread only: there is a process for each core."""
    one_thread()
    from ita_docs.reading.engines import make_reader

    reader: PageReader | None = None
    while True:
        try:
            task: Task = connection.recv()
        except (EOFError, OSError):
            return
        try:
            if reader is None:
                reader = make_reader(engine, settings)
                connection.send(Ready())
        except ItaDocsError as error:
            connection.send(Answer(task.number, error=error))
        else:
            connection.send(answer_here(task, reader, settings))


def answer_here(task: Task, reader: PageReader, settings: Settings) -> Answer:
    """Do one task in this process; whatever an engine raises becomes an error in the answer."""
    from ita_docs.reading.scan_page import read_scan_page

    try:
        page, warnings = read_scan_page(task.path, task.media, task.number, reader, settings)
    except EngineFailed as error:
        return _failed(task, reader, str(error.blanks["detail"]))
    except ItaDocsError as error:
        return Answer(task.number, error=error)
    except Exception as error:  # an engine may raise anything; the other pages go on
        return _failed(task, reader, f"{type(error).__name__}: {error}")
    return Answer(task.number, page, warnings)


def _failed(task: Task, reader: PageReader, detail: str) -> Answer:
    error = EngineFailed(detail, file=task.path.name, page=task.number, engine=reader.name)
    return Answer(task.number, error=error)


def one_thread() -> None:
    """Keep this process and what it starts to one thread: there is a process for each core."""
    for variable in ("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[variable] = "1"
    import cv2

    cv2.setNumThreads(1)
