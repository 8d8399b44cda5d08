"""Duties with what stands in other tables: who tells them, what became of them, and whether they bind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from ita_docs.knowledge.citations import Citations
from ita_docs.knowledge.duties.proposals import all_proposed, proposed
from models import Deadline, Document, Duty, DutyChange, DutySource

__all__ = ["DutyLine", "with_sources"]


@dataclass(slots=True)
class DutyLine:
    """A duty with its sources as citations, its history, and the duty in whose place it stands.

    `proposal` says that memos only propose it: nobody is bound by it yet.
    """

    duty: Duty
    sources: list[dict[str, Any]] = field(default_factory=list)
    changes: list[DutyChange] = field(default_factory=list)
    moved_to: Duty | None = None
    moved_by: Document | None = None
    proposal: bool = False


@dataclass(frozen=True, slots=True)
class _Telling:
    """What a document of a kind says of a duty."""

    document_id: int
    action: str | None
    kind: str


def with_sources(session: Session, duties: Sequence[Duty]) -> list[DutyLine]:
    """Duties with everything that stands in other tables, fetched once for all."""
    lines = {duty.id: DutyLine(duty) for duty in duties}
    citations = Citations(session)
    told = session.execute(_sources(list(lines))).all()
    citations.prepare(deadline for _, deadline, _ in told)
    for duty_id, deadline, _ in told:
        place = citations.from_evidence(deadline.document_id, deadline)
        source = place.to_json() if place else _bare(citations, deadline)
        lines[duty_id].sources.append(source | {"restated": deadline.restated})
    changes = select(DutyChange).where(col(DutyChange.duty_id).in_(lines)).order_by(col(DutyChange.id))
    for change in session.execute(changes).scalars():
        lines[change.duty_id].changes.append(change)
    tellings: dict[int, list[_Telling]] = defaultdict(list)
    for duty_id, deadline, kind in told:
        tellings[duty_id].append(_Telling(deadline.document_id, deadline.action, kind))
    proposals = proposed(session, chain.from_iterable(tellings.values()))
    for line in lines.values():
        _add_move(session, line)
        line.proposal = all_proposed(tellings[line.duty.id or 0], proposals)
    return list(lines.values())


def _sources(ids: list[int | None]) -> Any:
    return (
        select(col(DutySource.duty_id), Deadline, col(Document.kind))
        .join(Deadline, col(Deadline.id) == col(DutySource.deadline_id))
        .join(Document, col(Document.id) == col(Deadline.document_id))
        .where(col(DutySource.duty_id).in_(ids))
        .order_by(col(Deadline.restated), col(Deadline.document_id), col(Deadline.position))
    )


def _bare(citations: Citations, deadline: Deadline) -> dict[str, Any]:
    """A source without a place on paper: the letter and its words."""
    source = citations.source(deadline.document_id)
    return {
        "letter": source.letter,
        "number": source.number,
        "file": source.file,
        "page": source.first_page,
        "line": None,
        "text": deadline.text or deadline.action or "",
        "bbox": None,
        "highlights": [],
    }


def _add_move(session: Session, line: DutyLine) -> None:
    if line.duty.moved_to_id:
        line.moved_to = session.get(Duty, line.duty.moved_to_id)
    letters = [change.by_document_id for change in line.changes if change.by_document_id]
    if letters:
        line.moved_by = session.get(Document, letters[-1])
