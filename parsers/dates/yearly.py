"""What comes every year: `วันที่ 31 ตุลาคม ของทุกปี`, `1 - 30 เมษายน หรือ 1 - 31 ตุลาคม ของทุกปี`."""

from __future__ import annotations

from parsers.dates.reader import Reader
from parsers.dates.reading import Reading
from parsers.dates.sequences import yearless_groups
from parsers.dates.written import WrittenDay

__all__ = ["EVERY", "days_of_every_year", "month_of_every_year"]

EVERY = "ทุก"
"""With this word a repetition begins."""


def days_of_every_year(r: Reader, i: int, begin: int) -> tuple[Reading, int] | None:
    """Days or windows without a year, with `ของทุกปี` behind; each repeats by its last day."""
    found = yearless_groups(r, i) if r.repeats else None
    k = r.skip(found[1], "OF", "IN") if found else i
    if found is None or not (r.follows(k, "EVERY") and r.follows(k + 1, "YEAR_WORD", "FISCAL")):
        return None
    readings = [_reading(group) for group in found[0]]
    first = readings[0]
    first.start, first.more = r.tokens[begin].start, readings[1:]
    readings[-1].end = r.end(k + 2)
    return first, k + 2


def _reading(group: list[WrittenDay]) -> Reading:
    last = group[-1]
    value = "R/P1Y" + "".join(f"/MONTH{day.month}/DAY{day.day}" for day in group)
    rule = {"rrule": f"FREQ=YEARLY;BYMONTH={last.month};BYMONTHDAY={last.day}"}
    return Reading(group[0].start, last.end, "recurring", value, rule=rule)


def month_of_every_year(r: Reader, i: int, begin: int) -> tuple[Reading, int] | None:
    """`เดือนตุลาคมของทุกปี`: by its last day."""
    j = i + (r.kind(i) == "MONTH_WORD")
    k = r.skip(j + 1, "OF", "IN")
    if r.kind(j) != "MONTH" or not (r.follows(k, "EVERY") and r.follows(k + 1, "YEAR_WORD", "FISCAL")):
        return None
    month = r.tokens[j].value
    rrule = f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY=-1"
    value = f"R/P1Y/MONTH{month}/DAY-1"
    return Reading(r.tokens[begin].start, r.end(k + 2), "recurring", value, rule={"rrule": rrule}), k + 2
