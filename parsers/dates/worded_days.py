"""Days whose month is a word: `20 มิถุนายน 2565`, `20-มิ.ย.-65`, `วันที่ 15 เดือน 1 ปี 2568`, `20 เดือนนี้`."""

from __future__ import annotations

from parsers.dates.expression import Issue
from parsers.dates.month_names import is_spoken
from parsers.dates.reader import Reader
from parsers.dates.written import WrittenDay
from parsers.dates.years import year_at

__all__ = ["english_day", "trailing_weekday", "worded_day"]


def worded_day(r: Reader, j: int, *, named: bool) -> tuple[WrittenDay, int] | None:
    """`20 มิถุนายน 2565` and its kin; without a month the neighbour on the right must lend one."""
    number, after, spaced = _day_number(r, j, named=named)
    if number is None:
        return None
    day = WrittenDay(r.tokens[j].start, number)
    after = trailing_weekday(r, after, day)
    month = _dotted_month(r, after) if named else None
    month = month or _month(r, after, day)
    if month is None:
        return None if spaced else (day, after)
    day.month, after = month
    day.own_month = True
    spoken = is_spoken(r.tokens[after - 1].text)
    after = _year(r, after, day)
    return None if spoken and not day.own_year else (day, after)


def english_day(r: Reader, j: int) -> tuple[WrittenDay, int] | None:
    """`June 20, 2022`."""
    month, number = r.tokens[j], r.number(j + 1)
    if month.kind != "MONTH" or not month.text.isascii() or number is None or number > 31:
        return None
    k = j + 2 + r.mark(j + 2, ",")
    found = year_at(r, k)
    if found is None or found[0].value is None or found[0].short or not isinstance(month.value, int):
        return None
    year = found[0].value
    return WrittenDay(
        month.start, number, month=month.value, year=year, own_year=True, own_month=True
    ), found[1]


def _day_number(r: Reader, j: int, *, named: bool) -> tuple[int | None, int, bool]:
    """One or two digits, or two that reading drew apart where nothing else can be meant."""
    token = r.tokens[j]
    value = token.value if isinstance(token.value, int) else None
    if value is None or (token.text.isdigit() and len(token.text) > 2) or value > 99:
        return None, j, False
    apart = (
        len(token.text) == 1
        and token.text in "0123"
        and r.apart(j + 1)
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


def _dotted_month(r: Reader, j: int) -> tuple[int, int] | None:
    """The month behind a day that was written on a dotted line, a dot of which stays: `๒๘.พฤศจิกายน`."""
    if r.kind(j) != "MONTH" or r.text[r.end(j) : r.tokens[j].start].strip() != ".":
        return None
    return int(str(r.tokens[j].value)), j + 1


def _relative_month(r: Reader, k: int, day: WrittenDay) -> tuple[int, int] | None:
    """`เดือนนี้`, `เดือนหน้า`: counted from the letter's own month."""
    if r.letter_date is None:
        return None
    months = r.letter_date.year * 12 + r.letter_date.month - 1 + (r.kind(k) == "NEXT")
    day.year, day.own_year = months // 12, True
    return months % 12 + 1, k + 1


def _year(r: Reader, j: int, day: WrittenDay) -> int:
    """Adds the year behind a month, if there is one."""
    english = any(t.kind == "MONTH" and t.text.isascii() for t in r.tokens[j - 2 : j])
    found = year_at(r, j, after_month=True, english=english)
    if found is None:
        return _year_after_an_event(r, j, day)
    year, after = found
    day.year, day.own_year = year.value, True
    day.impossible_year = year.value is None
    day.issues.extend(year.issues)
    return after


def trailing_weekday(r: Reader, j: int, day: WrittenDay) -> int:
    """Over a weekday in brackets behind the date."""
    if not r.mark(j, "("):
        return j
    k = j + 1
    k = k + 1 if r.follows(k, "UNIT") and r.tokens[k].text == "วัน" else k
    if not (r.follows(k, "WEEKDAY", "SIGN") and r.mark(k + 1, ")")):
        return j
    day.weekday = int(str(r.tokens[k].value))
    return k + 2


def _year_after_an_event(r: Reader, j: int, day: WrittenDay) -> int:
    """Over `ของปีถัดไป`: the year hangs on something else."""
    k = r.skip(j, "OF")
    if not r.follows(k, "FOLLOWING_YEAR"):
        return j
    day.impossible_year = True
    day.issues.append(Issue("needs_event", r.tokens[k].text))
    return k + 1
