"""Times of the day: one, a range, or several sessions of one day; in figures, four digits, or as spoken."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from parsers.dates.expression import Issue
from parsers.dates.reader import LONGEST, Reader

__all__ = ["Clocks", "Moment", "clocks_at", "iso_time"]

_LEAD_IN = ("IN", "FROM", "BETWEEN", "BEFORE", "WITHIN", "AFTER", "UNTIL")
_LATE, _EARLY = 17, 12


@dataclass(frozen=True, slots=True)
class Moment:
    """Hour and minute; 24:00 is the end of a day."""

    hour: int
    minute: int

    @property
    def time(self) -> dt.time | None:
        """The time of the day, None for 24:00."""
        return dt.time(self.hour, self.minute) if self.hour < 24 else None


def iso_time(moment: Moment) -> str:
    """`T14:30`."""
    return f"T{moment.hour:02d}:{moment.minute:02d}"


@dataclass(slots=True)
class Clocks:
    """Sessions of start and end, end None where only a beginning is told; `limit` is what limits them."""

    sessions: list[tuple[Moment, Moment | None]]
    spans: list[tuple[int, int]]
    issues: list[Issue] = field(default_factory=list)
    limit: str = ""
    valid: bool = True
    named: bool = False


def clocks_at(r: Reader, i: int, *, after_date: bool = False) -> tuple[Clocks, int] | None:
    """The times at token i and the place behind them.

    A bare `14.30` is a time only behind a date, behind เวลา or before น.; `14:30` is one anywhere.
    """
    j, limit, named = _lead_in(r, i, after_date=after_date)
    first = _session(r, j, named=named, after_date=after_date)
    if first is None:
        return None
    session, sure, k = first
    if not (sure or named or _ends_line(r, k, after_date)):
        return None
    if not named and not _possible(session) and "น" not in r.text[r.tokens[j].start : r.end(k)]:
        return None
    found = Clocks([], [], limit=limit, named=named or sure)
    _add(r, found, session, j, k)
    while len(found.sessions) < LONGEST and (more := _next_session(r, k)) is not None:
        session, begin, k = more
        _add(r, found, session, begin, k)
    return found, r.skip(k, "ONWARD")


def _lead_in(r: Reader, i: int, *, after_date: bool) -> tuple[int, str, bool]:
    """Over `ตั้งแต่เวลา`, `ก่อนเวลา`: the place of the figures, the limiting word, whether เวลา is there."""
    j, limit = i, ""
    if after_date and r.mark(j, ",-(/"):
        j += 1
    while j < i + 4 and r.kind(j) in _LEAD_IN and (r.tokens[j].joined or j == i):
        limit, j = r.kind(j), j + 1
    if r.kind(j) == "CLOCK_WORD" and (r.tokens[j].joined or j == i):
        j += 1
        if r.follows(j, "FROM", "BETWEEN"):
            j += 1
        return j, limit, True
    return j, limit, False


def _session(
    r: Reader, i: int, *, named: bool, after_date: bool
) -> tuple[tuple[tuple[int, ...], tuple[int, ...] | None], bool, int] | None:
    start = _figures(r, i, named=named)
    if start is None:
        return None
    j = i + 1
    sure = _sure(r, i)
    k = _until(r, j)
    end = _figures(r, k, named=named or sure or _sure(r, k)) if k > j else None
    if end is None or not r.tokens[k].joined:
        return (start, None), sure, j
    return (start, end), sure or _sure(r, k), k + 1


def _until(r: Reader, j: int) -> int:
    """Over `-`, `ถึง`, `จนถึงเวลา`; the same place where none stands."""
    if (r.mark(j, "-~") and not r.tokens[j].fresh) or r.follows(j, "UNTIL"):
        return r.skip(j + 1, "CLOCK_WORD")
    return j


def _figures(r: Reader, i: int, *, named: bool) -> tuple[int, ...] | None:
    """Hour and minute of a token, four numbers where a spoken hour is ambiguous."""
    token = r.tokens[i] if i < len(r.tokens) else None
    if token is None:
        return None
    if token.kind == "CLOCK" and isinstance(token.value, tuple):
        return token.value[:2]
    if token.kind == "SPOKEN" and isinstance(token.value, tuple):
        return token.value
    if token.kind == "DIGITS" and named and len(token.text) == 4 and token.text.isdigit():
        hour, minute = int(token.text[:2]), int(token.text[2:])
        return (hour, minute) if hour <= 24 and minute < 60 else None
    return None


def _sure(r: Reader, i: int) -> bool:
    token = r.tokens[i]
    if token.kind == "SPOKEN":
        return True
    return token.kind == "CLOCK" and isinstance(token.value, tuple) and (token.value[2] > 0)


def _ends_line(r: Reader, k: int, after_date: bool) -> bool:
    return after_date and r.text[r.end(k) : r.end(k) + 1] in ("", "\n", ")")


def _next_session(
    r: Reader, k: int
) -> tuple[tuple[tuple[int, ...], tuple[int, ...] | None], int, int] | None:
    """A further range of the same day: `และ 13.00 - 16.30 น.`."""
    j = k + 1 if r.mark(k, ",") or r.follows(k, "AND") else k
    j = r.skip(j, "AND")
    if j == k:
        return None
    begin = r.skip(j, "CLOCK_WORD")
    if not r.tokens[begin].joined:
        return None
    found = _session(r, begin, named=False, after_date=False)
    if found is None or not found[1]:
        return None
    return found[0], begin, found[2]


def _add(
    r: Reader, found: Clocks, session: tuple[tuple[int, ...], tuple[int, ...] | None], begin: int, end: int
) -> None:
    """Adds a session, or the reason why it is none."""
    written = r.text[r.tokens[begin].start : r.end(end)]
    start, stop = session
    for part in (start, stop):
        if part is not None and len(part) == 4:
            found.issues.append(
                Issue("ambiguous_hour", written, tuple(iso_time(Moment(*part[k : k + 2])) for k in (0, 2)))
            )
            found.valid = False
        elif part is not None and not ((part[0] < 24 and part[1] < 60) or part == (24, 0)):
            found.issues.append(Issue("impossible_time", written))
            found.valid = False
    moments = Moment(*start[:2]), Moment(*stop[:2]) if stop else None
    if found.valid and stop and not _in_order(start, stop):
        found.issues.append(Issue("end_before_start", written))
        found.valid = False
    found.sessions.append(moments)
    found.spans.append((r.tokens[begin].start, r.end(end)))


def _possible(session: tuple[tuple[int, ...], tuple[int, ...] | None]) -> bool:
    return all(part is None or len(part) == 4 or (part[0] <= 24 and part[1] < 60) for part in session)


def _in_order(start: tuple[int, ...], stop: tuple[int, ...]) -> bool:
    """A range runs forward; one that begins late and ends in the morning runs over midnight."""
    return start < stop or (start[0] >= _LATE and stop[0] < _EARLY)
