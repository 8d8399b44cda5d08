"""How far apart two words are, in clusters of Thai: what sounds or looks alike is near."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ita_docs.knowledge.search.atoms import atoms_of
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.lexicon import DATA
from parsers.knowledge.tables import load_table

__all__ = ["cluster_distance", "may_be_near"]

ALIKE, TONE = 0.4, 0.3
"""What it costs to put one cluster for another that sounds or looks alike, or has another tone."""
_TONES = dict.fromkeys(map(ord, "็่้๊๋์"))


@dataclass(frozen=True, slots=True)
class _Pair:
    one: str
    other: str
    source: str


@lru_cache(maxsize=1)
def _alike() -> frozenset[tuple[str, str]]:
    rows = load_table("typing_confusions.csv", _Pair, DATA)
    return frozenset({(row.one, row.other) for row in rows} | {(row.other, row.one) for row in rows})


def cluster_distance(left: str, right: str) -> float:
    """How far apart two words are, counted in clusters of Thai, in letters of Latin words.

    >>> cluster_distance("โปรงใส", "โปร่งใส"), cluster_distance("zom", "zoom")
    (0.3, 1.0)
    """
    one, other = _clusters(left), _clusters(right)
    row = [float(at) for at in range(len(other) + 1)]
    for at, unit in enumerate(one, 1):
        diagonal, row[0] = row[0], float(at)
        for place, wanted in enumerate(other, 1):
            diagonal, row[place] = (
                row[place],
                min(
                    row[place] + _left_out(unit),
                    row[place - 1] + _left_out(wanted),
                    diagonal + _exchange(unit, wanted),
                ),
            )
    return row[-1]


@lru_cache(maxsize=4096)
def _clusters(word: str) -> tuple[str, ...]:
    units = atoms_of(fold(word)).units
    return tuple(part for unit in units for part in (unit if unit.isascii() else [unit]))


def may_be_near(word: str, wrong: str, slips: int) -> bool:
    """A quick look before the distance is counted: of like length, and mostly of the same characters."""
    return abs(len(word) - len(wrong)) <= slips and len(set(word) ^ set(wrong)) <= 2 * slips


def _left_out(unit: str) -> float:
    """A silent cluster (ค์ in องค์การ) is easily left out."""
    return ALIKE if unit.endswith("์") else 1.0


def _exchange(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one.translate(_TONES) == other.translate(_TONES):
        return TONE
    different = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    alike = len(one) == len(other) and all(pair in _alike() for pair in different)
    return ALIKE if alike else 1.0
