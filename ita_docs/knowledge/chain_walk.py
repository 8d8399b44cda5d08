"""How far a chain reaches: the letters within so many steps of one, by recursive query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Integer, Select, bindparam, case, func, literal, or_, select

from ita_docs.knowledge.among import among
from ita_docs.knowledge.linking.loading import CHUNK
from ita_docs.knowledge.tables import links

__all__ = ["MOST_LETTERS", "Direction", "walk"]

Direction = Literal["ancestors", "descendants", "family"]

MOST_LETTERS = 2000
"""Letters in one answer at the most."""

MOST_STEPS = 5 * MOST_LETTERS
"""Steps that are followed for one answer: a letter may be reached in several numbers of them."""

_WAYS: dict[Direction, tuple[tuple[bool, int], ...]] = {
    "ancestors": ((True, -1),),
    "descendants": ((False, 1),),
    "family": ((True, -1), (False, 1)),
}


def walk(connection: Connection, start: int, direction: Direction, depth: int) -> tuple[dict[int, int], bool]:
    """Depth of each letter reached, and whether there are more than are given.

    Held letters are positive numbers, those not held negative.
    """
    reached, cut = {start: 0}, False
    for up, sign in _WAYS[direction]:
        found = connection.execute(_reach(up), {"start": start, "most": depth}).all()
        cut |= len(found) >= MOST_STEPS
        for node, steps in found:
            reached.setdefault(node, sign * steps)
    if direction == "family":
        for node, steps in _kin(connection, start, depth):
            reached.setdefault(node, steps)
    nearest = dict(sorted(reached.items(), key=lambda item: abs(item[1]))[:MOST_LETTERS])
    return nearest, cut or len(reached) >= MOST_LETTERS


@cache
def _reach(up: bool) -> Select[Any]:
    """Letters within so many steps, nearest first.

    UNION drops what was reached in as many steps before, and the depth bounds cycles. Both databases
    walk breadth first and only as far as rows are asked for, so that LIMIT bounds the work.
    """
    first = select(_start().label("node"), literal(0, Integer).label("depth"))
    reached = first.cte("walk", recursive=True)
    node, link = reached.c.node, links.c
    above = func.coalesce(link.to_id, -link.to_cited_id)
    hanging = or_(link.to_id == node, link.to_cited_id == -node)
    onto: ColumnElement[bool] = link.from_id == node if up else hanging
    near = reached.c.depth < bindparam("most", type_=Integer)
    other = above if up else link.from_id
    step = select(other, reached.c.depth + 1).select_from(reached.join(links, onto)).where(near)
    reached = reached.union(step)
    return select(reached.c.node, reached.c.depth).limit(MOST_STEPS)


def _kin(connection: Connection, start: int, most: int) -> Iterator[tuple[int, int]]:
    """Letters that links join in either direction, nearest first, with the steps to each.

    In a family every letter is reached again over its neighbours, so the query counts no steps: it
    meets each letter once, and steps are counted over the links between those met.
    """
    met = set(connection.execute(_FAMILY, {"start": start}).scalars().all())
    joined: dict[int, list[int]] = defaultdict(list)
    held = sorted(node for node in met if node > 0)
    for at in range(0, len(held), CHUNK):
        for one, other in connection.execute(_JOINED, {"ids": held[at : at + CHUNK]}).all():
            if other in met:
                joined[one].append(other)
                joined[other].append(one)
    row, seen = [start], {start}
    for depth in range(1, most + 1):
        row = [other for node in row for other in joined[node]]
        row = [other for other in dict.fromkeys(row) if other not in seen]
        seen.update(row)
        yield from ((node, depth) for node in row)


def _start() -> ColumnElement[int]:
    return bindparam("start", type_=Integer)


def _family() -> Select[Any]:
    """All letters that links join to the start, nearest first, each once."""
    met = select(_start().label("node")).cte("family", recursive=True)
    node, link = met.c.node, links.c
    onto = or_(link.from_id == node, link.to_id == node, link.to_cited_id == -node)
    other = case((link.from_id == node, func.coalesce(link.to_id, -link.to_cited_id)), else_=link.from_id)
    met = met.union(select(other).select_from(met.join(links, onto)))
    return select(met.c.node).limit(MOST_LETTERS)


_FAMILY = _family()
_JOINED = select(links.c.from_id, func.coalesce(links.c.to_id, -links.c.to_cited_id)).where(
    among(links.c.from_id, "ids")
)
