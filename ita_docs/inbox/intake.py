"""The inbox of one office, put together from its settings: look, work, settle."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import select

from ita_docs.archive import Archive, sha256_of
from ita_docs.errors import StoreProblem
from ita_docs.inbox.folders import Folders
from ita_docs.inbox.jobs import Queue
from ita_docs.inbox.owner import owner_name
from ita_docs.inbox.receive import Receiver
from ita_docs.inbox.rest import Rest
from ita_docs.inbox.scan import scan
from ita_docs.inbox.settle import Settler
from ita_docs.inbox.stages import Stage, no_stage
from ita_docs.inbox.worker import Worker
from ita_docs.pipeline.knowledge import Knowledge
from ita_docs.pipeline.understand import Understand
from ita_docs.settings import Settings
from models import Arrival, Job, JobState, SourceFile, Via
from models.session import reading

__all__ = ["Intake"]

_log = logging.getLogger(__name__)
_STALE_SECONDS = 3600.0


class Intake:
    """Everything that happens to files of one home folder, in steps that any process may take at any time.

    `understand`, `is_complete` and `knowledge` are what reads, opens and links; `stage` is told each point
    on the way.
    """

    def __init__(
        self,
        settings: Settings,
        engine: Engine,
        *,
        understand: Understand,
        is_complete: Callable[[Path], bool],
        knowledge: Knowledge,
        stage: Stage = no_stage,
    ):
        self.settings = settings
        self.engine = engine
        self.folders = Folders(settings.inbox, settings.done, settings.failed)
        self.archive = Archive(settings.archive)
        self.queue = Queue(
            engine, owner_name(), settings.lease_seconds, settings.max_attempts, settings.retry_seconds
        )
        self.receiver = Receiver(engine, self.archive, stage)
        self.rest = Rest(settings.stable_seconds, settings.patience_seconds, is_complete)
        self.settler = Settler(engine, self.archive, self.folders, stage)
        scratch = settings.cache / "reading"
        self.worker = Worker(engine, self.archive, self.queue, understand, knowledge, scratch, stage)

    def recover(self) -> None:
        """Finish what a crash left unfinished, as far as it is not a job's business."""
        self.folders.make()
        self.archive.sweep(time.time() - _STALE_SECONDS)
        self.settler.settle_all()
        self.worker.refresh()

    def look(self) -> list[Arrival]:
        """Take in the inbox files that are at rest and have not been taken in; gives their arrivals.

        One that cannot be taken in (rights, a full disk) does not stop the others, and is met again at
        the next look.
        """
        resting = self.rest.at_rest(scan(self.folders.inbox))
        return [arrival for path in self.receiver.new_among(resting) for arrival in self._receive(path)]

    def take(self, paths: Iterable[Path], *, who: str | None = None) -> list[Arrival]:
        """Take in files that a command names, wherever they lie; they stay there."""
        arrivals = []
        for path in paths:
            arrival = self.receiver.receive(path, via=Via.CLI, who=who)
            arrivals += [] if arrival is None else [arrival]
        return arrivals

    def holds(self, path: Path) -> bool:
        """Whether the bytes of a file are in the archive and have been read."""
        with reading(self.engine) as session:
            query = select(Job.state).join(SourceFile).where(SourceFile.sha256 == sha256_of(path))
            return session.exec(query).first() == JobState.DONE

    def work(self, among: Collection[int] | None = None) -> bool:
        """Do one job if there is one, and close the arrivals that have ended. False if there was none."""
        worked = self.worker.work_once(among)
        self.settler.settle_all()
        return worked

    def _receive(self, path: Path) -> list[Arrival]:
        try:
            arrival = self.receiver.receive(path)
        except (OSError, StoreProblem) as error:
            _log.warning("%s cannot be taken in: %s", path.name, error)
            return []
        return [] if arrival is None else [arrival]
