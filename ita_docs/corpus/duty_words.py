"""How letters say by when: fixed days, periods, recurring days, and duties without a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.thai_dates import (
    MONTHS,
    buddhist,
    day_of_week,
    end_of_month,
    long_day,
    month_and_year,
    short_day,
)

__all__ = ["Term", "due_term", "recurring_term", "relative_term", "undated_term"]

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Term:
    """A printed time limit and what it means: `due`, or a `rule` where the day hangs on something else."""

    words: str
    due: date | None = None
    rule: JSON | None = None
    accept: tuple[str, ...] = ()
    optional: bool = False

    @property
    def extra(self) -> JSON:
        """What else a reader may answer, for the gold."""
        return {"accept_due": list(self.accept)} if self.accept else {}


def _by_weekday(due: date, dice: Dice) -> str:
    return f"ภายในวัน{day_of_week(due)}ที่ {long_day(due)}"


def _by_hour(due: date, dice: Dice) -> str:
    hour = dice.pick(("12.00", "15.00", "16.00", "16.30"))
    return dice.pick(
        (
            f"ภายในวันที่ {long_day(due)} เวลา {hour} น.",
            f"ก่อนเวลา {hour} น. ของวัน{day_of_week(due)}ที่ {long_day(due)}",
            f"ภายในวันที่ {long_day(due)} ก่อนเวลา {hour} น.",
        )
    )


def _window(due: date, dice: Dice, since: date) -> str:
    """A stretch of days after `since` that ends with the last day."""
    start = due - timedelta(days=dice.number(4, min(25, (due - since).days - 2)))
    if start.month == due.month:
        return f"ระหว่างวันที่ {start.day} - {long_day(due)}"
    if dice.chance(0.2):
        return f"ตั้งแต่วันที่ {long_day(start)} ถึงวันที่ {long_day(due)}"
    if start.year == due.year:
        return f"ระหว่างวันที่ {start.day} {MONTHS[start.month - 1]} - {long_day(due)}"
    return f"ระหว่างวันที่ {long_day(start)} ถึงวันที่ {long_day(due)}"


_SHAPES: tuple[tuple[float, Callable[[date, Dice], str]], ...] = (
    (36, lambda due, dice: f"ภายในวันที่ {long_day(due)}"),
    (14, _by_weekday),
    (8, lambda due, dice: f"ให้แล้วเสร็จภายในวันที่ {long_day(due)}"),
    (5, lambda due, dice: f"ให้แล้วเสร็จภายในวัน{day_of_week(due)}ที่ {long_day(due)}"),
    (5, lambda due, dice: f"ไม่เกินวันที่ {long_day(due)}"),
    (4, lambda due, dice: f"อย่างช้าไม่เกินวันที่ {long_day(due)}"),
    (7, _by_hour),
    (4, lambda due, dice: f"ก่อนวันที่ {long_day(due + timedelta(days=1))}"),
    (4, lambda due, dice: f"ภายใน {short_day(due)}"),
    (3, lambda due, dice: f"ภายในวันที่ {short_day(due, short_year=True)}"),
    (4, lambda due, dice: f"ตั้งแต่บัดนี้จนถึงวันที่ {long_day(due)}"),
    (2, lambda due, dice: f"ภายในวันที่ {long_day(due, era=True)}"),
    (2, lambda due, dice: f"ภายในวันที่ {long_day(due)} ในวันและเวลาราชการ"),
    (2, lambda due, dice: f"ไม่เกินเวลา 16.30 น. ของวันที่ {long_day(due)}"),
    (1.5, lambda due, dice: f"ภายในวันที่ {due.day}/{due.month}/{buddhist(due)}"),
    (1.5, lambda due, dice: f"อย่างช้าภายในวัน{day_of_week(due)}ที่ {long_day(due)}"),
    (1.5, lambda due, dice: f"จนถึงวันที่ {long_day(due)}"),
)
_WEIGHTS = {shape: weight for weight, shape in _SHAPES}


def due_term(due: date, dice: Dice, *, plain: bool = False, since: date | None = None) -> Term:
    """A day written in one of the ways of real letters; `plain` keeps to ภายในวันที่.

    With `since`, the letter's own day, it may be the end of a stretch of days.

    >>> due_term(date(2025, 1, 21), Dice("x"), plain=True).words
    'ภายในวันที่ 21 มกราคม 2568'
    """
    if plain:
        return Term(f"ภายในวันที่ {long_day(due)}", due)
    if since and (due - since).days > 8 and dice.chance(0.08):
        return Term(_window(due, dice, since), due)
    if due == end_of_month(due) and due.month in (3, 6, 9, 12) and dice.chance(0.4):
        return Term(_end_of_quarter(due, dice), due)
    if due == end_of_month(due) and dice.chance(0.5):
        words = f"{dice.pick(('ภายในสิ้นเดือน', 'ภายในเดือน'))}{month_and_year(due)}"
        return Term(words, due)
    return Term(dice.weighted(_WEIGHTS)(due, dice), due)


def _end_of_quarter(due: date, dice: Dice) -> str:
    fiscal_year = buddhist(due) + (1 if due.month >= 10 else 0)
    quarter = (due.month + 2) // 3 % 4 + 1
    if quarter == 4 and dice.chance(0.6):
        return f"ภายในสิ้นปีงบประมาณ พ.ศ. {fiscal_year}"
    return f"ภายในไตรมาสที่ {quarter} ของปีงบประมาณ พ.ศ. {fiscal_year}"


_SPOKEN = {3: "สาม", 5: "ห้า", 7: "เจ็ด", 10: "สิบ", 15: "สิบห้า", 30: "สามสิบ", 45: "สี่สิบห้า", 60: "หกสิบ"}


def relative_term(dice: Dice, letter_day: date) -> Term:
    """A period from the receipt or from the letter's own day."""
    days = dice.pick(tuple(_SPOKEN))
    working = dice.chance(0.25)
    count = f" {days} " if dice.chance(0.9) else _SPOKEN[days]
    words = f"ภายใน{count}วัน{'ทำการ' if working else ''}"
    since = dice.pick(("นับแต่", "นับจาก", "นับตั้งแต่", "นับถัดจาก"))
    if dice.chance(0.8) or working:
        words += f" {since}วันที่ได้รับ{dice.pick(('หนังสือ', 'หนังสือนี้', 'หนังสือฉบับนี้', 'แจ้ง'))}"
        return Term(words, None, {"days": days, "from": "receipt", "business_days": working})
    due = letter_day + timedelta(days=days)
    accept = tuple((due + timedelta(days=n)).isoformat() for n in range(1, 7))
    words += f" {since}วันที่{dice.pick(('ลงในหนังสือฉบับนี้', 'ในหนังสือฉบับนี้'))}"
    return Term(words, due, {"days": days, "from": "letter_date", "business_days": False}, accept)


def recurring_term(dice: Dice) -> Term:
    """A day that comes again: every 5th, every Monday, every quarter."""
    day = dice.pick((1, 3, 5, 7, 10, 15, 20, 25))
    return dice.pick(
        (
            Term(f"ภายในวันที่ {day} ของทุกเดือน", None, {"rrule": f"FREQ=MONTHLY;BYMONTHDAY={day}"}),
            Term(f"ทุกวันที่ {day} ของเดือน", None, {"rrule": f"FREQ=MONTHLY;BYMONTHDAY={day}"}),
            Term(f"ทุกเดือน ภายในวันที่ {day} ของเดือนถัดไป", None, {"rrule": f"FREQ=MONTHLY;BYMONTHDAY={day}"}),
            Term("ทุกสิ้นเดือน", None, {"rrule": "FREQ=MONTHLY;BYMONTHDAY=-1"}),
            Term("ทุกวันจันทร์", None, {"rrule": "FREQ=WEEKLY;BYDAY=MO"}),
            Term("ทุกวันศุกร์", None, {"rrule": "FREQ=WEEKLY;BYDAY=FR"}),
            Term("ทุกไตรมาส", None, {"rrule": "FREQ=MONTHLY;INTERVAL=3"}),
        )
    )


def undated_term(dice: Dice) -> Term:
    """No day at all: a reader may give the duty without one, or leave it out."""
    return Term(dice.pick(("โดยด่วน", "โดยเร็ว", "โดยเคร่งครัด", "ต่อไป")), optional=True)
