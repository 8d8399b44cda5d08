"""Seeded choices: every variation in a letter is drawn here, so that a seed gives the same letter."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

__all__ = ["Dice"]

T = TypeVar("T")


class Dice:
    """A random source named by a text, so that parts of a world can be drawn apart from each other.

    >>> Dice("a").number(1, 6) == Dice("a").number(1, 6)
    True
    """

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)

    def chance(self, probability: float) -> bool:
        """True in `probability` of the throws."""
        return self.random.random() < probability

    def pick(self, things: Sequence[T]) -> T:
        """One of `things`, each as likely."""
        return things[int(self.random.random() * len(things))]

    def some(self, things: Sequence[T], least: int, most: int) -> list[T]:
        """Between `least` and `most` different ones, in their own order."""
        count = min(self.number(least, most), len(things))
        places = sorted(self.random.sample(range(len(things)), count))
        return [things[place] for place in places]

    def weighted(self, weights: Mapping[T, float]) -> T:
        """One key, as likely as its weight."""
        point = self.random.random() * sum(weights.values())
        for thing, weight in weights.items():
            point -= weight
            if point < 0:
                return thing
        return next(iter(weights))

    def number(self, least: int, most: int) -> int:
        """A whole number from `least` to `most`, both included."""
        return least + int(self.random.random() * (most - least + 1))

    def digits(self, count: int) -> str:
        """`count` digits as text.

        >>> len(Dice("x").digits(6))
        6
        """
        return "".join(str(self.number(0, 9)) for _ in range(count))
