"""Takes a file in: first its bytes into the archive, then its rows. The file itself stays where it lies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session, select

from ita_docs.archive import Archive, Kept
from ita_docs.errors import UnsafeName
from ita_docs.inbox.again import try_again
from ita_docs.inbox.errors_as_json import error_json
from ita_docs.inbox.identity import Identity, identity_of
from ita_docs.inbox.names import check_name, path_text, shown_name
from ita_docs.inbox.rows import buddhist_year, file_of, job_of, next_receiving_number, open_arrivals
from ita_docs.inbox.stages import Stage, no_stage
from ita_docs.pipeline.storable import storable
from models import Arrival, ArrivalState, Job, JobState, SourceFile, Via
from models.columns import Json, utc_now
from models.session import reading, writing

__all__ = ["Receiver"]


@dataclass(frozen=True, slots=True)
class Receiver:
    """Takes files into one archive and one database. `stage` is told each point that is reached."""

    engine: Engine
    archive: Archive
    stage: Stage = no_stage

    def new_among(self, paths: Iterable[Path]) -> list[Path]:
        """Those of these files that no open arrival stands for: one question for a full inbox."""
        with reading(self.engine) as session:
            query = select(Arrival).where(Arrival.state == ArrivalState.RECEIVED)
            known = {arrival.path: _identity(arrival) for arrival in session.exec(query)}
        return [path for path in paths if not _is_known(known.get(path_text(path)), path)]

    def receive(self, path: Path, *, via: Via = Via.INBOX, who: str | None = None) -> Arrival | None:
        """The arrival of the file at `path`; None if the file went or changed while it was copied.

        The same bytes again are another arrival of the same file, with a receiving number of its own. A
        file whose arrival has been written down already (before a crash, by another process) gets no second.
        """
        self.stage("found")
        identity = identity_of(path)
        if identity is None:
            return None
        known = self._known(path, identity)
        if known is not None:
            return known
        try:
            kept = self.archive.keep(path, self.stage)
        except FileNotFoundError:
            return None
        return self._record(path, identity, kept, via, who)

    def _known(self, path: Path, identity: Identity) -> Arrival | None:
        with reading(self.engine) as session:
            return _same_arrival(session, path, identity)

    def _record(
        self, path: Path, identity: Identity, kept: Kept, via: Via, who: str | None
    ) -> Arrival | None:
        with writing(self.engine) as session:
            known = _same_arrival(session, path, identity)
            if known is not None:
                return known
            if not identity.may_be(identity_of(path)):  # another process was quicker and has moved it already
                return None
            name = storable(shown_name(path.name))
            file = file_of(session, kept.sha256, name, kept.size)
            arrival = _new_arrival(session, file, path, identity)
            arrival.name, arrival.via, arrival.who = name, via, who
            arrival.error = _name_error(path.name)
            session.add(arrival)
            _ensure_job(session, file, arrival.error)
            session.flush()
            self.stage("recording")
        self.stage("recorded")
        return arrival


def _same_arrival(session: Session, path: Path, identity: Identity) -> Arrival | None:
    arrivals = open_arrivals(session, path_text(path))
    return next((arrival for arrival in arrivals if _identity(arrival).may_be(identity)), None)


def _is_known(known: Identity | None, path: Path) -> bool:
    return known is not None and known.may_be(identity_of(path))


def _identity(arrival: Arrival) -> Identity:
    return Identity(arrival.size or 0, arrival.mtime_ns or 0, arrival.inode or "")


def _new_arrival(session: Session, file: SourceFile, path: Path, identity: Identity) -> Arrival:
    now = utc_now()
    year = buddhist_year(now)
    assert file.id is not None
    return Arrival(
        source_file_id=file.id,
        arrived_at=now,
        year=year,
        receiving_number=next_receiving_number(session, year),
        name=path.name,
        path=path_text(path),
        size=identity.size,
        mtime_ns=identity.mtime_ns,
        inode=identity.inode,
    )


def _name_error(name: str) -> Json:
    try:
        check_name(name)
    except UnsafeName as error:
        return error_json(error)
    return None


def _ensure_job(session: Session, file: SourceFile, error: Json) -> None:
    """A new file gets a job; one that failed before is tried again, since someone dropped it again."""
    assert file.id is not None
    job = job_of(session, file.id)
    if job is None:
        job = Job(source_file_id=file.id)
        if error is not None:
            job.state, job.error, job.ended_at = JobState.FAILED, error, utc_now()
    elif job.state == JobState.FAILED and error is None:
        try_again(session, job)
    session.add(job)
