"""Units of time that periods are counted in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from parsers.knowledge.tables import load_table

__all__ = ["Unit", "units"]

_UNITS = {"days", "months", "hours", "minutes"}


@dataclass(frozen=True, slots=True)
class Unit:
    """One word: `สัปดาห์` is 7 `days`; `business` where only working days count (วันทำการ)."""

    text: str
    unit: str
    count: int
    business: bool
    source: str


@cache
def units() -> tuple[Unit, ...]:
    """All rows of `units.csv`."""
    return load_table("units.csv", _unit)


def _unit(text: str, unit: str, count: str, business: str, source: str) -> Unit:
    if unit not in _UNITS:
        raise ValueError(f"unit must be one of {sorted(_UNITS)}, not {unit!r}")
    if business not in {"yes", "no"}:
        raise ValueError(f"business must be yes or no, not {business!r}")
    if not text or not count.isdecimal() or int(count) < 1:
        raise ValueError("text must not be empty and count must be a number from 1")
    return Unit(text, unit, int(count), business == "yes", source)
