"""The time that a question speaks of: a budget year, a calendar year, or a span of days."""

from __future__ import annotations

import datetime as dt
import re

from ita_docs.knowledge.ask.asides import bound_to_that_month, spelt_out, take_that_month
from ita_docs.knowledge.ask.calendar_spans import (
    first_of,
    fiscal_year_of,
    months_on,
    quarter_span,
    relative_span,
    rest_of,
    year_be,
)
from ita_docs.knowledge.ask.period import Period
from ita_docs.knowledge.ask.spoken import plainly, weekday_span
from ita_docs.knowledge.ask.written_days import take_written
from parsers.normalise import plain_digits

__all__ = ["read_period", "relative_period"]

_FISCAL = re.compile(
    r"(?:(?:ภายใน|ก่อน|จนถึง)?(?:สิ้น|ปลาย|ต้น)|by\s+the\s+end\s+of\s+|end\s+of\s+)?(?:ประจำ)?(?:ปีงบประมาณ|ปีงบฯ?|งบประมาณปี|งบปี|รอบปี|(?:fiscal|budget|financial)(?:\s+year)?|\bfy)[\s'’]*"
    r"(?:ปี\s*)?(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)?\s*(?P<year>\d{4}|\d{2})(?!\d)",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"(?:(?:ภายใน|ใน|ช่วง)\s*)?ไตรมาส(?:ที่)?\s*(?P<quarter>[1-4])(?!\d)(?:\s*(?:/|ของ|of|,)?\s*"
    r"(?:ประจำ)?(?:ปีงบประมาณ|ปีงบฯ?|งบประมาณ|ปี|fiscal\s+year|budget\s+year|fy|year)?\s*(?:พ\.?ศ\.?)?\s*"
    r"(?P<year>\d{4}|\d{2})(?!\d))?",
    re.IGNORECASE,
)
_FROM_NOW = r"(?:between|from)\s+(?:today|now)(?:\s+on)?\s+(?:and|to|until|till|through|up\s+to)"
_LEAD = rf"(?:{_FROM_NOW}|ภายใน|ก่อน|จนถึง|ถึง|ไม่เกิน|ใน|by|before|until|up\s+to|till)?\s*(?:the\s+)?"
_END = re.compile(
    _LEAD + r"(?:สิ้น|ปลาย|end\s+of\s+(?:the\s+|this\s+)?)\s*"
    r"(?P<unit>ปีงบประมาณ|ปีงบ(?!ประมาณ)|ปี(?!งบ)|เดือน|สัปดาห์|อาทิตย์|ไตรมาส|fiscal\s+year|year|month|week|quarter)"
    r"(?:\s*(?P<next>หน้า|ถัดไป))?(?:\s*นี้)?(?!\s*(?:พ\.ศ\.|ที่)?\s*(?:\d|[มกพสตธ][ีกุฤิัร]))",
    re.IGNORECASE,
)
_UNITS = {
    "ปีงบประมาณ": "fiscal", "ปีงบ": "fiscal", "fiscal year": "fiscal", "ปี": "year", "year": "year",
    "เดือน": "month", "month": "month", "สัปดาห์": "week", "อาทิตย์": "week", "week": "week",
    "ไตรมาส": "quarter", "quarter": "quarter",
}  # fmt: skip
_SPAN = re.compile(
    r"(?:(?:ภายใน|ใน|อีก|ช่วง|(?:นับ|ต่อ)?จากนี้(?:ไป)?|นับจากวันนี้(?:ไป)?|within|in|over|next|coming)\s*(?:อีก|ระยะ)?\s*"
    r"(?:the\s+)?(?:next|coming)?\s*|(?=\d+\s*(?:วัน|สัปดาห์|อาทิตย์|เดือน)\s*(?:ข้างหน้า|ต่อจากนี้|จากนี้)))"
    r"(?P<count>\d{1,3})\s*(?P<unit>วัน|สัปดาห์|อาทิตย์|เดือน|days?|weeks?|months?)"
    r"\s*(?:ข้างหน้า|นี้|ต่อจากนี้|จากนี้|from\s+now|ahead)?",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:(?:ภายใน|ใน|ช่วง|รอบ)?\s*(?P<count>\d{1,3})\s*(?P<unit>วัน|สัปดาห์|อาทิตย์|เดือน)\s*(?:ที่ผ่านมา|ที่แล้วมา|ก่อนหน้านี้|มานี้|หลังสุด|ย้อนหลัง)"
    r"|(?:ย้อนหลัง|within\s+the\s+(?:last|past)|in\s+the\s+(?:last|past)|over\s+the\s+(?:last|past)|the\s+(?:last|past)|last|past)"
    r"\s*(?P<ago>\d{1,3})\s*(?P<units>วัน|สัปดาห์|อาทิตย์|เดือน|days?|weeks?|months?))",
    re.IGNORECASE,
)
_HENCE = re.compile(
    r"\b(?:on\s+)?(?P<count>\d{1,2})\s+(?P<unit>days?|weeks?|months?)\s+(?:from|after)\s+(?:now|today)\b",
    re.I,
)
_SINCE_START = re.compile(
    r"(?:ตั้งแต่|นับจาก|นับแต่)(?:ต้น|เริ่ม)\s*(?P<unit>ปีงบประมาณ|ปีงบ|ปี|เดือน|ไตรมาส)(?:นี้)?(?:มา(?:จน)?(?:ถึง)?(?:วันนี้|ปัจจุบัน)?)?"
    r"|(?:so\s+far\s+this|since\s+the\s+(?:start|beginning)\s+of\s+(?:the|this))\s+(?P<english>fiscal\s+year|year|month|quarter)"
    r"|(?P<ytd>year\s+to\s+date)",
    re.IGNORECASE,
)
_DAYS = {"วัน": 1, "day": 1, "days": 1, "สัปดาห์": 7, "อาทิตย์": 7, "week": 7, "weeks": 7}


def read_period(text: str, today: dt.date) -> Period:
    """Read years, months, quarters, days and spans of days out of a question.

    >>> read_period("อำเภอต้องทำอะไรในเดือนมีนาคม 2567", dt.date(2024, 1, 1)).until
    datetime.date(2024, 3, 31)
    """
    text, that_month = take_that_month(plain_digits(text))
    period = Period(plainly(spelt_out(text)))
    for take in (
        _take_quarter,
        _take_end,
        _take_start,
        _take_fiscal_year,
        _take_past,
        _take_span,
        _take_hence,
        _take_weekday,
    ):
        take(period, today)
    take_written(period, today)
    bound_to_that_month(period, that_month)
    period.place_quarter(today)
    return period


def _take_quarter(period: Period, today: dt.date) -> None:
    """A quarter with its year, before the year is taken for the whole of it."""
    found = _QUARTER.search(period.rest)
    if found is not None:
        if found["year"]:
            year = year_be(int(found["year"]))
            period.since, period.until = quarter_span(year, int(found["quarter"]))
        else:
            period.bare_quarter = int(found["quarter"])
        period.cut(*found.span())


def _take_end(period: Period, today: dt.date) -> None:
    """`ภายในสิ้นเดือนนี้`, `by the end of the year`: from today on."""
    found = _END.search(period.rest)
    if found is not None and period.since is None:
        unit = _UNITS[" ".join(found["unit"].lower().split())]
        period.since, period.until = rest_of(unit, 1 if found["next"] else 0, today)
        period.cut(*found.span())


def _take_fiscal_year(period: Period, today: dt.date) -> None:
    found = _FISCAL.search(period.rest)
    if found:
        period.fiscal_year = year_be(int(found["year"]))
        period.cut(*found.span())


def _take_span(period: Period, today: dt.date) -> None:
    """`ภายใน 30 วัน`, `in the next two weeks` written with a number: from today on."""
    found = _SPAN.search(period.rest)
    if found:
        count, days = int(found["count"]), _DAYS.get(found["unit"].lower())
        period.since = today
        period.until = today + dt.timedelta(days * count) if days else months_on(today, count)
        period.cut(*found.span())


def _take_hence(period: Period, today: dt.date) -> None:
    """`due 1 week from today`: that day alone."""
    found = _HENCE.search(period.rest)
    if found is not None and period.since is None:
        count, days = int(found["count"]), _DAYS.get(found["unit"].lower())
        period.since = today + dt.timedelta(days * count) if days else months_on(today, count)
        period.until = period.since
        period.cut(*found.span())


def _take_past(period: Period, today: dt.date) -> None:
    """`30 วันที่ผ่านมา`, `the last two weeks` written with a number: up to today."""
    found = _PAST.search(period.rest)
    if found is not None:
        count, unit = int(found["count"] or found["ago"]), (found["unit"] or found["units"]).lower()
        days = _DAYS.get(unit)
        period.since = today - dt.timedelta(days * count) if days else months_on(today, -count)
        period.until = today
        period.cut(*found.span())


def _take_start(period: Period, today: dt.date) -> None:
    """`ตั้งแต่ต้นปีงบประมาณ`, `so far this year`: from the first day of it to today."""
    found = _SINCE_START.search(period.rest)
    if found is not None and period.since is None:
        unit = (
            "year" if found["ytd"] else _UNITS[" ".join((found["unit"] or found["english"]).lower().split())]
        )
        period.since, period.until = first_of(unit, today), today
        period.cut(*found.span())


def _take_weekday(period: Period, today: dt.date) -> None:
    found = weekday_span(period.rest, today)
    if found is not None and period.since is None:
        period.since, period.until = found[2], found[3]
        period.cut(*found[:2])


def relative_period(value: str, today: dt.date) -> Period:
    """`week:0` is this week, `month:1` next month, `fiscal:-1` the year before, `since:0` from today."""
    unit, _, step_text = value.partition(":")
    step = int(step_text)
    if unit == "fiscal":
        return Period("", fiscal_year=fiscal_year_of(today) + step)
    if unit == "year":
        return Period("", year=today.year + 543 + step)
    if unit == "since":
        return Period("", since=today)
    since, until = relative_span(unit, step, today)
    return Period("", since=since, until=until)
