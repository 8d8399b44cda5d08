"""The time that a question speaks of: a budget year, a calendar year, or a span of days."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from ita_docs.knowledge.ask.spoken import plainly, weekday_span
from parsers.normalise import plain_digits

__all__ = ["Period", "fiscal_span", "quarter_span", "read_period", "relative_period", "year_be"]

_FISCAL = re.compile(
    r"(?:ประจำ)?(?:ปีงบประมาณ|ปีงบ|งบประมาณปี|รอบปี|fiscal\s+year|budget\s+year|\bfy)\s*(?:พ\.?\s?ศ\.?)?\s*"
    r"(?P<year>\d{4}|\d{2})(?!\d)",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"(?:(?:ภายใน|ใน|ช่วง)\s*)?ไตรมาส(?:ที่)?\s*(?P<quarter>[1-4])(?!\d)(?:\s*(?:/|ของ|of|,)?\s*"
    r"(?:ประจำ)?(?:ปีงบประมาณ|ปีงบ|งบประมาณ|ปี|fiscal\s+year|budget\s+year|fy|year)?\s*(?:พ\.?ศ\.?)?\s*"
    r"(?P<year>\d{4}|\d{2})(?!\d))?",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:ก่อน|before|until|up\s+to|by|จนถึง|ถึง|ไม่เกิน|ภายใน)\s*(?:วันที่|the)?\s*$", re.IGNORECASE)
_AFTER = re.compile(r"(?:หลัง(?:จาก)?|ตั้งแต่|after|since|from)\s*(?:วันที่|the)?\s*$", re.IGNORECASE)
_EXCLUSIVE = re.compile(r"(?:ก่อน|before|หลัง(?:จาก)?|after)", re.IGNORECASE)
_SPAN = re.compile(
    r"(?:ภายใน|ใน|อีก|ช่วง|within|in|over|next|coming)\s*(?:the\s+)?(?:next|coming)?\s*"
    r"(?P<count>\d{1,3})\s*(?P<unit>วัน|สัปดาห์|อาทิตย์|เดือน|days?|weeks?|months?)"
    r"\s*(?:ข้างหน้า|นี้|ต่อจากนี้|จากนี้|from\s+now|ahead)?",
    re.IGNORECASE,
)
_DAYS = {"วัน": 1, "day": 1, "days": 1, "สัปดาห์": 7, "อาทิตย์": 7, "week": 7, "weeks": 7}


@dataclass(slots=True)
class Period:
    """What time a question speaks of, and the question without those words."""

    rest: str
    fiscal_year: int | None = None
    year: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    bare_month: int | None = None

    def place_month(self) -> None:
        """Put a month that was named without its year into the budget or calendar year of the question."""
        if self.bare_month is None or not (self.fiscal_year or self.year):
            return
        year = (self.year or self.fiscal_year or 0) - 543
        if self.year is None and self.bare_month >= 10:
            year -= 1
        self.since, self.until = _month(year, self.bare_month)


def read_period(text: str, today: dt.date) -> Period:
    """Read years, months, quarters, days and spans of days out of a question.

    >>> read_period("อำเภอต้องทำอะไรในเดือนมีนาคม 2567", dt.date(2024, 1, 1)).until
    datetime.date(2024, 3, 31)
    """
    from parsers.dates import find_times

    period = Period(plainly(plain_digits(text)))
    _take_quarter(period, today)
    _take_fiscal_year(period)
    _take_span(period, today)
    _take_weekday(period, today)
    spans: list[tuple[int, int, dt.date, dt.date]] = []
    for found in find_times(period.rest, letter_date=today):
        if found.kind == "fiscal_year" and found.value:
            period.fiscal_year = period.fiscal_year or int(found.value[-10:-6]) + 543
        elif found.kind == "year" and found.value:
            period.year = int(found.value[:4]) + 543
        else:
            ends = _ends(found.value)
            if ends is None:
                continue
            if found.kind == "month" and not re.search(r"\d", found.text):
                period.bare_month = ends[0].month
                ends = _coming_month(period.bare_month, today)
            spans.append((found.start, found.end, *ends))
            continue
        spans.append((found.start, found.end, dt.date.min, dt.date.min))
    _take_days(period, [span for span in spans if span[2] != dt.date.min])
    period.rest = _without(period.rest, [(start, end) for start, end, *_ in spans])
    return period


def _take_quarter(period: Period, today: dt.date) -> None:
    """A quarter with its year, before the year is taken for the whole of it."""
    found = _QUARTER.search(period.rest)
    if found is not None:
        year = year_be(int(found["year"])) if found["year"] else today.year + 543 + (today.month >= 10)
        period.since, period.until = quarter_span(year, int(found["quarter"]))
        period.rest = _without(period.rest, [found.span()])


def _take_weekday(period: Period, today: dt.date) -> None:
    found = weekday_span(period.rest, today)
    if found is not None and period.since is None:
        period.since, period.until = found[2], found[3]
        period.rest = _without(period.rest, [found[:2]])


def _take_fiscal_year(period: Period) -> None:
    found = _FISCAL.search(period.rest)
    if found:
        period.fiscal_year = year_be(int(found["year"]))
        period.rest = _without(period.rest, [found.span()])


def _take_span(period: Period, today: dt.date) -> None:
    """`ภายใน 30 วัน`, `in the next two weeks` written with a number: from today on."""
    found = _SPAN.search(period.rest)
    if not found:
        return
    count, unit = int(found["count"]), found["unit"].lower()
    days = _DAYS.get(unit)
    period.since = today
    period.until = today + dt.timedelta(days * count) if days else _months_on(today, count)
    period.rest = _without(period.rest, [found.span()])


def _months_on(day: dt.date, count: int) -> dt.date:
    month = day.month - 1 + count
    year, month = day.year + month // 12, month % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _ends(value: str | None) -> tuple[dt.date, dt.date] | None:
    """First and last day of a value: `2024-03`, `2024-03-05`, `2024-03-01/2024-03-15`."""
    if not value:
        return None
    first, _, last = value.partition("/")
    try:
        start, end = _whole(first[:10]), _whole((last or first)[:10])
    except ValueError:
        return None
    return start[0], end[1]


def _whole(part: str) -> tuple[dt.date, dt.date]:
    if len(part) == 7:
        year, month = int(part[:4]), int(part[5:])
        return _month(year, month)
    day = dt.date.fromisoformat(part)
    return day, day


def _coming_month(month: int, today: dt.date) -> tuple[dt.date, dt.date]:
    """The month of that name that is now or comes next."""
    return _month(today.year + (month < today.month), month)


def _month(year: int, month: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def _take_days(period: Period, spans: list[tuple[int, int, dt.date, dt.date]]) -> None:
    if len(spans) >= 2:
        period.since, period.until = spans[0][2], spans[-1][3]
    elif spans:
        start, _, first, last = spans[0]
        before = period.rest[:start]
        if (found := _BEFORE.search(before)) is not None:
            period.until = first - dt.timedelta(1) if _EXCLUSIVE.match(found[0]) else last
        elif (found := _AFTER.search(before)) is not None:
            period.since = last + dt.timedelta(1) if _EXCLUSIVE.match(found[0]) else first
        else:
            period.since, period.until = first, last


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} | {text[end:]}"
    return text


def relative_period(value: str, today: dt.date) -> Period:
    """`week:0` is this week, `month:1` next month, `fiscal:-1` the budget year before."""
    unit, _, step_text = value.partition(":")
    step = int(step_text)
    if unit == "fiscal":
        return Period("", fiscal_year=today.year + 543 + (today.month >= 10) + step)
    if unit == "year":
        return Period("", year=today.year + 543 + step)
    if unit == "day":
        day = today + dt.timedelta(step)
        return Period("", since=day, until=day)
    if unit == "week":
        monday = today + dt.timedelta(7 * step - today.weekday())
        return Period("", since=monday, until=monday + dt.timedelta(6))
    months = 3 if unit == "quarter" else 1
    first_month = today.month - 1 - (today.month - 1) % months
    first = _months_on(dt.date(today.year, first_month + 1, 1), step * months)
    return Period("", since=first, until=_months_on(first, months) - dt.timedelta(1))


def quarter_span(fiscal_year: int, quarter: int) -> tuple[dt.date, dt.date]:
    """First and last day of a quarter of a budget year: the first begins on 1 October of the year before."""
    first = _months_on(dt.date(fiscal_year - 544, 10, 1), 3 * (quarter - 1))
    return first, _months_on(first, 3) - dt.timedelta(1)


def fiscal_span(fiscal_year: int) -> tuple[dt.date, dt.date]:
    """First and last day of a budget year (Buddhist era).

    >>> fiscal_span(2568)
    (datetime.date(2024, 10, 1), datetime.date(2025, 9, 30))
    """
    return dt.date(fiscal_year - 544, 10, 1), dt.date(fiscal_year - 543, 9, 30)


def year_be(year: int) -> int:
    """A year as people write it in the Buddhist era: 2568, 68 and 2025 are one.

    >>> year_be(68), year_be(2025), year_be(2568)
    (2568, 2568, 2568)
    """
    if year < 100:
        return 2500 + year
    return year if year >= 2400 else year + 543
