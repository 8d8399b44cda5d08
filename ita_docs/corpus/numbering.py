"""Letter numbers (ที่): given out in order by each office and year, and written as letters write them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ita_docs.corpus.dice import Dice

__all__ = ["LetterNumber", "Register"]


@dataclass(frozen=True, slots=True)
class LetterNumber:
    """A number's parts. `year` is set for orders and memos counted by year: `15544/2567`."""

    agency: str | None
    unit: str | None
    serial: str
    circular: bool = False
    committee: str | None = None
    year: int | None = None

    @property
    def canonical(self) -> str:
        """`มท 0018.1/ว 5565`, `กค (กวจ) 0405.2/ว 119`, `15544/2567`.

        >>> LetterNumber("มท", "0018.1", "5565", circular=True).canonical
        'มท 0018.1/ว 5565'
        """
        if self.year is not None:
            return f"{self.serial}/{self.year}"
        committee = f" ({self.committee})" if self.committee else ""
        return f"{self.agency}{committee} {self.unit}/{'ว ' if self.circular else ''}{self.serial}"

    def gold(self) -> dict[str, Any]:
        """The contract's NUMBER."""
        return {
            "canonical": self.canonical,
            "agency": self.agency,
            "unit": self.unit,
            "committee": self.committee,
            "circular": self.circular,
            "serial": self.serial,
        }

    def written(self, dice: Dice) -> str:
        """One of the spellings of real letters: with and without the spaces, ว or ว."""
        if self.year is not None:
            return f"{self.serial}/{self.year}"
        gap = dice.weighted({" ": 8, "": 2})
        mark = dice.weighted({"ว ": 7, "ว": 3}) if self.circular else ""
        committee = f"{dice.pick((' ', ''))}({self.committee})" if self.committee else ""
        return f"{self.agency}{committee}{gap}{self.unit}/{mark}{self.serial}"


class Register:
    """Running numbers of all offices: each (series, year) counts up from somewhere and never repeats."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, int], int] = {}

    def next_serial(self, series: str, year: int, dice: Dice) -> int:
        """The next free running number of a series in a Buddhist-era year."""
        last = self._last.get((series, year))
        if last is None:
            last = dice.weighted({dice.number(1, 60): 2, dice.number(60, 900): 4, dice.number(900, 9000): 3})
        serial = last + dice.number(1, 37)
        self._last[(series, year)] = serial
        return serial
