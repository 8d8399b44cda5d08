"""Whether the graph is the same however letters arrive."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_filing import file_world
from ita_docs.bench.kb_links import temporary_store
from ita_docs.bench.kb_world import make_world

if TYPE_CHECKING:
    from sqlalchemy import Engine

__all__ = ["same_in_any_order"]


def same_in_any_order(seed: int, *, letters: int, orders: int = 3, damage: float = 0.33) -> bool:
    """Whether the graph is the same however the letters arrive."""
    files = make_world(seed, letters=letters, damage=damage)
    graphs = []
    for turn in range(orders):
        dice = random.Random(f"{seed} order {turn}")
        shuffled = list(files)
        dice.shuffle(shuffled)
        with temporary_store() as engine:
            file_world(engine, shuffled, batch=dice.choice([1, 7, 200]))
            graphs.append(_graph(engine))
    return all(graph == graphs[0] for graph in graphs)


def _graph(engine: Engine) -> set[tuple[Any, ...]]:
    from sqlalchemy import select

    from ita_docs.knowledge.tables import cited_letters, documents, links
    from models.session import reading

    with reading(engine) as session:
        held = {
            row.id: row.public_id for row in session.execute(select(documents.c.id, documents.c.public_id))
        }
        unseen = {
            row.id: row.public_id
            for row in session.execute(select(cited_letters.c.id, cited_letters.c.public_id))
        }
        return {
            (held[row.from_id], held.get(row.to_id) or unseen[row.to_cited_id], row.kind)
            for row in session.execute(select(links))
        }
