"""How far a chain reaches: the letters within so many steps of one, by recursive query."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Integer, Select, bindparam, case, func, literal, or_, select

from ita_docs.knowledge.tables import links

__all__ = ["MOST_LETTERS", "Direction", "walk"]

Direction = Literal["ancestors", "descendants", "family"]

MOST_LETTERS = 5000
"""Letters in one answer at the most."""

_WAYS: dict[Direction, tuple[tuple[bool | None, int], ...]] = {
    "ancestors": ((True, -1),),
    "descendants": ((False, 1),),
    "family": ((True, -1), (False, 1), (None, 1)),
}


def walk(connection: Connection, start: int, direction: Direction, depth: int) -> dict[int, int]:
    """Depth of each letter reached. Held letters are positive numbers, those not held negative."""
    reached = {start: 0}
    for up, sign in _WAYS[direction]:
        found = connection.execute(_reach(up), {"start": start, "most": depth})
        for node, steps in found:
            reached.setdefault(node, sign * steps)
    return reached


@cache
def _reach(up: bool | None) -> Select[Any]:
    """Letters within so many steps, nearest first; `up` None follows links both ways.

    UNION drops what was reached in as many steps before, and the depth bounds cycles. Both databases
    walk breadth first and only as far as rows are asked for, so that LIMIT bounds the work.
    """
    first = select(bindparam("start", type_=Integer).label("node"), literal(0, Integer).label("depth"))
    reached = first.cte("walk", recursive=True)
    node, link = reached.c.node, links.c
    above = func.coalesce(link.to_id, -link.to_cited_id)
    hangs_on = link.from_id == node
    hanging = or_(link.to_id == node, link.to_cited_id == -node)
    other: ColumnElement[Any] = above if up else link.from_id
    onto: ColumnElement[bool] = hangs_on if up else hanging
    if up is None:
        onto = or_(hangs_on, link.to_id == node, link.to_cited_id == -node)
        other = case((hangs_on, above), else_=link.from_id)
    near = reached.c.depth < bindparam("most", type_=Integer)
    step = select(other, reached.c.depth + 1).select_from(reached.join(links, onto)).where(near)
    reached = reached.union(step)
    return select(reached.c.node, reached.c.depth).limit(MOST_LETTERS)
