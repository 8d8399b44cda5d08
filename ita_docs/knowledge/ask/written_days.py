"""Days, months and years that a question writes out: `ก่อน 5 มีนาคม 2568`, `in March 2025`."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any

from ita_docs.knowledge.ask.calendar_spans import Span, coming_month, month_span
from ita_docs.knowledge.ask.period import Period
from parsers.knowledge import months

__all__ = ["take_written"]

_BEFORE = re.compile(
    r"(?:ก่อน|before|until|till|up\s+to|by|จนถึง|ถึง|ไม่เกิน|ภายใน)\s*(?:วันที่|the)?\s*$", re.IGNORECASE
)
_FROM_ON = re.compile(r"(?:ภายหลัง|หลัง|พ้น|ตั้งแต่|นับจาก|นับแต่|นับตั้งแต่|เริ่ม)")
_AFTER = re.compile(
    r"(?:ภายหลัง(?:จาก)?|หลัง(?:จาก)?|พ้น|ตั้งแต่|นับจาก|นับแต่|after|since|from)\s*(?:วันที่|the)?\s*$", re.IGNORECASE
)
_EXCLUSIVE = re.compile(r"(?:ก่อน|before|ภายหลัง|หลัง(?:จาก)?|พ้น|after)", re.IGNORECASE)


def take_written(period: Period, today: dt.date) -> None:
    """Note the days, months and years that are written out, and take them out of the question."""
    from parsers.dates import find_times

    spans: list[tuple[int, int, dt.date | None, dt.date | None]] = []
    places: list[tuple[int, int]] = []
    for found in find_times(period.rest, letter_date=today):
        if found.kind == "fiscal_year" and found.value:
            period.fiscal_year = period.fiscal_year or int(found.value[-10:-6]) + 543
        elif found.kind == "year" and found.value:
            period.year = int(found.value[:4]) + 543
        elif (ends := _ends_of(period, found, today)) is not None:
            spans.append((found.start, found.end, *ends))
        else:
            continue
        places.append((found.start, found.end))
    if not spans and period.since is None and (bare := _bare(period.rest, places)) is not None:
        spans, period.bare_month = [(*bare.span(), *_bare_ends(bare, today))], _month_of(bare)
        places.append(bare.span())
    _take_days(period, spans)
    for start, end in sorted(places, reverse=True):
        period.cut(start, end)


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    return {row.text.lower(): row.month for row in months() if len(row.text) > 3 or row.text.isascii()}


@lru_cache(maxsize=1)
def _bare_pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        rf"(?<![\dA-Za-z])(?:(?P<day>[0-3]?\d)\s*(?P<of>{names})|(?P<month>{names}))(?![A-Za-z\d])",
        re.IGNORECASE,
    )


def _bare(text: str, places: list[tuple[int, int]]) -> re.Match[str] | None:
    """A month or a day of it without its year; `may` only where it is written as a name."""
    for found in _bare_pattern().finditer(text):
        inside = any(start < found.end() and found.start() < end for start, end in places)
        verb = (found["month"] or "").lower() in ("may", "mar") and not found[0][0].isupper()
        if not inside and not verb:
            return found
    return None


def _month_of(bare: re.Match[str]) -> int | None:
    return None if bare["day"] else _months()[bare["month"].lower()]


def _bare_ends(bare: re.Match[str], today: dt.date) -> Span:
    """The month or day of that name that is now or comes next."""
    if not bare["day"]:
        return coming_month(_months()[bare["month"].lower()], today)
    first, last = coming_month(_months()[bare["of"].lower()], today)
    day = min(last, first + dt.timedelta(max(1, int(bare["day"])) - 1))
    return day, day


def _ends_of(period: Period, found: Any, today: dt.date) -> tuple[dt.date | None, dt.date | None] | None:
    """First and last day of an expression; of `ภายในวันที่ ...` only the last, of `ภายในเดือน ...` the month."""
    ends = _ends(found.value)
    if ends is None:
        return None
    if "/" not in found.value and (lead := _FROM_ON.match(found.text)) is not None:
        return (ends[1] + dt.timedelta(1) if _EXCLUSIVE.match(lead[0]) else ends[0]), None
    if found.kind == "deadline":
        if found.text.startswith("ก่อน") and "/" not in found.value:
            return None, ends[1]
        if re.search(r"สิ้น|ปลาย", found.text) or _names_day(found.text):
            return None, ends[1]
        return month_span(ends[1].year, ends[1].month) if _MONTH.search(found.text) else ends
    if found.kind == "month" and not re.search(r"\d", found.text):
        period.bare_month = ends[0].month
        return coming_month(period.bare_month, today)
    return ends


_MONTH = re.compile(r"เดือน|month|[ก-๎]{2,}(?:คม|ยน|พันธ์)|(?![พค]\.ศ)[ก-ฮ]\.[ก-ฮ]\.", re.IGNORECASE)
_DAY = re.compile(r"วันที่|(?<!\d)(?<!เดือน)(?<!เดือน )\d{1,2}\s*[ก-๎A-Za-z./-]+[ก-๎A-Za-z./\s-]*\d")


def _names_day(text: str) -> bool:
    """Whether an expression names a day of the month: `ก่อน 5 มีนา 68`, `ภายในวันที่ 5/3/2568`."""
    return _DAY.search(text) is not None


def _ends(value: str | None) -> Span | None:
    """First and last day of a value: `2024-03`, `2024-03-05`, `2024-03-01/2024-03-15`."""
    if not value:
        return None
    first, _, last = value.partition("/")
    try:
        return _whole(first[:10])[0], _whole((last or first)[:10])[1]
    except ValueError:
        return None


def _whole(part: str) -> Span:
    if len(part) == 7:
        return month_span(int(part[:4]), int(part[5:]))
    day = dt.date.fromisoformat(part)
    return day, day


def _take_days(period: Period, spans: list[tuple[int, int, dt.date | None, dt.date | None]]) -> None:
    if len(spans) >= 2:
        period.since, period.until = spans[0][2] or spans[0][3], spans[-1][3]
    elif spans:
        start, _, first, last = spans[0]
        before = period.rest[:start]
        if first is None or last is None:
            period.since, period.until = period.since or first, last
        elif (found := _BEFORE.search(before)) is not None:
            period.until = first - dt.timedelta(1) if _EXCLUSIVE.match(found[0]) else last
        elif (found := _AFTER.search(before)) is not None:
            period.since = last + dt.timedelta(1) if _EXCLUSIVE.match(found[0]) else first
        else:
            period.since, period.until = first, last
