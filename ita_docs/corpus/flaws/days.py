"""Flaws of days and hours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.event_words import clock
from ita_docs.corpus.flaws.planting import flag, swap_in_body
from ita_docs.corpus.letter import Letter
from ita_docs.corpus.thai_dates import MONTHS, WEEKDAYS, buddhist, day_of_week, end_of_month, long_day

__all__ = ["DAY_FLAWS"]


def wrong_weekday(letter: Letter, dice: Dice) -> bool:
    """The meeting's weekday is not that of its day."""
    if len(letter.events) != 1 or letter.events[0].end_day:
        return False
    event = letter.events[0]
    wrong = dice.pick([name for name in WEEKDAYS[:5] if name != day_of_week(event.day)])
    right = f"วัน{day_of_week(event.day)}ที่ {long_day(event.day)}"
    if not swap_in_body(letter, right, f"วัน{wrong}ที่ {long_day(event.day)}"):
        return False
    either = [event.gold() | {"optional": True}, event.gold() | {"date": None, "optional": True}]
    letter.extra["meetings"] = either
    flag(
        letter,
        "L002",
        "meetings",
        f"วัน{wrong}ที่ {long_day(event.day)}",
        None,
        f"{event.day} is a วัน{day_of_week(event.day)}",
    )
    return True


def wrong_year(letter: Letter, dice: Dice) -> bool:
    """The meeting's year is miswritten; the weekday and the letter's own day tell the right one."""
    if len(letter.events) != 1 or letter.events[0].end_day:
        return False
    event = letter.events[0]
    weekday, right = day_of_week(event.day), long_day(event.day)
    year = buddhist(event.day) + dice.pick((-3, -1, 1, 2, 3))
    wrong = right.replace(str(buddhist(event.day)), str(year))
    if not swap_in_body(letter, f"วัน{weekday}ที่ {right}", f"วัน{weekday}ที่ {wrong}"):
        return False
    flag(
        letter, "L002", "meetings", f"วัน{weekday}ที่ {wrong}", event.day.isoformat(), "weekday and letter date"
    )
    return True


def end_before_start(letter: Letter, dice: Dice) -> bool:
    """The meeting ends before it starts."""
    if len(letter.events) != 1 or not letter.events[0].end or not letter.events[0].start:
        return False
    event = letter.events[0]
    early = f"{max(6, int(str(event.start)[:2]) - dice.number(1, 3)):02d}.{dice.pick(('00', '30'))}"
    if not swap_in_body(letter, f"{clock(str(event.end))} น.", f"{early} น."):
        return False
    letter.extra["meetings"] = [event.gold() | {"end": None}]
    flag(letter, "L006", "meetings", f"{clock(str(event.start))} - {early}", None, "end before start")
    return True


def early_receipt(letter: Letter, dice: Dice) -> bool:
    """Received before it was written."""
    if not letter.stamps or letter.stamps[0].day is None:
        return False
    stamp = letter.stamps[0]
    stamp.day = letter.day - timedelta(days=dice.number(2, 12))
    stamp.written_day = f"{stamp.day.day}/{stamp.day.month}/{buddhist(stamp.day)}"
    flag(letter, "L005", "receipts", stamp.written_day, None, "received before the letter's own day")
    return True


def impossible_day(letter: Letter, dice: Dice) -> bool:
    """The letter's day is one that its month does not have."""
    last = end_of_month(letter.day).day
    if letter.kind != "external_letter" or last == 31:
        return False
    letter.printed["date"] = (
        f"{dice.number(last + 1, 31)} {MONTHS[letter.day.month - 1]} {buddhist(letter.day)}"
    )
    letter.extra["date"] = None
    flag(letter, "L001", "date", letter.printed["date"], None, "no such day")
    return True


def wrong_deadline_weekday(letter: Letter, dice: Dice) -> bool:
    """The weekday of a duty's last day is another."""
    for duty in letter.duties:
        if duty.due is None or duty.restated:
            continue
        right = f"วัน{day_of_week(duty.due)}ที่ {long_day(duty.due)}"
        wrong = dice.pick([name for name in WEEKDAYS[:5] if name != day_of_week(duty.due)])
        if swap_in_body(letter, right, f"วัน{wrong}ที่ {long_day(duty.due)}"):
            duty.optional = True
            letter.duties.append(replace(duty, due=None))
            flag(letter, "L003", "deadlines", f"วัน{wrong}ที่ {long_day(duty.due)}", None, "weekday of the day")
            return True
    return False


def impossible_deadline(letter: Letter, dice: Dice) -> bool:
    """A duty is due on a day that its month does not have; the value is null."""
    for duty in letter.duties:
        if duty.due is None or duty.restated or end_of_month(duty.due).day == 31:
            continue
        wrong = f"31 {MONTHS[duty.due.month - 1]} {buddhist(duty.due)}"
        right = f"ภายในวันที่ {long_day(duty.due)}"
        if swap_in_body(letter, right, f"ภายในวันที่ {wrong}"):
            flag(letter, "L027", "deadlines", wrong, None, "no such day")
            duty.due, duty.optional = None, True
            return True
    return False


DAY_FLAWS: tuple[Callable[[Letter, Dice], bool], ...] = (
    wrong_weekday,
    wrong_year,
    end_before_start,
    early_receipt,
    impossible_day,
    wrong_deadline_weekday,
    impossible_deadline,
)
