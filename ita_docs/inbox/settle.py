"""Moves inbox files to `done/` or `failed/` once their reading has ended, and closes their arrivals.

Where a file goes is written down before it is moved, and the move and the closing are one turn of the
writer lock: a crash leaves either the file in its old place or the file in the place that is written down.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session, col, or_, select

from ita_docs.archive import Archive
from ita_docs.inbox.folders import Folders
from ita_docs.inbox.identity import Identity
from ita_docs.inbox.moving import Moved, move_away
from ita_docs.inbox.names import free_path, path_from_text, path_text, safe_name
from ita_docs.inbox.reasons import drop_reason, write_reason
from ita_docs.inbox.stages import Stage, no_stage
from models import Arrival, ArrivalState, Job, JobState, SourceFile, Via
from models.columns import Json, utc_now
from models.session import reading, writing

__all__ = ["Settler"]

_log = logging.getLogger(__name__)
_ENDED = (JobState.DONE, JobState.FAILED)


@dataclass(frozen=True, slots=True)
class Settler:
    """Closes arrivals of one database, moving files between the folders of one inbox."""

    engine: Engine
    archive: Archive
    folders: Folders
    stage: Stage = no_stage
    told: list[Callable[[int], None]] = field(default_factory=list)
    """Whom to tell the id of each arrival that has been closed."""

    def settle_all(self) -> list[int]:
        """Close every arrival whose reading has ended. Returns their ids, in order of arrival.

        A file that cannot be moved (rights, a full disk) stays where it is until the next time.
        """
        return [arrival for arrival in self._waiting() if self._try(arrival)]

    def _try(self, arrival_id: int) -> bool:
        try:
            return self._settle(arrival_id)
        except OSError as error:
            _log.warning("arrival %d cannot be moved: %s", arrival_id, error)
            return False

    def _waiting(self) -> list[int]:
        with reading(self.engine) as session:
            query = (
                select(Arrival.id)
                .join(Job, col(Job.source_file_id) == col(Arrival.source_file_id))
                .where(Arrival.state == ArrivalState.RECEIVED)
                .where(or_(col(Job.state).in_(_ENDED), col(Arrival.error).is_not(None)))
                .order_by(col(Arrival.id))
            )
            return [number for number in session.exec(query) if number is not None]

    def _settle(self, arrival_id: int) -> bool:
        self._plan(arrival_id)
        self.stage("planned")
        with writing(self.engine) as session:
            arrival = _still_open(session, arrival_id)
            if arrival is None:
                return False
            error = _error(session, arrival)
            arrival.state = ArrivalState.DONE if error is None else ArrivalState.FAILED
            if _is_to_move(arrival) and self._move(session, arrival, error) == Moved.GONE:
                arrival.state = ArrivalState.GONE
            self.stage("moved")
            arrival.settled_at = utc_now()
        self.stage("settled")
        for tell in self.told:
            tell(arrival_id)
        return True

    def _plan(self, arrival_id: int) -> None:
        """Write down where the file goes. A place that was planned for another outcome is planned anew."""
        with writing(self.engine) as session:
            arrival = _still_open(session, arrival_id)
            if arrival is None or not _is_to_move(arrival) or arrival.path is None:
                return
            error = _error(session, arrival)
            path, folder = path_from_text(arrival.path), self.folders.outcome(error)
            planned = path_from_text(arrival.destination) if arrival.destination else None
            if planned is None or (folder not in planned.parents and not planned.exists()):
                arrival.destination = path_text(self._destination(session, path, folder))

    def _destination(self, session: Session, path: Path, folder: Path) -> Path:
        if folder in path.parents:  # tried again out of failed/, and failed again
            return path
        below = [safe_name(step) for step in self.folders.place_of(path).parts[:-1]]
        taken = select(Arrival.destination).where(Arrival.state == ArrivalState.RECEIVED)
        planned = {str(path_from_text(text)) for text in session.exec(taken) if text}
        return free_path(folder.joinpath(*below), safe_name(path.name), planned)

    def _move(self, session: Session, arrival: Arrival, error: Json) -> Moved:
        assert arrival.path is not None
        assert arrival.destination is not None
        path, destination = path_from_text(arrival.path), path_from_text(arrival.destination)
        destination.parent.mkdir(parents=True, exist_ok=True)
        if error is not None:
            write_reason(destination, arrival, error)
            self.stage("reasoned")
        identity = Identity(arrival.size or 0, arrival.mtime_ns or 0, arrival.inode or "")
        original = self.archive.path_of(session.get_one(SourceFile, arrival.source_file_id).sha256)
        moved = move_away(path, identity, destination, original)
        if moved == Moved.GONE:
            drop_reason(destination)
        elif error is None and self.folders.failed in path.parents:
            drop_reason(path)
        return moved


def _still_open(session: Session, arrival_id: int) -> Arrival | None:
    arrival = session.get(Arrival, arrival_id)
    return arrival if arrival is not None and arrival.state == ArrivalState.RECEIVED else None


def _is_to_move(arrival: Arrival) -> bool:
    """Whether the file lies in the inbox: dropped there, or handed in by browser. Files of commands stay."""
    return arrival.via != Via.CLI


def _error(session: Session, arrival: Arrival) -> Json:
    if arrival.error is not None:
        return arrival.error
    job = session.exec(select(Job).where(Job.source_file_id == arrival.source_file_id)).one()
    return job.error if job.state == JobState.FAILED else None
