"""Chains of letters: what a letter hangs on, what hangs on it, its whole family, by recursive query."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.chain_copies import fold_copies, meeting_place
from ita_docs.knowledge.chain_letters import held_letters, parts_of, unseen_letters
from ita_docs.knowledge.chain_walk import Direction, walk
from ita_docs.knowledge.naming import one_letter
from ita_docs.knowledge.tables import links

__all__ = ["DEPTH", "Chain", "Direction", "chain_of"]

DEPTH = 10
"""Steps followed unless told otherwise: real chains are shorter, cycles have no end."""

_LINKS = (
    select(links.c.from_id, links.c.to_id, links.c.to_cited_id, links.c.kind, links.c.evidence)
    .where(among(links.c.from_id, "ids"))
    .order_by(links.c.id)
)


@dataclass(slots=True)
class Chain:
    """The letters around a root and the links between them."""

    root: str
    letters: list[dict[str, Any]] = field(default_factory=list)
    links: list[dict[str, Any]] = field(default_factory=list)
    cut: bool = False

    def to_json(self) -> dict[str, Any]:
        """The published shape, with the earliest letter, the latest word and the broken places."""
        dated = [letter for letter in self.letters if letter["date"]]
        by_day = sorted(dated, key=lambda letter: (letter["date"], letter["id"]))
        return {
            "root": self.root,
            "letters": self.letters,
            "links": self.links,
            "earliest": by_day[0]["id"] if by_day else None,
            "latest": by_day[-1]["id"] if by_day else None,
            "broken": [letter["id"] for letter in self.letters if letter["state"] != "held"],
            "cut": self.cut,
        }


def chain_of(session: Session, name: str, direction: Direction = "family", depth: int = DEPTH) -> Chain:
    """The chain of the letter of this id or number.

    `depth` of a letter counts steps: below nought for what the root hangs on, above for what hangs on it.
    Copies of one letter are one letter here.

    Raises:
        NotFound: no letter goes by that name.
    """
    held, unseen = one_letter(session, name)
    start = meeting_place(session, held) if held is not None else -(unseen or 0)
    connection = session.connection()
    steps, cut = walk(connection, start, direction, depth)
    letters, known = held_letters(connection, steps)
    letters |= unseen_letters(connection, steps)
    same = fold_copies(session, letters, known, start)
    shown = [letters[node] for node in letters if same[node] == node]
    shown.sort(key=lambda letter: (abs(letter["depth"]), letter["date"] or "", letter["id"]))
    bonds = _links(connection, letters, same)
    return Chain(letters[same[start]]["id"], shown, bonds, cut)


def _links(
    connection: Connection, letters: dict[int, dict[str, Any]], same: dict[int, int]
) -> list[dict[str, Any]]:
    """The links among these letters, each once."""
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for part in parts_of(node for node in letters if node > 0):
        for row in connection.execute(_LINKS, {"ids": part}).all():
            onto = row.to_id if row.to_id is not None else -row.to_cited_id
            if onto in letters and same[onto] != same[row.from_id]:
                ends = letters[same[row.from_id]]["id"], letters[same[onto]]["id"]
                bond = {"from": ends[0], "to": ends[1], "kind": row.kind, "evidence": row.evidence or []}
                found.setdefault((*ends, row.kind), bond)
    return sorted(found.values(), key=lambda bond: (bond["from"], bond["to"], bond["kind"]))
