"""To whom letters are addressed: `หนังสือที่เรียนถึงนายอำเภอ`, `letters sent to governors`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy import ColumnElement, exists, or_, select

from ita_docs.knowledge.ask.roles import has
from ita_docs.knowledge.ask.vocabulary import Match
from ita_docs.knowledge.parties import parties
from ita_docs.knowledge.search.lexicon import DATA
from ita_docs.knowledge.tables import recipients
from parsers.knowledge.tables import load_table

__all__ = ["addressed_at", "addressed_to"]


def addressed_at(matches: Sequence[Match], at: int) -> str | None:
    """The body at this place, if letters are said to be addressed to it."""
    match = matches[at]
    if not at or not has(matches[at - 1], "to") or not (has(match, "party") or has(match, "agency")):
        return None
    return next(entry.text for entry in match.entries if entry.category in ("party", "agency"))


def addressed_to(name: str, letter: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether a letter (its id) is addressed or copied to a body of that name."""
    told = (recipients.c.name.icontains(one, autoescape=True) for one in _names(name))
    return exists(select(recipients.c.document_id).where(recipients.c.document_id == letter, or_(*told)))


def _names(name: str) -> list[str]:
    """The name; of an English word for a kind of body the Thai ones."""
    if not name.isascii():
        return [name, *_full_names().get(name.replace(" ", ""), ())]
    kinds = {party.kind for party in parties() if party.text.lower() == name.lower()}
    return [party.text for party in parties() if party.kind in kinds and not party.text.isascii()] or [name]


@lru_cache(maxsize=1)
def _full_names() -> dict[str, list[str]]:
    """What short forms of addressees stand for: `ผวจ.` is ผู้ว่าราชการจังหวัด."""
    rows: tuple[dict[str, str], ...] = load_table("short_addressees.csv", dict, DATA)
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["text"], []).append(row["full"])
    return found
