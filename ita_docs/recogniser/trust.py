"""From what the network claims to what it deserves: a bent line through log-odds, fitted on fresh lines."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_docs.recogniser.reading import LineReading

__all__ = ["Trust"]

_EDGE = 1e-6
_PLAIN = ((0.0, 0.0), (1.0, 1.0))


@dataclass(frozen=True, slots=True)
class Trust:
    """Pairs (raw, deserved), both rising, from (0, 0) to (1, 1); between them log-odds are interpolated."""

    knots: Sequence[tuple[float, float]] = _PLAIN

    def of(self, raw: float) -> float:
        """The confidence that a raw one deserves.

        >>> round(Trust().of(0.75), 6)
        0.75
        """
        place = bisect_right([knot[0] for knot in self.knots], raw, 1, len(self.knots) - 1)
        (low, low_deserved), (high, high_deserved) = self.knots[place - 1], self.knots[place]
        share = (_odds(raw) - _odds(low)) / (_odds(high) - _odds(low))
        odds = _odds(low_deserved) + share * (_odds(high_deserved) - _odds(low_deserved))
        return 1 / (1 + math.exp(-odds))

    def applied(self, reading: LineReading) -> LineReading:
        """`reading` with the confidences of its characters, and so its own, set right."""
        sure = tuple(self.of(raw) for raw in reading.char_confidences)
        return replace(reading, confidence=min(sure, default=1.0), char_confidences=sure)


def _odds(chance: float) -> float:
    held = min(1 - _EDGE, max(_EDGE, chance))
    return math.log(held / (1 - held))
