"""Receiving stamps: the office that got the letter, its number, day and hour."""

from __future__ import annotations

from datetime import date, timedelta

from ita_docs.corpus.data_files import vocabulary
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Letter, Stamp
from ita_docs.corpus.thai_dates import MONTHS_SHORT, buddhist, workday

__all__ = ["invent_stamp", "stamp_letter"]


def stamp_letter(letter: Letter, dice: Dice) -> None:
    """Stamp the letter where its recipient received it, in two fifths of the files."""
    letter.stamps = []
    if letter.kind in ("external_letter", "stamped_letter") and dice.chance(0.4):
        day = workday(letter.day + timedelta(days=dice.number(0, 6)))
        letter.stamps.append(invent_stamp(letter, dice, day))
        if dice.chance(0.12):
            second = invent_stamp(letter, dice, workday(day + timedelta(days=dice.number(0, 3))))
            second.office = dice.pick(vocabulary()["stamp_offices"])
            letter.stamps.append(second)


def invent_stamp(letter: Letter, dice: Dice, day: date) -> Stamp:
    """A stamp of the office that the letter went to."""
    office = _receiver(letter, dice)
    time = f"{dice.number(8, 16):02d}:{dice.number(0, 59):02d}" if dice.chance(0.7) else None
    stamp = Stamp(office, str(dice.number(12, 9800)) if dice.chance(0.9) else None, day, time)
    stamp.numerals = "thai" if dice.chance(0.25) else "arabic"
    stamp.written_day = _dater(day, dice)
    return stamp


def _receiver(letter: Letter, dice: Dice) -> str:
    province = letter.sender.province
    if province is None:
        return (
            dice.pick(("ศาลากลางจังหวัด", "สำนักงานจังหวัด", "ที่ทำการปกครองจังหวัด"))
            if dice.chance(0.3)
            else "งานสารบรรณ"
        )
    if letter.recipients and letter.recipients[0].name.startswith("ผู้ว่า"):
        return f"ศาลากลางจังหวัด{province.name}"
    return f"ที่ว่าการอำเภอ{dice.pick(province.districts)}" if dice.chance(0.6) else "ฝ่ายบริหารทั่วไป"


def _dater(day: date, dice: Dice) -> str:
    month = MONTHS_SHORT[day.month - 1]
    year = buddhist(day)
    shapes = (
        f"{day.day} {month} {year}",
        f"{day.day} {month} {year % 100}",
        f"{day.day:02d} {month.replace('.', '')} {year}",
        f"{day.day}/{day.month}/{year}",
    )
    return dice.pick(shapes)
