"""Several days that share their month or year: ranges, lists, and ranges inside lists."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from itertools import pairwise

from parsers.dates.days import written_day
from parsers.dates.expression import Issue
from parsers.dates.reader import LONGEST, Reader
from parsers.dates.weekdays import WEEKDAY_NAMES, matching_days
from parsers.dates.written import WrittenDay
from parsers.dates.year_guess import guess_year

__all__ = ["DaySequence", "day_sequence", "separator", "yearless_groups"]


@dataclass(slots=True)
class DaySequence:
    """Days in the order of the text, grouped: a group of two is a range."""

    groups: list[list[dt.date]]
    start: int
    issues: list[Issue] = field(default_factory=list)
    cue: str = ""
    clock: dt.time | None = None
    weekday: int | None = None
    valid: bool = True
    own_year: bool = True
    ranged: bool = False
    listed: bool = False

    @property
    def days(self) -> list[dt.date]:
        """All days that stand there."""
        return [day for group in self.groups for day in group]


def separator(r: Reader, i: int) -> tuple[str, int] | None:
    """What joins two parts at token i: "to" for a range, "and" for a list, with the place behind it."""
    if (r.mark(i, "-~") and not r.tokens[i].fresh) or r.follows(i, "UNTIL"):
        return "to", i + 1
    if r.mark(i, ","):
        return "and", r.skip(i + 1, "AND")
    return ("and", i + 1) if r.follows(i, "AND") else None


def day_sequence(
    r: Reader, i: int, *, between: bool = False, past: bool = False, limited: bool = False
) -> tuple[DaySequence, int] | None:
    """The days that begin at token i; `between` reads "ก และ ข" as a range.

    A year that is not written is taken from the letter's date only where the words speak of one certain day:
    behind วันที่, a weekday or a limiting word (`limited`), with an hour, or of one window. Bare days stay
    without a year.
    """
    span = _weekday_span(r, i)
    written = _written(r, span[2] if span else i)
    if not written:
        return None
    last = max((k for k, (_, day, _) in enumerate(written) if day.month is not None), default=-1)
    if last < 0:
        return None
    written = written[: last + 1]
    joints = [joint for joint, _, _ in written]
    days = [day for _, day, _ in written]
    if span:
        days[0].start, days[0].weekday, days[-1].weekday = r.tokens[i].start, span[0], span[1]
    if between and joints[1:] == ["and"]:
        joints[1] = "to"
    certain = limited or between or past or any(day.cue or day.weekday is not None for day in days)
    window = joints[1:] == ["to"] and not r.text.endswith("(", 0, days[0].start)
    certain = certain or window or r.follows(written[-1][2], "CLOCK_WORD")
    if not certain and len(days) == 1 and not days[0].own_year and "." in r.text[days[0].start : days[0].end]:
        return None  # ก.พ. and ก.ค. are offices too
    guessed = _lend(days, r, past=past or days[0].cue == "PAST", certain=certain)
    sequence = DaySequence([], days[0].start, cue=days[0].cue, clock=days[0].clock, weekday=days[0].weekday)
    sequence.own_year = guessed is None
    sequence.ranged, sequence.listed = "to" in joints, "and" in joints
    if guessed:
        sequence.issues.append(guessed)
    _check(r, days, joints, sequence)
    return sequence, written[-1][2]


def _weekday_span(r: Reader, i: int) -> tuple[int, int, int] | None:
    """`วันจันทร์ - วันพุธที่ 3 - 5 ...`: both weekdays, and the place of the days."""
    j = i + (r.kind(i) == "UNIT" and r.tokens[i].text == "วัน")
    if r.kind(j) != "WEEKDAY" or (j > i and not r.tokens[j].joined):
        return None
    joint = separator(r, j + 1)
    if joint is None or joint[0] != "to":
        return None
    k = joint[1]
    k += r.follows(k, "UNIT") and r.tokens[k].text == "วัน"
    if not (r.follows(k, "WEEKDAY") and r.follows(k + 1, "THE")):
        return None
    return int(str(r.tokens[j].value)), int(str(r.tokens[k].value)), k + 1


def _written(r: Reader, i: int) -> list[tuple[str, WrittenDay, int]]:
    """Each day with what joins it to the one before, and the place behind it."""
    found = written_day(r, i)
    parts: list[tuple[str, WrittenDay, int]] = []
    joint = ""
    while found is not None and len(parts) < LONGEST:
        day, j = found
        parts.append((joint, day, j))
        between = separator(r, j)
        if between is None or not r.tokens[between[1]].joined:
            break
        joint, k = between
        found = written_day(r, k)
        if found is not None and _begins_anew(joint, parts, found[0]):
            break
    return parts


def yearless_groups(r: Reader, i: int) -> tuple[list[list[WrittenDay]], int] | None:
    """Days and months without any year, a group of two for each range, and the place behind them."""
    written = _written(r, i)
    if not written or written[-1][1].month is None or any(day.own_year for _, day, _ in written):
        return None
    days = [day for _, day, _ in written]
    for left, right in zip(reversed(days[:-1]), reversed(days[1:]), strict=True):
        left.month = left.month if left.month is not None else right.month
    groups: list[list[WrittenDay]] = []
    for joint, day, _ in written:
        if joint == "to" and groups:
            groups[-1].append(day)
        else:
            groups.append([day])
    return groups, written[-1][2]


def _begins_anew(joint: str, parts: list[tuple[str, WrittenDay, int]], new: WrittenDay) -> bool:
    """Whether a further day is an expression of its own: lists of whole dates are read one by one."""
    day = parts[-1][1]
    if joint == "to":
        return len(parts) > 1 and parts[-1][0] == "to"
    return day.own_year and (new.own_year or not new.own_month)


def _lend(days: list[WrittenDay], r: Reader, *, past: bool, certain: bool) -> Issue | None:
    """Fills missing months and years from the right, then from the left, then from the letter's date."""
    for left, right in zip(reversed(days[:-1]), reversed(days[1:]), strict=True):
        left.month = left.month if left.month is not None else right.month
        if left.year is None and not left.impossible_year:
            left.year, left.impossible_year = right.year, right.impossible_year
    for left, right in pairwise(days):
        if right.year is None and left.year is not None and not right.impossible_year:
            right.year = left.year + ((right.month or 0) < (left.month or 0))
    missing = [day for day in days if day.year is None and not day.impossible_year]
    if not missing:
        return None
    year = guess_year(days[-1], r.letter_date, past=past)
    for day in missing:
        day.year = year if certain else None
    likely = f"{year}-{days[-1].month:02d}-{days[-1].day:02d}" if year else None
    return Issue("year_missing", r.text[days[0].start : days[-1].end], (likely,) if likely else ())


def _check(r: Reader, days: list[WrittenDay], joints: list[str], sequence: DaySequence) -> None:
    """Makes days of the calendar, and says what is impossible or at odds."""
    dates = [day.date() for day in days]
    _over_year_end(days, dates)
    for joint, day, date in zip(joints, days, dates, strict=True):
        sequence.issues.extend(day.issues)
        if date is None:
            sequence.valid = False
            if day.year is not None and not any(issue.code == "impossible_month" for issue in day.issues):
                sequence.issues.append(Issue("impossible_day", r.text[day.start : day.end]))
            continue
        if day.weekday is not None and date.weekday() != day.weekday:
            fitting = matching_days(date, day.weekday, r.letter_date)
            sequence.issues.append(Issue("weekday_mismatch", WEEKDAY_NAMES[day.weekday], fitting))
        if joint == "to" and sequence.groups:
            sequence.groups[-1].append(date)
        else:
            sequence.groups.append([date])
    if any(len(group) == 2 and group[0] > group[1] for group in sequence.groups):
        sequence.valid = False
        sequence.issues.append(Issue("end_before_start", r.text[days[0].start : days[-1].end]))


def _over_year_end(days: list[WrittenDay], dates: list[dt.date | None]) -> None:
    """`28 ธันวาคม - 3 มกราคม 2568`: a lent year belongs to the later month."""
    for k in range(len(dates) - 1, 0, -1):
        left, right = dates[k - 1], dates[k]
        if left and right and left > right and not days[k - 1].own_year and days[k - 1].own_month:
            days[k - 1].year = left.year - 1
            dates[k - 1] = days[k - 1].date()
