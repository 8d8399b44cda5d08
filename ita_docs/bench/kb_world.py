"""An invented world of letters in a store: fields as the generator knows them, citations damaged at will."""

from __future__ import annotations

import copy
import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_places import give_places
from ita_docs.corpus.world import World

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

    from ita_docs.corpus.letter import Letter
    from ita_docs.corpus.sample import Sample

__all__ = ["Filed", "WorldFile", "file_world", "make_world"]

JSON = dict[str, Any]


@dataclass(slots=True)
class WorldFile:
    """One file: documents in the published shape, the pages' lines, and the gold of its links.

    `source` is the letter as the generator wrote it, with the keys of its duties. `scanned` files were read
    by a scanner, others are typed text.
    """

    name: str
    letter: str
    documents: list[JSON]
    pages: list[list[str]]
    links: list[JSON]
    damaged: set[int] = field(default_factory=set)
    cited_before_damage: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    source: Letter | None = None
    scanned: bool = False

    @property
    def sha256(self) -> str:
        """A hash of its own."""
        return hashlib.sha256(self.name.encode()).hexdigest()


@dataclass(slots=True)
class Filed:
    """Where the world's letters lie in the store: gold id by document id, and document ids by file."""

    gold_of: dict[int, str] = field(default_factory=dict)
    first_of: dict[str, int] = field(default_factory=dict)


def make_world(
    seed: int,
    *,
    letters: int,
    citations: int = 0,
    damage: float = 0.0,
    twins: float = 0.03,
    missing: float = 0.1,
) -> list[WorldFile]:
    """Files until there are so many letters and citations; `damage` of the citations are misread."""
    world = World(seed, topics="mixed", missing=missing, twins=twins, flaws=0.0)
    dice = random.Random(f"damage {seed}")
    files: list[WorldFile] = []
    cited = 0
    for sample in world.samples():
        file = _world_file(sample)
        _damage(file, damage, dice)
        files.append(file)
        cited += len(file.links)
        if len(files) >= letters and cited >= citations:
            return files
    return files


def _world_file(sample: Sample) -> WorldFile:
    gold = sample.gold()
    texts = sample.text().split("\f")
    pages = [text.split("\n") for text in texts]
    documents = [copy.deepcopy(document) for document in gold["documents"]]
    for place, document in enumerate(documents):
        document["pages"] = [min(place + 1, len(pages))] * 2
        give_places(document, pages[min(place, len(pages) - 1)], min(place + 1, len(pages)))
    return WorldFile(sample.name, gold["letter"], documents, pages, gold["links"], source=sample.letter)


def _damage(file: WorldFile, rate: float, dice: random.Random) -> None:
    """Misread some citations, and understand them as they then read."""
    from ita_docs.bench.kb_damage import misread

    file.scanned = rate > 0
    for place, reference in enumerate(file.documents[0]["references"]):
        file.cited_before_damage[place] = _words_of(reference)
        if dice.random() < rate and misread(reference, dice):
            file.damaged.add(place)


def _words_of(reference: JSON) -> tuple[Any, ...]:
    """What a citation says of its letter: number, day, issuer, and without a number the subject."""
    number = (reference.get("number") or {}).get("canonical")
    return (number, reference["date"], reference["issuer"], None if number else reference["subject"])


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
