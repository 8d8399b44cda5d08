"""Fills a store with generated letters, batch by batch; a broken run goes on where it stopped."""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_scale_letters import ScaleLetter, ScaleWorld

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

__all__ = ["count_letters", "fill", "store_letters"]

BATCH = 500
"""Letters of one transaction."""


def fill(engine: Engine, world: ScaleWorld, letters: int, *, link: bool) -> dict[str, Any]:
    """Store letters until there are so many. `link`: link each batch as an arrival does.

    Without `link` the links are written as the generator knows them: what linking would find, without
    looking for it, so that a very large archive can be made in minutes.
    """
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
            if link:
                knowledge.relink(session, ids)
            else:
                _write_known_links(session, part, ids)
        _tell(first + len(part), letters, began, start)
    made = letters - start
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    return {
        "letters": made,
        "seconds": round(seconds, 1),
        "cpu ms a letter": _each(cpu, made),
        "linked": link,
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


def _write_known_links(session: Session, letters: Iterable[ScaleLetter], ids: Sequence[int]) -> None:
    """Links and the citations' states as the generator meant them. Documents lie in the order of places."""
    from sqlalchemy import bindparam, select, update

    from ita_docs.knowledge.tables import links, references

    query = select(references.c.id, references.c.document_id, references.c.position).where(
        references.c.document_id.between(ids[0], ids[-1])
    )
    found = {(row.document_id, row.position): row.id for row in session.execute(query)}
    states: list[dict[str, Any]] = []
    edges: list[dict[str, Any]] = []
    for document, letter in zip(ids, letters, strict=True):
        for at, target in enumerate(letter.cited, 1):
            onto = None if target is None else document - letter.place + target
            reference = found[document, at]
            state = "missing" if onto is None else "held"
            states.append({"reference": reference, "new_state": state, "onto": onto})
            if onto is not None:
                edges.append(_edge(document, onto, reference, at))
    if states:
        statement = update(references).where(references.c.id == bindparam("reference"))
        values = {"state": bindparam("new_state"), "target_id": bindparam("onto"), "link_kind": "follows"}
        session.connection().execute(statement.values(values), states)
    if edges:
        session.connection().execute(links.insert(), edges)


def _edge(document: int, onto: int, reference: int, at: int) -> dict[str, Any]:
    kind = "forwards" if at == 1 else "follows"
    return {
        "from_id": document, "to_id": onto, "to_cited_id": None, "kind": kind, "reference_id": reference,
        "evidence": [],
    }  # fmt: skip
