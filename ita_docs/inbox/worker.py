"""Does one job after the other: read, understand, store, link, index."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from ita_docs.archive import Archive
from ita_docs.errors import ItaDocsError, MissingTool, StoreProblem, UnreadableFile
from ita_docs.inbox.heartbeat import Heartbeat
from ita_docs.inbox.jobs import Claim, ClaimLost, Queue
from ita_docs.inbox.names import safe_name
from ita_docs.inbox.rows import latest_name
from ita_docs.inbox.stages import Stage, no_stage
from ita_docs.pipeline.knowledge import Knowledge
from ita_docs.pipeline.storable import storable
from ita_docs.pipeline.store import store_parse
from ita_docs.pipeline.understand import Understand, Understood
from models import SourceFile
from models.columns import utc_now
from models.session import reading, writing

__all__ = ["Worker"]

_log = logging.getLogger(__name__)
_NOT_LINKED = "ยังไม่ได้เชื่อมโยงกับหนังสือฉบับอื่น · not linked with other letters"


@dataclass(frozen=True, slots=True)
class Worker:
    """Reads files of one archive into one database. `understand` reads one file, `knowledge` links it."""

    engine: Engine
    archive: Archive
    queue: Queue
    understand: Understand
    knowledge: Knowledge
    scratch: Path
    stage: Stage = no_stage

    def work_once(self, among: Collection[int] | None = None) -> bool:
        """Claim and do one job. False if there was none to do.

        What is wrong with the file ends in the job; `MissingTool` and `StoreProblem`, which are wrong
        with this machine, give the job back and are raised.
        """
        claim = self.queue.claim(among)
        if claim is None:
            return False
        self.stage("claimed")
        try:
            self._do(claim)
        except ClaimLost:
            _log.warning("job %d was taken over by another worker", claim.job_id)
        return True

    def _do(self, claim: Claim) -> None:
        try:
            with Heartbeat(self.queue, claim) as heartbeat, self._named_original(claim) as path:
                understood = self.understand(path, heartbeat.progress)
            self.stage("read")
            self._store(claim, understood)
        except ClaimLost:
            raise
        except (MissingTool, StoreProblem, KeyboardInterrupt, SystemExit):
            self.queue.release(claim)
            raise
        except Exception as error:
            if not isinstance(error, ItaDocsError):
                _log.exception("job %d", claim.job_id)
            self.queue.give_up(claim, error, for_good=isinstance(error, UnreadableFile))
            return
        self.refresh()
        self.stage("indexed")

    def refresh(self) -> None:
        """Bring the search index up to date. If it cannot be now, it will be with the next letter."""
        try:
            self.knowledge.refresh(self.engine)
        except Exception:  # the index is a cache: whatever is wrong with it must not stop the filing
            _log.exception("the search index could not be brought up to date")

    def _store(self, claim: Claim, understood: Understood) -> None:
        with writing(self.engine) as session:
            self.queue.held(session, claim)
            file = session.get_one(SourceFile, claim.source_file_id)
            file.media_type, file.text_origin = understood.media_type, understood.text_origin
            file.pages, file.warnings = len(understood.pages), storable(understood.warnings)
            file.read_at = utc_now()
            documents = store_parse(session, file, understood.pages, understood.documents)
            self.stage("storing")
            self._link(session, file, [row.id for row in documents if row.id is not None])
            self.queue.finish(session, claim)
            session.flush()
            self.stage("linked")
        self.stage("stored")

    def _link(self, session: Session, file: SourceFile, document_ids: list[int]) -> None:
        """Link the letters. A fault in linking leaves them filed without links, and says so with the file."""
        try:
            with session.begin_nested():
                self.knowledge.relink(session, document_ids)
        except SQLAlchemyError:
            raise
        except Exception as error:
            _log.exception("the letters of %s could not be linked", file.public_id)
            file.warnings = [*file.warnings, f"{_NOT_LINKED} ({type(error).__name__}: {error})"]

    @contextmanager
    def _named_original(self, claim: Claim) -> Iterator[Path]:
        """The archived original under the clerk's name for it, which messages use and readers look at."""
        with reading(self.engine) as session:
            file = session.get_one(SourceFile, claim.source_file_id)
            name = latest_name(session, claim.source_file_id) or file.name
        original = self.archive.find(file.sha256)
        self.scratch.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.scratch, prefix="reading-") as folder:
            path = Path(folder) / safe_name(name)
            path.symlink_to(original.resolve())
            yield path
