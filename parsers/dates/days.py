"""One day as it is written: with or without weekday, month in words or digits, with its year or without."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from parsers.dates.expression import Issue
from parsers.dates.reader import Reader
from parsers.dates.years import Year, year_at, year_of_digits

__all__ = ["WrittenDay", "written_day"]

_PREFIXES = ("DAY", "CITED", "PAST", "WEEKDAY", "SIGN", "THE")


@dataclass(slots=True)
class WrittenDay:
    """A day's parts; what is not written is None until a neighbour lends it."""

    start: int
    day: int
    end: int = 0
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    cue: str = ""
    clock: dt.time | None = None
    own_year: bool = False
    own_month: bool = False
    impossible_year: bool = False
    issues: list[Issue] = field(default_factory=list)

    def date(self) -> dt.date | None:
        """The day of the calendar, None where there is no such day."""
        if self.month is None or self.year is None:
            return None
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None


def written_day(r: Reader, i: int) -> tuple[WrittenDay, int] | None:
    """The day that begins at token i, and the place behind it."""
    j, weekday, cue = _prefix(r, i)
    token = r.tokens[j]
    if j > i and not token.joined:
        return None
    if token.kind == "DATE":
        found = _numeric(r, j, named=j > i)
    elif token.kind == "DIGITS":
        found = _military(r, j) or _worded(r, j, named=j > i)
    else:
        return None
    if found is None:
        return None
    day, j = found
    day.start, day.weekday, day.cue = r.tokens[i].start, weekday, cue
    j = _trailing_weekday(r, j, day)
    day.end = r.end(j)
    return day, j


def _prefix(r: Reader, i: int) -> tuple[int, int | None, str]:
    """Over วันที่, วันพุธที่, ลงวันที่, (พ.) and the like."""
    j, weekday, cue = i, None, ""
    while j == i or r.tokens[j].joined:
        token = r.tokens[j]
        if token.kind in _PREFIXES:
            if token.kind in ("WEEKDAY", "SIGN") and isinstance(token.value, int):
                weekday = token.value
            cue = token.kind if token.kind in ("CITED", "PAST") else cue or "DAY"
            j += 1
        elif token.kind == "UNIT" and token.text == "วัน" and r.follows(j + 1, "WEEKDAY", "SIGN"):
            j += 1
        elif r.mark(j, "(") and r.follows(j + 1, "WEEKDAY", "SIGN") and r.mark(j + 2, ")"):
            weekday, j = int(str(r.tokens[j + 1].value)), j + 3
        else:
            break
    return j, weekday, cue


def _trailing_weekday(r: Reader, j: int, day: WrittenDay) -> int:
    """Over a weekday in brackets behind the date."""
    if not r.mark(j, "("):
        return j
    k = j + 1
    k = k + 1 if r.follows(k, "UNIT") and r.tokens[k].text == "วัน" else k
    if not (r.follows(k, "WEEKDAY", "SIGN") and r.mark(k + 1, ")")):
        return j
    day.weekday = int(str(r.tokens[k].value))
    return k + 2


def _numeric(r: Reader, j: int, *, named: bool) -> tuple[WrittenDay, int] | None:
    """`15.1.2568`, `23/01/2568`, `20-06-65`, `2568-06-20`."""
    token = r.tokens[j]
    first, month, last = re.findall(r"\d+", token.text)
    if len(first) == 4:
        first, last = last, first
    year = year_of_digits(last)
    if year is None or len(first) > 2:
        return None
    certain = named or not year.short or _stands_alone(r, j, year)
    if not certain or (
        ("." in token.text) and not named and not (1 <= int(month) <= 12 and 1 <= int(first) <= 31)
    ):
        return None
    day = WrittenDay(
        token.start, int(first), month=int(month), year=year.value, own_year=True, own_month=True
    )
    if not 1 <= int(month) <= 12:
        day.issues.append(Issue("impossible_month", token.text))
    return day, j + 1


def _stands_alone(r: Reader, j: int, year: Year) -> bool:
    """Two digits for the year: only where day and month are possible and it is not part of a longer count."""
    token = r.tokens[j]
    first, month, last = re.findall(r"\d+", token.text)
    if not (1 <= int(first) <= 31 and 1 <= int(month) <= 12):
        return False
    if "." in token.text:
        line_end = r.text[token.end : token.end + 1] in ("", "\n")
        return token.fresh and line_end and len(first) == len(month) == 2
    return int(last) >= 40 or len(month) == 2


def _military(r: Reader, j: int) -> tuple[WrittenDay, int] | None:
    """A date-time group: day, hour and minute in six digits before month and year (`201030 พ.ย. 67`)."""
    digits = r.tokens[j].text
    if len(digits) != 6 or not digits.isdigit() or not r.follows(j + 1, "MONTH"):
        return None
    month = r.tokens[j + 1].value
    found = year_at(r, j + 2, after_month=True)
    if found is None or found[0].value is None or not isinstance(month, int):
        return None
    day, hour, minute = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    written = WrittenDay(
        r.tokens[j].start, day, month=month, year=found[0].value, own_year=True, own_month=True
    )
    if hour > 23 or minute > 59:
        written.issues.append(Issue("impossible_time", digits))
    else:
        written.clock = dt.time(hour, minute)
    return written, found[1]


def _worded(r: Reader, j: int, *, named: bool) -> tuple[WrittenDay, int] | None:
    """`20 มิถุนายน 2565` and its kin; without a month the neighbour on the right must lend one."""
    number, after, spaced = _day_number(r, j, named=named)
    if number is None:
        return None
    day = WrittenDay(r.tokens[j].start, number)
    month = _month(r, after, day)
    if month is None:
        return None if spaced else (day, after)
    day.month, after = month
    day.own_month = True
    after = _year(r, after, day)
    return day, after


def _day_number(r: Reader, j: int, *, named: bool) -> tuple[int | None, int, bool]:
    """One or two digits, or two that reading drew apart where nothing else can be meant."""
    token = r.tokens[j]
    value = token.value if isinstance(token.value, int) else None
    if value is None or (token.text.isdigit() and len(token.text) > 2) or value > 99:
        return None, j, False
    apart = (
        len(token.text) == 1
        and token.text in "0123"
        and r.follows(j + 1, "DIGITS")
        and len(r.tokens[j + 1].text) == 1
        and r.tokens[j + 1].text.isdigit()
        and r.follows(j + 2, "MONTH", "BRUISED", "MONTH_WORD")
    )
    if not apart:
        return value, j + 1, False
    joined = value * 10 + int(r.tokens[j + 1].text)
    certain = named or token.fresh or r.tokens[j + 1].text == "0" or _year_is_spaced(r, j + 3)
    return (joined, j + 2, True) if certain and joined <= 31 else (value, j + 1, False)


def _year_is_spaced(r: Reader, j: int) -> bool:
    found = year_at(r, j, after_month=True)
    return found is not None and found[0].spaced


def _month(r: Reader, j: int, day: WrittenDay) -> tuple[int, int] | None:
    """The month behind a day: a name, `เดือน 1 ปี 2568`, this or next month, or a bruised name."""
    k = r.skip(j, "OF")
    if (
        (r.mark(k, "-") or r.mark(k, "/"))
        and r.follows(k + 1, "MONTH")
        and (r.mark(k + 2, "-") or r.mark(k + 2, "/"))
    ):
        return int(str(r.tokens[k + 1].value)), k + 3
    word = r.follows(k, "MONTH_WORD")
    k = k + 1 if word else k
    if r.follows(k, "MONTH", "BRUISED"):
        month = int(str(r.tokens[k].value))
        if r.kind(k) == "BRUISED":
            day.issues.append(Issue("month_bruised", r.tokens[k].text.strip(), (f"{month:02d}",)))
        return month, k + 1
    if word and r.follows(k, "THIS", "NEXT"):
        return _relative_month(r, k, day)
    if word and (number := r.number(k)) and number <= 12 and year_at(r, k + 1) is not None:
        return number, k + 1
    return None


def _relative_month(r: Reader, k: int, day: WrittenDay) -> tuple[int, int] | None:
    """`เดือนนี้`, `เดือนหน้า`: counted from the letter's own month."""
    if r.letter_date is None:
        return None
    months = r.letter_date.year * 12 + r.letter_date.month - 1 + (r.kind(k) == "NEXT")
    day.year, day.own_year = months // 12, True
    return months % 12 + 1, k + 1


def _year(r: Reader, j: int, day: WrittenDay) -> int:
    """Adds the year behind a month, if there is one."""
    found = year_at(r, j, after_month=True)
    if found is None:
        return j
    year, after = found
    day.year, day.own_year = year.value, True
    day.impossible_year = year.value is None
    day.issues.extend(year.issues)
    return after
