"""What became of arrivals, for people and programs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import Engine
from sqlmodel import col, select

from ita_docs.pipeline.review import find_doubts
from models import Arrival, Document, DocumentContent, Job, JobState, SourceFile
from models.session import reading

__all__ = ["outcomes"]

JSON = dict[str, Any]


def outcomes(engine: Engine, arrival_ids: Iterable[int]) -> list[JSON]:
    """For each arrival: its file, receiving number, state, letters with ids, and the error if it failed."""
    query = (
        select(Arrival, SourceFile, Job)
        .join(SourceFile, col(SourceFile.id) == col(Arrival.source_file_id))
        .join(Job, col(Job.source_file_id) == col(SourceFile.id))
        .where(col(Arrival.id).in_(list(arrival_ids)))
        .order_by(col(Arrival.id))
    )
    with reading(engine) as session:
        found = session.exec(query).all()
        return [_outcome(arrival, file, job, _letters(session, file)) for arrival, file, job in found]


def _letters(session: Any, file: SourceFile) -> list[JSON]:
    query = select(Document).where(Document.source_file_id == file.id).order_by(col(Document.position))
    return [
        {
            "id": row.public_id,
            "kind": row.kind,
            "number": row.number,
            "date": row.date.isoformat() if row.date else None,
            "subject": row.subject or row.title,
            "needs_review": row.needs_review,
            "doubts": _doubts(session, row) if row.needs_review else [],
        }
        for row in session.exec(query)
    ]


def _doubts(session: Any, row: Document) -> list[JSON]:
    content = session.get(DocumentContent, row.id)
    return [asdict(doubt) for doubt in find_doubts(content.contract)] if content else []


def _outcome(arrival: Arrival, file: SourceFile, job: Job, letters: list[JSON]) -> JSON:
    error = arrival.error or (job.error if job.state == JobState.FAILED else None)
    return {
        "name": arrival.name,
        "sha256": file.sha256,
        "file": file.public_id,
        "receiving_number": arrival.receiving_number,
        "year": arrival.year,
        "state": arrival.state,
        "media_type": file.media_type,
        "pages": file.pages,
        "documents": letters,
        "error": error,
    }
