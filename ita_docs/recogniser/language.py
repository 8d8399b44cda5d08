"""A small model of Thai spelling: how likely a character is after the five before it.

It speaks only where the network wavers between letters. All digits are one to it, so it prefers none.
Probabilities are Witten-Bell: counts of the longest known context, smoothed by the next shorter one.
"""

from __future__ import annotations

import gzip
import math
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

__all__ = ["DIGIT", "Spelling", "folded"]

DIGIT = "0"
_TO_DIGIT = str.maketrans(dict.fromkeys("0123456789๐๑๒๓๔๕๖๗๘๙", DIGIT))
_FLOOR = 1e-4


def folded(text: str) -> str:
    """`text` with every digit as one sign.

    >>> folded("ว ๕๕๖๕")
    'ว 0000'
    """
    return text.translate(_TO_DIGIT)


class Spelling:
    """Counts of character sequences up to `order` long."""

    def __init__(self, counts: dict[str, int], order: int) -> None:
        self.order = order
        self._counts = counts
        self._after: dict[str, tuple[int, int]] = {}
        sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        for sequence, count in counts.items():
            known = sums[sequence[:-1]]
            known[0] += count
            known[1] += 1
        self._after = {context: (total, kinds) for context, (total, kinds) in sums.items()}
        self.log_chance = lru_cache(maxsize=50_000)(self._log_chance)

    @classmethod
    def load(cls, path: Path) -> Spelling:
        """Read a file of `sequence<TAB>count` lines, gzipped."""
        counts: dict[str, int] = {}
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
            for line in file:
                sequence, count = line.rstrip("\n").split("\t")
                counts[sequence] = int(count)
        return cls(counts, max(map(len, counts)))

    def _log_chance(self, context: str, character: str) -> float:
        """Natural logarithm of the chance of `character` after `context` (both folded)."""
        return math.log(self._chance(context[-(self.order - 1) :], character))

    def _chance(self, context: str, character: str) -> float:
        shorter = self._chance(context[1:], character) if context else _FLOOR
        known = self._after.get(context)
        if known is None:
            return shorter
        total, kinds = known
        return (self._counts.get(context + character, 0) + kinds * shorter) / (total + kinds)
