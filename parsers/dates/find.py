"""Finds every date, time, period and deadline in a text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from parsers.dates.claims import mask
from parsers.dates.dated import clock_reading, dated_reading
from parsers.dates.expression import Issue, TimeExpression
from parsers.dates.limits import LIMITS, from_now, limited_reading
from parsers.dates.month_days import place_in_month
from parsers.dates.months import month_reading
from parsers.dates.periods import YEARS, year_reading
from parsers.dates.quarters import PARTS, part_of_year, part_reading
from parsers.dates.reader import Reader
from parsers.dates.reading import Reading
from parsers.dates.recurring import day_of_every_month, every_reading
from parsers.dates.relative import relative_reading
from parsers.dates.tokens import tokenise
from parsers.dates.yearly import EVERY, days_of_every_year
from parsers.normalise import Normalised, normalise
from parsers.numbers.find import find_in

__all__ = ["find_times"]

_Grammar = Callable[[Reader, int], "tuple[Reading, int] | None"]


def find_times(
    text: str, *, letter_date: dt.date | None = None, received: dt.date | None = None
) -> list[TimeExpression]:
    """Every date, time, period and deadline of a text, in order, none overlapping another.

    Args:
        text: as written, with Thai or Arabic digits.
        letter_date: the letter's own day, from which "from now on" and unwritten years are counted.
        received: the day on which it was received, from which periods after receipt are counted.

    >>> [(t.kind, t.value) for t in find_times("ภายในวันอังคารที่ ๒๑ มกราคม ๒๕๖๘")]
    [('deadline', '2025-01-21')]
    """
    folded = normalise(text)
    numbers = ((match.start, match.end) for match in find_in(Normalised(folded.text, None, 0), folded.text))
    plain = mask(folded.text, numbers)
    reader = Reader(plain, tokenise(plain), letter_date, received, EVERY in plain)
    return [_in_place(reading, folded, text) for reading in _readings(reader)]


def _readings(r: Reader) -> Iterator[Reading]:
    i = 0
    tokens = r.tokens
    while (kind := tokens[i].kind) != "":
        # Most tokens stand in running text, where nothing that could complete them follows.
        found = _longest(r, i) if tokens[i + 1].joined or kind in _WHOLE else None
        if found is None:
            i += 1
            continue
        reading, i = found
        yield reading
        yield from reading.more


def _longest(r: Reader, i: int) -> tuple[Reading, int] | None:
    """The reading that takes the most tokens; of two as long, the more specific grammar comes first."""
    best: tuple[Reading, int] | None = None
    for grammar in _GRAMMARS.get(r.kind(i), ()):
        found = grammar(r, i)
        if found is not None and (best is None or found[1] > best[1]) and found[1] > i:
            best = found
    return best


def _past(r: Reader, i: int) -> tuple[Reading, int] | None:
    return dated_reading(r, i, past=r.kind(i) == "PAST")


def _counted(r: Reader, i: int) -> tuple[Reading, int] | None:
    return relative_reading(r, i, i, limited=False)


def _repeated(r: Reader, i: int) -> tuple[Reading, int] | None:
    return day_of_every_month(r, i, i) or days_of_every_year(r, i, i) or place_in_month(r, i, i)


def _now(r: Reader, i: int) -> tuple[Reading, int] | None:
    return from_now(r, i, i)


def _year(r: Reader, i: int) -> tuple[Reading, int] | None:
    """A year; or its quarter, where that stands behind it; its own days in brackets say nothing new."""
    found = year_reading(r, i)
    if found is None:
        return None
    reading, j = found
    quarter = part_of_year(r, reading, j)
    if quarter is not None:
        return quarter
    days = dated_reading(r, j + 1) if r.mark(j, "(") and r.tokens[j + 1].joined else None
    if days is not None and (days[0].date, days[0].end_date) == (reading.first, reading.last):
        k = days[1] + r.mark(days[1], ")")
        reading.end = r.end(k)
        return reading, k
    return found


_WHOLE = ("DATE", "CLOCK", "SPOKEN")
_DATED: tuple[_Grammar, ...] = (_repeated, _past)
_GRAMMARS: dict[str, tuple[_Grammar, ...]] = {
    **dict.fromkeys(LIMITS, (limited_reading,)),
    **dict.fromkeys(("DAY", "CITED", "PAST", "UNIT", "WEEKDAY", "SIGN", "THE", "DATE"), _DATED),
    "DIGITS": (*_DATED, _counted),
    "MONTH": (_past, month_reading),
    "BRUISED": (month_reading,),
    "MONTH_WORD": (month_reading,),
    **dict.fromkeys(("CLOCK_WORD", "CLOCK", "SPOKEN"), (clock_reading,)),
    **dict.fromkeys(YEARS, (_year,)),
    **dict.fromkeys(PARTS, (part_reading,)),
    "EVERY": (every_reading,),
    "NOW": (_now,),
}
for _kind in ("BETWEEN", "FROM", "BEFORE", "WITHIN", "AFTER", "UNTIL", "IN"):
    _GRAMMARS[_kind] = (limited_reading, clock_reading)


def _in_place(reading: Reading, folded: Normalised, text: str) -> TimeExpression:
    start, end = folded.written(reading.start, reading.end)
    issues = tuple(_as_written(issue, reading, folded, text) for issue in reading.issues)
    return TimeExpression(
        start=start,
        end=end,
        text=text[start:end],
        kind=reading.kind,
        value=reading.value,
        rule=reading.rule,
        issues=issues,
        role=reading.role,
        date=reading.date,
        end_date=reading.end_date,
        time=reading.time,
        end_time=reading.end_time,
        weekday=reading.weekday,
        dates=reading.dates,
    )


def _as_written(issue: Issue, reading: Reading, folded: Normalised, text: str) -> Issue:
    """The issue with the words of the letter itself, Thai digits kept."""
    at = folded.text.find(issue.written, reading.start, reading.end) if issue.written else -1
    if at < 0:
        return issue
    start, end = folded.written(at, at + len(issue.written))
    return Issue(issue.code, text[start:end], issue.candidates)
