"""How much time a period has: `15 วัน`, `15 (สิบห้า) วันทำการ`, `1 ปี 6 เดือน`, `7 - 10 วัน` (the longer counts)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any

from parsers.dates.counting import add_business_days, add_days, add_months
from parsers.dates.reader import Reader
from parsers.knowledge import Unit, units

__all__ = ["Amount", "amount_at"]

_MOST = {"days": 3700, "months": 1200, "hours": 10_000, "minutes": 100_000}
_LETTERS = {"years": "Y", "months": "M", "weeks": "W", "days": "D", "hours": "H", "minutes": "M"}


@dataclass(frozen=True, slots=True)
class Amount:
    """Parts as `(number, unit)` in the order of the text; `vague` where half a unit is added."""

    parts: tuple[tuple[int, Unit], ...]
    vague: bool = False

    @property
    def business(self) -> bool:
        """Whether only working days count."""
        return any(unit.business for _, unit in self.parts)

    def rule(self, *, back: bool) -> dict[str, Any]:
        """`{"days": 15, "business_days": False, "duration": "P15D"}`; counted back with a minus."""
        sign = -1 if back else 1
        rule: dict[str, Any] = {}
        for number, unit in self.parts:
            name = "years" if unit.count == 12 else unit.unit
            rule[name] = rule.get(name, 0) + sign * number * (1 if name == "years" else unit.count)
        return {**rule, "business_days": self.business, "duration": ("-" if back else "") + self._duration()}

    def _duration(self) -> str:
        """ISO 8601: `P15D`, `P3M`, `P1Y6M`, `P2W`, `PT24H`."""
        text, clock = "P", ""
        for number, unit in self.parts:
            name = {12: "years", 7: "weeks"}.get(unit.count, unit.unit)
            if unit.unit in ("hours", "minutes"):
                clock += f"{number}{_LETTERS[name]}"
            else:
                text += f"{number}{_LETTERS[name]}"
        return f"{text}T{clock}" if clock else text

    def last_day(self, day: dt.date, *, back: bool) -> dt.date | None:
        """The last day of a period that begins on the day after `day`; None if it is counted in hours."""
        sign = -1 if back else 1
        for number, unit in self.parts:
            if unit.unit == "months":
                day = add_months(day, sign * number * unit.count)
            elif unit.unit == "days":
                step = add_business_days if unit.business else add_days
                day = step(day, sign * number * unit.count)
            else:
                return None
        return day


@cache
def _units() -> dict[str, Unit]:
    return {unit.text: unit for unit in units()}


def amount_at(r: Reader, i: int) -> tuple[Amount, int] | None:
    """The amount of time at token i, and the place behind it."""
    first = _part(r, i)
    if first is None:
        return None
    parts, j = [first[0]], first[1]
    while len(parts) < 3:
        k = r.skip(j, "AND")
        more = _part(r, k) if r.follows(k, "DIGITS") else None
        if more is None or more[0][1].count * _days(more[0][1]) >= parts[-1][1].count * _days(parts[-1][1]):
            break
        parts.append(more[0])
        j = more[1]
    return Amount(tuple(parts), r.text.startswith("ครึ่ง", r.end(j))), j


def _days(unit: Unit) -> int:
    return {"months": 30 * 1440, "days": 1440, "hours": 60, "minutes": 1}[unit.unit]


def _part(r: Reader, i: int) -> tuple[tuple[int, Unit], int] | None:
    token = r.tokens[i]
    if token.kind != "DIGITS" or not isinstance(token.value, int):
        return None
    number, j = token.value, i + 1
    if r.mark(j, "-") and (longer := r.number(j + 1)) is not None and longer > number:
        number, j = longer, j + 2
    elif r.mark(j, "(") and r.number(j + 1) is not None and r.mark(j + 2, ")"):
        if r.number(j + 1) != number:
            return None
        j += 3
    if not r.follows(j, "UNIT", "MONTH_WORD", "YEAR_WORD", "WEEKDAY"):
        return None
    unit = _units().get(r.tokens[j].text)
    if unit is None or not 1 <= number <= _MOST[unit.unit]:
        return None
    if unit.text == "วัน" and r.follows(j + 1, "WORK"):
        return (number, _units()["วันทำการ"]), j + 2
    return (number, unit), j + 1
