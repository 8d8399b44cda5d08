"""What the store calls: links and duties inside its transaction, the index after its commit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

__all__ = ["KnowledgeBase"]

BATCH = 500
"""Documents that are linked in one transaction."""


class KnowledgeBase:
    """Links, duties and the search index of one store. `index` is the index's folder."""

    def __init__(self, index: Path):
        from ita_docs.knowledge.search.index import SearchIndex

        self._index = SearchIndex(index)

    def relink(self, session: Session, document_ids: Sequence[int]) -> None:
        """Resolve the references of these documents and those that waited for them; write their duties.

        Call in the writing transaction, after the rows are flushed. To do it twice changes nothing.
        """
        from ita_docs.knowledge.duties.register import update_duties
        from ita_docs.knowledge.linking.relink import relink

        done = relink(session, document_ids)
        update_duties(session, done.documents)

    def rebuild(self, engine: Engine) -> int:
        """Make links, duties and index anew from what was read. Gives the number of letters indexed.

        Batch by batch, each in a transaction of its own: others may file letters between them.
        """
        from models.session import reading, writing

        last: int | None = 0
        while last is not None:
            with reading(engine) as session:
                ids = _next_documents(session, last)
            if ids:
                with writing(engine) as session:
                    self.relink(session, ids)
            last = ids[-1] if ids else None
        return self._index.rebuild(engine)

    def refresh(self, engine: Engine) -> None:
        """Take the diary's new lines into the search index."""
        self._index.catch_up(engine)


def _next_documents(session: Session, after: int) -> list[int]:
    """Ids of the next documents, in order."""
    from sqlalchemy import select

    from ita_docs.knowledge.tables import documents

    query = select(documents.c.id).where(documents.c.id > after).order_by(documents.c.id).limit(BATCH)
    return list(session.execute(query).scalars())
