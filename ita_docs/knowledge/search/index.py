"""The full-text index on disk: a cache of the store, caught up from its diary, rebuilt at will."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, func, select
from sqlmodel import Session

from ita_docs.knowledge.search.letters import BATCH, indexed_letters, letters_of
from ita_docs.knowledge.search.schema import INDEX_VERSION, build_schema, to_index_document
from ita_docs.knowledge.search.writing import FEW, MANY, Turns
from ita_docs.knowledge.tables import changes, documents
from models.session import reading

if TYPE_CHECKING:
    import tantivy

__all__ = ["IndexState", "SearchIndex"]


@dataclass(frozen=True, slots=True)
class IndexState:
    """What the index has taken in: its version, the last line of the diary, and the letters."""

    version: int
    change: int
    letters: int


class SearchIndex:
    """The index in a folder. Readers may open it at any time; writers take turns by a lock file."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._state_file = folder / "state.json"
        self._index: tantivy.Index | None = None
        self._seen: tuple[int, int, int] | None = None
        self._turns = Turns(folder, self._open)

    def close(self) -> None:
        """End what still goes on after the last commit. An index may be used again after that."""
        self._turns.end()

    def state(self) -> IndexState | None:
        """What the index holds; None where there is none of this version."""
        try:
            state = IndexState(**json.loads(self._state_file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return state if state.version == INDEX_VERSION else None

    def searcher(self) -> tantivy.Searcher:
        """A searcher over the last commit."""
        index, stamp = self._open(), self._stamp()
        if stamp != self._seen:
            index.reload()
            self._seen = stamp
        return index.searcher()

    def _stamp(self) -> tuple[int, int, int] | None:
        """Tells one commit from another: each writes the list of segments to a new file."""
        try:
            found = (self.folder / "tantivy" / "meta.json").stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    @property
    def schema(self) -> tantivy.Schema:
        """The index's fields."""
        return self._open().schema

    def catch_up(self, engine: Engine) -> int:
        """Take in what the store's diary says since last time; build anew where the index does not fit.

        Gives the number of letters written. Safe in several processes at once and after any crash.
        """
        with self._turns.alone(), reading(engine) as session:
            state = self.state()
            last = _last_change(session)
            if state is None or state.change > last or (not state.letters and last):
                return self._rebuild(session)
            if state.change == last:
                return 0
            return self._take_in(session, state, last)

    def check(self, engine: Engine) -> int:
        """At start: rebuild where the number of letters is not the store's, else catch up."""
        with reading(engine) as session:
            held = _count_letters(session)
            last = _last_change(session)
        state = self.state()
        if state is not None and state.change == last and state.letters != held:
            return self.rebuild(engine)
        return self.catch_up(engine)

    def rebuild(self, engine: Engine) -> int:
        """Throw the index away and build it from the store. Gives the number of letters."""
        with self._turns.alone(), reading(engine) as session:
            return self._rebuild(session)

    def write_anew(self, engine: Engine, made: Iterable[tantivy.Document]) -> int:
        """Throw the index away and write documents that say what the store holds. Gives their number."""
        with self._turns.alone(), reading(engine) as session:
            return self._replace(made, _last_change(session))

    def _rebuild(self, session: Session) -> int:
        last = _last_change(session)
        letters = (letter for ids in _letter_ids(session) for letter in indexed_letters(session, ids))
        return self._replace(map(to_index_document, letters), last)

    def _replace(self, made: Iterable[tantivy.Document], change: int) -> int:
        self._turns.end_writer()
        self._index = self._seen = None
        for entry in self.folder.iterdir():
            if entry.name not in ("lock", "queue"):
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        written = 0
        with self._turns.writer(MANY) as writer:
            for document in made:
                writer.add_document(document)
                written += 1
        self._remember(change)
        return written

    def _take_in(self, session: Session, state: IndexState, last: int) -> int:
        rows = session.execute(
            select(changes.c.public_id, changes.c.removed).where(changes.c.id > state.change)
        ).all()
        letters = letters_of(session, {row.public_id for row in rows})
        gone = {row.public_id for row in rows if row.removed}
        with self._turns.writer(FEW, lasting=True) as writer:
            for public_id in gone:
                writer.delete_documents_by_term("public_id", public_id)
            written = 0
            for letter in indexed_letters(session, sorted(letters)):
                writer.delete_documents_by_term("public_id", letter.public_id)
                writer.add_document(to_index_document(letter))
                written += 1
        self._remember(last)
        return written

    def _remember(self, change: int) -> None:
        letters = self.searcher().num_docs
        new = self._state_file.with_suffix(".new")
        new.write_text(json.dumps(asdict(IndexState(INDEX_VERSION, change, letters))), encoding="utf-8")
        new.replace(self._state_file)

    def _open(self) -> tantivy.Index:
        import tantivy

        if self._index is None:
            folder = self.folder / "tantivy"
            folder.mkdir(parents=True, exist_ok=True)
            self._index = tantivy.Index(build_schema(), path=str(folder))
        return self._index


def _last_change(session: Session) -> int:
    return int(session.execute(select(func.coalesce(func.max(changes.c.id), 0))).scalar_one())


def _count_letters(session: Session) -> int:
    query = select(func.count()).select_from(documents).where(documents.c.parent_id.is_(None))
    return int(session.execute(query).scalar_one())


def _letter_ids(session: Session) -> Iterable[list[int]]:
    """Ids of all letters, in batches."""
    last = 0
    while True:
        query = (
            select(documents.c.id)
            .where(documents.c.parent_id.is_(None), documents.c.id > last)
            .order_by(documents.c.id)
            .limit(BATCH)
        )
        ids = list(session.execute(query).scalars())
        if not ids:
            return
        yield ids
        last = ids[-1]
