"""Opens the inbox with its real parts: database, reading process, links and index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from sqlalchemy.exc import SQLAlchemyError

from ita_docs.errors import StoreProblem
from ita_docs.inbox.intake import Intake
from ita_docs.inbox.stages import Stage, no_stage
from ita_docs.pipeline.knowledge import Knowledge, LinksAndIndex
from ita_docs.pipeline.reading_process import ReadingProcess
from ita_docs.pipeline.understand import Progress, Understand, Understood
from ita_docs.settings import Settings
from models.migrate import open_database

__all__ = ["PageProgress", "open_intake"]

PageProgress: TypeAlias = Callable[[str, int, int], None]
"""Told a file's name, pages done and pages in all."""


@contextmanager
def open_intake(
    settings: Settings,
    *,
    on_page: PageProgress | None = None,
    knowledge: Knowledge | None = None,
    stage: Stage = no_stage,
) -> Iterator[Intake]:
    """The inbox of a home folder, ready to work; its reading process ends with the block.

    Raises `StoreProblem` where the folders or the database cannot be opened.
    """
    try:
        settings.make_folders()
        engine = open_database(settings.url)
    except (OSError, SQLAlchemyError) as error:
        raise StoreProblem(str(error).splitlines()[0]) from error
    process = ReadingProcess(settings)
    try:
        yield Intake(
            settings,
            engine,
            understand=_telling(process, on_page) if on_page else process,
            is_complete=process.is_complete,
            knowledge=knowledge or LinksAndIndex(settings.index),
            stage=stage,
        )
    finally:
        process.close()
        engine.dispose()


def _telling(understand: Understand, on_page: PageProgress) -> Understand:
    def told(path: Path, progress: Progress) -> Understood:
        def both(done: int, total: int) -> None:
            progress(done, total)
            on_page(path.name, done, total)

        return understand(path, both)

    return told
