"""Files an invented world into a store: pages and documents as the store keeps them, linked as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_world import JSON, WorldFile

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

__all__ = ["Filed", "file_world"]


@dataclass(slots=True)
class Filed:
    """Where the world's letters lie in the store: gold id by document id, and document ids by file."""

    gold_of: dict[int, str] = field(default_factory=dict)
    first_of: dict[str, int] = field(default_factory=dict)


def file_world(
    engine: Engine, files: Sequence[WorldFile], *, batch: int = 200, knowledge: Any = None
) -> Filed:
    """Store and link the files in the order given, so many in one transaction."""
    from ita_docs.knowledge.base import KnowledgeBase
    from models.session import writing

    relink = (knowledge or KnowledgeBase(Path())).relink
    filed = Filed()
    for part in _batches(files, batch):
        with writing(engine) as session:
            relink(session, _store(session, part, filed))
    return filed


def _batches(files: Sequence[WorldFile], size: int) -> Iterator[Sequence[WorldFile]]:
    for at in range(0, len(files), size):
        yield files[at : at + size]


def _store(session: Session, files: Sequence[WorldFile], filed: Filed) -> list[int]:
    """Write files with their pages and documents as the store does in batches. Gives the documents' ids."""
    from sqlmodel import col, select

    from ita_docs.pipeline.new_documents import Draft, insert_documents
    from models import Document, SourceFile
    from models.keys import document_id, file_id

    sources = [
        SourceFile(
            public_id=file_id(file.sha256), sha256=file.sha256, name=f"{file.name}.txt", size=1,
            pages=len(file.pages),
        )
        for file in files
    ]  # fmt: skip
    session.add_all(sources)
    session.flush()
    ids = [source.id or 0 for source in sources]
    _store_pages(session, zip(ids, files, strict=True))
    insert_documents(
        session,
        [
            Draft(source, place, document_id(file.sha256, place), document)
            for source, file in zip(ids, files, strict=True)
            for place, document in enumerate(file.documents, 1)
        ],
    )
    query = select(Document).where(col(Document.source_file_id).in_(ids)).order_by(col(Document.position))
    rows: dict[int, list[Document]] = {source: [] for source in ids}
    for row in session.exec(query):
        rows[row.source_file_id].append(row)
    for source, file in zip(ids, files, strict=True):
        _hang(rows[source])
        _remember(rows[source], file, filed)
    session.flush()
    return [row.id for source in ids for row in rows[source] if row.id]


def _store_pages(session: Session, files: Iterable[tuple[int, WorldFile]]) -> None:
    from models import Page
    from models.columns import table_of

    rows = [
        {
            "source_file_id": source,
            "number": number,
            "origin": "ocr" if file.scanned else "plain",
            "text": "\n".join(lines),
            "lines": [_line(text) for text in lines],
        }
        for source, file in files
        for number, lines in enumerate(file.pages, 1)
    ]
    session.connection().execute(table_of(Page).insert(), rows)


def _line(text: str) -> JSON:
    return {"text": text, "bbox": None, "confidence": 1.0, "role": "print"}


def _hang(rows: Iterable[Any]) -> None:
    parent = None
    for row in rows:
        if row.kind != "attachment":
            parent = row
        elif parent is not None:
            row.parent_id = parent.id


def _remember(rows: Sequence[Any], file: WorldFile, filed: Filed) -> None:
    filed.first_of[file.letter] = rows[0].id
    for row, document in zip(rows, file.documents, strict=True):
        if document.get("id"):
            filed.gold_of[row.id] = document["id"]
