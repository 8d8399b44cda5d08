"""From what the network claims to what it deserves: a line through the log-odds, fitted on fresh lines."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from ita_docs.recogniser.reading import LineReading

__all__ = ["Trust"]

_EDGE = 1e-6


@dataclass(frozen=True, slots=True)
class Trust:
    """`slope` and `shift` of the log-odds; 1 and 0 leave confidences as they are."""

    slope: float = 1.0
    shift: float = 0.0

    @classmethod
    def through(cls, points: tuple[tuple[float, float], tuple[float, float]]) -> Trust:
        """The trust that turns two raw confidences into two wanted ones: ((raw, wanted), (raw, wanted))."""
        (raw, wanted), (other, other_wanted) = ((_odds(a), _odds(b)) for a, b in points)
        slope = (other_wanted - wanted) / max(0.05, other - raw)
        return cls(slope, other_wanted - slope * other)

    def of(self, raw: float) -> float:
        """The confidence that a raw one deserves.

        >>> Trust().of(0.75)
        0.75
        """
        return 1 / (1 + math.exp(-(self.slope * _odds(raw) + self.shift)))

    def applied(self, reading: LineReading) -> LineReading:
        """`reading` with the confidences of its characters, and so its own, set right."""
        sure = tuple(self.of(raw) for raw in reading.char_confidences)
        return replace(reading, confidence=min(sure, default=1.0), char_confidences=sure)


def _odds(chance: float) -> float:
    held = min(1 - _EDGE, max(_EDGE, chance))
    return math.log(held / (1 - held))
