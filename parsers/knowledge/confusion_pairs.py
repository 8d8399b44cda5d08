"""Characters that readers of Thai print take for one another: for ranking candidates, never for replacing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from parsers.knowledge.tables import load_table

__all__ = ["Confusion", "confusable", "confusions"]

_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


@dataclass(frozen=True, slots=True)
class Confusion:
    """A pair, either of which may stand for the other: `ว` and `๖`."""

    one: str
    other: str
    source: str


@cache
def confusions() -> tuple[Confusion, ...]:
    """All rows of `confusions.csv`."""
    return load_table("confusions.csv", _confusion)


def _confusion(one: str, other: str, source: str) -> Confusion:
    if len(one) != 1 or len(other) != 1 or one == other:
        raise ValueError(f"a confusion is two different characters, not {one!r} and {other!r}")
    return Confusion(one, other, source)


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    both = {(c.one.translate(_ARABIC), c.other.translate(_ARABIC)) for c in confusions()}
    return frozenset(both | {(b, a) for a, b in both})


def confusable(one: str, other: str) -> bool:
    """Whether a reader may take one character for the other; Thai and Arabic digits count as the same.

    >>> confusable("ว", "6"), confusable("๑", "๗"), confusable("ก", "ว")
    (True, True, False)
    """
    return (one.translate(_ARABIC), other.translate(_ARABIC)) in _pairs()
