"""Chains of letters: what a letter hangs on, what hangs on it, its whole family, by recursive query."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import ColumnElement, Integer, Select, and_, bindparam, case, func, literal, or_, select
from sqlmodel import Session

from ita_docs.knowledge.linking.copies import Copies
from ita_docs.knowledge.linking.loading import CHUNK
from ita_docs.knowledge.linking.sides import Held, held_query
from ita_docs.knowledge.naming import one_letter
from ita_docs.knowledge.tables import cited_letters, documents, links, references
from models.references import ReferenceState

__all__ = ["DEPTH", "MOST_LETTERS", "Chain", "Direction", "chain_of"]

Direction = Literal["ancestors", "descendants", "family"]

DEPTH = 10
"""Steps followed unless told otherwise: real chains are shorter, cycles have no end."""

MOST_LETTERS = 5000
"""Letters in one answer at the most."""


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
    start = _meeting_place(session, held) if held is not None else -(unseen or 0)
    steps = _walk(session, start, direction, depth)
    known: dict[int, Held] = {}
    letters = _held(session, steps, known) | _unseen(session, steps)
    same = _copies(session, letters, known, start)
    shown = [letters[node] for node in letters if same[node] == node]
    shown.sort(key=lambda letter: (abs(letter["depth"]), letter["date"] or "", letter["id"]))
    bonds = _links(session, letters, same)
    return Chain(letters[same[start]]["id"], shown, bonds, len(steps) >= MOST_LETTERS)


_OWN = documents.alias()
_SAME_NUMBER = (
    held_query()
    .select_from(documents.join(_OWN, _OWN.c.id == bindparam("own")))
    .where(
        or_(
            documents.c.id == _OWN.c.id,
            and_(documents.c.number_key == _OWN.c.number_key, documents.c.date == _OWN.c.date),
        )
    )
)
_IDS: Any = bindparam("ids", expanding=True)
_HELD = select(*held_query().selected_columns, documents.c.number, documents.c.title).where(
    documents.c.id.in_(_IDS)
)
_WITH_NUMBER = held_query().where(documents.c.number_key.in_(bindparam("keys", expanding=True)))
_LINKS = select(links).where(links.c.from_id.in_(_IDS)).order_by(links.c.id)


def _meeting_place(session: Session, held: int) -> int:
    """The copy of a letter that citations meet in (`linking.decide` prefers it too)."""
    found = [Held(*row) for row in session.execute(_SAME_NUMBER, {"own": held})]
    if len(found) <= 1:
        return held
    copies = Copies(session)
    own = next(letter for letter in found if letter.id == held)
    same = [other for other in found if other.id == held or copies.same(own, other)]
    return min(same, key=lambda other: (other.position, other.public_id)).id


def _walk(session: Session, start: int, direction: Direction, depth: int) -> dict[int, int]:
    """Depth of each letter reached. Held letters are positive numbers, those not held negative."""
    reached = {start: 0}
    ways: tuple[tuple[bool | None, int], ...] = {
        "ancestors": ((True, -1),),
        "descendants": ((False, 1),),
        "family": ((True, -1), (False, 1), (None, 1)),
    }[direction]
    for up, sign in ways:
        for node, steps in session.execute(_reach(start, depth, up)):
            reached.setdefault(node, sign * steps)
    return reached


def _reach(start: int, depth: int, up: bool | None) -> Select[Any]:
    """Letters within so many steps, nearest first; `up` None follows links both ways.

    UNION drops what was reached in as many steps before, and the depth bounds cycles. Both databases
    walk breadth first and only as far as rows are asked for, so that LIMIT bounds the work.
    """
    walk = select(literal(start, Integer).label("node"), literal(0, Integer).label("depth")).cte(
        "walk", recursive=True
    )
    node, link = walk.c.node, links.c
    above = func.coalesce(link.to_id, -link.to_cited_id)
    hangs_on = link.from_id == node
    hanging = or_(link.to_id == node, link.to_cited_id == -node)
    other: ColumnElement[Any] = above if up else link.from_id
    onto: ColumnElement[bool] = hangs_on if up else hanging
    if up is None:
        onto = or_(hangs_on, link.to_id == node, link.to_cited_id == -node)
        other = case((hangs_on, above), else_=link.from_id)
    step = select(other, walk.c.depth + 1).select_from(walk.join(links, onto)).where(walk.c.depth < depth)
    walk = walk.union(step)
    return select(walk.c.node, walk.c.depth).limit(MOST_LETTERS)


def _held(session: Session, steps: dict[int, int], known: dict[int, Held]) -> dict[int, dict[str, Any]]:
    """The held letters as they are shown; `known` takes them as linking compares them."""
    found: dict[int, dict[str, Any]] = {}
    for part in _parts([node for node in steps if node > 0]):
        for *held, number, title in session.execute(_HELD, {"ids": part}):
            letter = Held(*held)
            known[letter.id] = letter
            found[letter.id] = {
                "id": letter.public_id,
                "number": number,
                "date": letter.date.isoformat() if letter.date else None,
                "subject": letter.subject or title,
                "state": "held",
                "kind": letter.kind,
                "issuer": letter.issuer,
                "depth": steps[letter.id],
                "copies": [],
            }
    return found


def _unseen(session: Session, steps: dict[int, int]) -> dict[int, dict[str, Any]]:
    c = cited_letters.c
    found: dict[int, dict[str, Any]] = {}
    for part in _parts([-node for node in steps if node < 0]):
        doubtful = select(references.c.cited_letter_id).where(
            references.c.cited_letter_id.in_(part), references.c.state == ReferenceState.AMBIGUOUS
        )
        ambiguous = set(session.execute(doubtful).scalars())
        query = select(c.id, c.public_id, c.number, c.date, c.subject, c.kind, c.issuer_name)
        for row in session.execute(query.where(c.id.in_(part))):
            state = "ambiguous" if row.id in ambiguous else "missing"
            found[-row.id] = {
                "id": row.public_id,
                "number": row.number,
                "date": row.date.isoformat() if row.date else None,
                "subject": row.subject,
                "state": state,
                "kind": row.kind,
                "issuer": row.issuer_name,
                "depth": steps[-row.id],
                "copies": [],
            }
    return found


def _parts(ids: list[int]) -> Iterator[list[int]]:
    ids.sort()
    for at in range(0, len(ids), CHUNK):
        yield ids[at : at + CHUNK]


def _copies(
    session: Session, letters: dict[int, dict[str, Any]], held: dict[int, Held], start: int
) -> dict[int, int]:
    """For each letter the one that stands for it; copies that no citation meets in are named beside it."""
    order = sorted(
        letters, key=lambda node: (node != start, abs(letters[node]["depth"]), letters[node]["id"])
    )
    groups: dict[tuple[Any, ...], list[Held]] = {}
    same = {node: node for node in letters}
    copies = Copies(session)
    for node in order:
        if node not in held or held[node].number_key is None:
            continue
        group = groups.setdefault((held[node].number_key, held[node].date), [])
        twin = next((other for other in group if copies.same(other, held[node])), None)
        if twin is None:
            group.append(held[node])
        else:
            same[node] = twin.id
            letters[twin.id]["copies"].append(letters[node]["id"])
    _add_copies(session, letters, groups, copies)
    return same


def _add_copies(
    session: Session,
    letters: dict[int, dict[str, Any]],
    groups: dict[tuple[Any, ...], list[Held]],
    copies: Copies,
) -> None:
    keys = sorted({str(key) for key, _ in groups})
    for at in range(0, len(keys), CHUNK):
        for row in session.execute(_WITH_NUMBER, {"keys": keys[at : at + CHUNK]}):
            other = Held(*row)
            if other.id in letters:
                continue
            for letter in groups.get((other.number_key, other.date), ()):
                if copies.same(letter, other):
                    letters[letter.id]["copies"].append(other.public_id)


def _links(
    session: Session, letters: dict[int, dict[str, Any]], same: dict[int, int]
) -> list[dict[str, Any]]:
    """The links among these letters, each once."""
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for part in _parts([node for node in letters if node > 0]):
        for row in session.execute(_LINKS, {"ids": part}):
            onto = row.to_id if row.to_id is not None else -row.to_cited_id
            if onto in letters and same[onto] != same[row.from_id]:
                ends = letters[same[row.from_id]]["id"], letters[same[onto]]["id"]
                bond = {"from": ends[0], "to": ends[1], "kind": row.kind, "evidence": row.evidence or []}
                found.setdefault((*ends, row.kind), bond)
    return sorted(found.values(), key=lambda bond: (bond["from"], bond["to"], bond["kind"]))
