"""What happens to a letter after it is stored: links, duties, and the search index.

The store calls two hooks and knows nothing else of them:

- `relink` inside the storing transaction, so that a letter and its links appear together;
- `refresh` after the commit, since the index is a cache: it reads the diary (`models.Change`) from where it
  stopped, and so loses nothing when a process dies in between.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import Engine
from sqlmodel import Session

if TYPE_CHECKING:
    from ita_docs.knowledge.search.index import SearchIndex

__all__ = ["Knowledge", "LinksAndIndex", "NoKnowledge"]


class Knowledge(Protocol):
    """What linking and search give to the store."""

    def relink(self, session: Session, document_ids: Sequence[int]) -> None:
        """Resolve the references of these documents and those that waited for them; build their duties.

        Called in a writing transaction, after the rows are flushed. To do it twice changes nothing.
        """

    def refresh(self, engine: Engine) -> None:
        """Take the diary's new lines into the search index. Called after a commit, by several processes."""


class LinksAndIndex:
    """Links in the store's tables, and the search index in a folder."""

    def __init__(self, index_folder: Path):
        self._folder = index_folder
        self._index: SearchIndex | None = None

    def relink(self, session: Session, document_ids: Sequence[int]) -> None:
        """Resolve citations, draw the edges, write the duties."""
        from ita_docs.knowledge.base import KnowledgeBase

        KnowledgeBase(self._folder).relink(session, document_ids)

    def refresh(self, engine: Engine) -> None:
        """Catch up with the diary."""
        from ita_docs.knowledge.search.index import SearchIndex

        self._index = self._index or SearchIndex(self._folder)
        self._index.catch_up(engine)


class NoKnowledge:
    """Stores only. For tests and benchmarks that measure the store alone."""

    def relink(self, session: Session, document_ids: Sequence[int]) -> None:
        """Do nothing."""

    def refresh(self, engine: Engine) -> None:
        """Do nothing."""
