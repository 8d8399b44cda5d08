"""Fills a store with generated letters, batch by batch; a broken run goes on where it stopped."""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_scale_letters import ScaleLetter, ScaleWorld

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

__all__ = ["count_letters", "fill", "store_letters"]

BATCH = 500
"""Letters of one transaction."""


def fill(engine: Engine, world: ScaleWorld, letters: int) -> dict[str, Any]:
    """Store letters until there are so many, each batch linked as an arrival is."""
    from ita_docs.knowledge.base import KnowledgeBase
    from ita_docs.settings import Settings
    from models.session import writing

    start = count_letters(engine)
    began, cpu = time.perf_counter(), time.process_time()
    knowledge = KnowledgeBase(Settings().index)
    for first in range(start, letters, BATCH):
        part = [world.letter(place) for place in range(first, min(first + BATCH, letters))]
        with writing(engine) as session:
            ids = store_letters(session, world.seed, part)
            knowledge.relink(session, ids)
        _tell(first + len(part), letters, began, start)
    made = max(0, letters - start)
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    return {
        "letters": made,
        "seconds": round(seconds, 1),
        "cpu ms a letter": _each(cpu, made),
    }


def _each(seconds: float, count: int) -> float | None:
    return round(seconds * 1000 / count, 2) if count > 0 else None


def _tell(done: int, letters: int, began: float, start: int) -> None:
    rate = (done - start) / max(1e-9, time.perf_counter() - began)
    print(f"\r{done:,} of {letters:,} letters, {rate:,.0f} a second ", end="", file=sys.stderr, flush=True)


def count_letters(engine: Engine) -> int:
    """Letters in the store."""
    from sqlalchemy import func, select

    from ita_docs.knowledge.tables import documents
    from models.session import reading

    with reading(engine) as session:
        return int(session.execute(select(func.count()).select_from(documents)).scalar_one())


def store_letters(session: Session, seed: int, letters: Sequence[ScaleLetter]) -> list[int]:
    """Write files, pages and documents as the store does in batches. Gives the documents' ids, in order."""
    from sqlalchemy import select

    from ita_docs.knowledge.tables import documents, pages, source_files
    from ita_docs.pipeline.new_documents import Draft, insert_documents
    from models.columns import utc_now
    from models.keys import document_id, file_id

    hashes = [hashlib.sha256(f"{seed} {letter.place}".encode()).hexdigest() for letter in letters]
    connection = session.connection()
    statement = source_files.insert().returning(source_files.c.id, sort_by_parameter_order=True)
    rows = [
        _file(sha, file_id(sha), letter.place, utc_now()) for sha, letter in zip(hashes, letters, strict=True)
    ]
    sources = list(connection.execute(statement, rows).scalars())
    connection.execute(
        pages.insert(), [_page(one, it.lines) for one, it in zip(sources, letters, strict=True)]
    )
    drafts = [
        Draft(source, 1, document_id(sha, 1), letter.contract)
        for source, sha, letter in zip(sources, hashes, letters, strict=True)
    ]
    insert_documents(session, drafts)
    query = select(documents.c.id).where(documents.c.source_file_id.between(sources[0], sources[-1]))
    return list(session.execute(query.order_by(documents.c.source_file_id)).scalars())


def _file(sha: str, name: str, place: int, now: Any) -> dict[str, Any]:
    return {
        "public_id": name, "sha256": sha, "name": f"{place}.txt", "size": 1, "pages": 1, "stored_at": now,
    }  # fmt: skip


def _page(source: int, lines: list[str]) -> dict[str, Any]:
    stored = [{"text": line, "bbox": None, "confidence": 1.0, "role": "print"} for line in lines]
    return {
        "source_file_id": source, "number": 1, "origin": "plain", "text": "\n".join(lines), "lines": stored,
        "turned": 0,
    }  # fmt: skip
