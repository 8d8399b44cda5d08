"""Kinds of bodies that letters bind: provinces, districts, local offices and others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.lexicon import DATA
from parsers.knowledge.tables import load_table

__all__ = ["Party", "kind_of_party", "kinds_bound_with", "parties", "party_kinds"]


@dataclass(frozen=True, slots=True)
class Party:
    """One way to name a kind of body; `parent` is the wider kind (an อบต. is a local office)."""

    kind: str
    parent: str
    text: str
    source: str


@lru_cache(maxsize=1)
def parties() -> tuple[Party, ...]:
    """All rows of `data/parties.csv`."""
    return load_table("parties.csv", Party, DATA)


@lru_cache(maxsize=1)
def party_kinds() -> dict[str, str | None]:
    """Each kind with the wider kind that it belongs to."""
    return {party.kind: party.parent or None for party in parties()}


@lru_cache(maxsize=1)
def _by_length() -> tuple[tuple[str, str], ...]:
    names = {
        (fold(party.text).replace(" ", ""), party.kind) for party in parties() if not party.text.isascii()
    }
    return tuple(sorted(names, key=lambda name: (-len(name[0]), name)))


@lru_cache(maxsize=8192)
def kind_of_party(text: str | None) -> str | None:
    """The kind of body that a text binds: of all names in it the first, and of those the longest.

    >>> kind_of_party("นายอำเภอ ทุกอำเภอ"), kind_of_party("ท้องถิ่นอำเภอ"), kind_of_party("นายสมชาย")
    ('district', 'local_promotion', None)
    """
    if not text:
        return None
    squeezed = re.sub(r"[\s\n]+", "", fold(text))
    found = [(at, -len(name), kind) for name, kind in _by_length() if (at := squeezed.find(name)) >= 0]
    return min(found)[2] if found else None


def kinds_bound_with(kind: str) -> tuple[str, ...]:
    """The kinds whose duties concern a body of this kind: itself, the wider kind, and the kinds in it.

    >>> kinds_bound_with("sao")
    ('local_office', 'sao')
    """
    kinds = party_kinds()
    wider = kinds.get(kind)
    inner = [other for other, parent in kinds.items() if parent == kind]
    return tuple(sorted({kind, *([wider] if wider else []), *inner}))
