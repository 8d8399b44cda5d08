"""The names that one body goes by: in full, short, with and without สำนักงาน before it."""

from __future__ import annotations

from functools import lru_cache

from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.lexicon import abbreviations
from parsers.knowledge.tables import load_table

__all__ = ["names_of_body"]


@lru_cache(maxsize=1)
def _circles() -> dict[str, tuple[str, ...]]:
    rows: tuple[dict[str, str], ...] = load_table("agencies.csv", dict)
    pairs = [(row["name"], row["abbreviation"]) for row in rows if row["abbreviation"]]
    pairs += [(entry.full, entry.short) for entry in abbreviations() if entry.kind == "body"]
    circles: dict[str, tuple[str, ...]] = {}
    for full, short in pairs:
        for one, other in ((full, short), (short, full)):
            key = fold(one).replace(" ", "")
            circles[key] = tuple(dict.fromkeys([*circles.get(key, ()), one, other]))
    return circles


def names_of_body(name: str) -> tuple[str, ...]:
    """All names of a body, the given one first; a name that no table has stands alone.

    >>> names_of_body("สตง.")
    ('สตง.', 'สำนักงานการตรวจเงินแผ่นดิน')
    """
    found = _circles().get(fold(name).replace(" ", ""), ())
    return tuple(dict.fromkeys([name, *found]))
