"""How far a later letter reaches: the letter that it names, what passes that on, no other office's copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.duties.groups import PASSES_ON
from ita_docs.knowledge.duties.tellings import Telling
from ita_docs.knowledge.linking.loading import CHUNK
from ita_docs.knowledge.tables import links

__all__ = ["Reach"]

_ONTO = select(links.c.from_id, links.c.to_id, links.c.kind).where(
    among(links.c.from_id, "ids"),
    links.c.to_id.is_not(None),
    links.c.kind.in_(PASSES_ON),
)


class Reach:
    """The letters that these documents pass on, and whom a word on one of those letters concerns.

    A province that changes a day changes it for itself: the circular that bound it, and what other provinces
    made of the circular, stay as they are.
    """

    def __init__(self, session: Session, document_ids: Iterable[int]):
        self._onto: dict[int, dict[int, str]] = defaultdict(dict)
        for part in parts_of(document_ids):
            for document, target, kind in session.connection().execute(_ONTO, {"ids": part}):
                self._onto[document][target] = kind

    def onto(self, document_id: int) -> Mapping[int, str]:
        """The letters that a letter names and passes on, with the kind of each link."""
        return self._onto.get(document_id, {})

    def concerns(self, row: Any, telling: Telling) -> bool:
        """Whether a later letter (`from_id` on `to_id`, with the provinces of both) speaks of a telling."""
        if telling.document_id == row.from_id:
            return True
        foreign = row.issuer_province is not None and row.issuer_province != row.cited_province
        if foreign and telling.issuer_province != row.issuer_province:
            return False
        if telling.number_key is not None and (telling.number_key, telling.letter_date) == (
            row.cited_key,
            row.cited_date,
        ):
            return True
        return row.to_id in self._above(telling.document_id)

    def _above(self, document_id: int) -> set[int]:
        """A letter and all that it passes on, near and far."""
        found = {document_id}
        waiting = [document_id]
        while waiting:
            fresh = self._onto.get(waiting.pop(), {}).keys() - found
            found |= fresh
            waiting += fresh
        return found


def parts_of(ids: Iterable[int]) -> Iterator[list[int]]:
    """The ids in portions that one query takes."""
    wanted = sorted(set(ids))
    for at in range(0, len(wanted), CHUNK):
        yield wanted[at : at + CHUNK]
