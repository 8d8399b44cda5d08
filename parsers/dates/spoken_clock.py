"""Hours as they are spoken: บ่ายสองโมงครึ่ง, เก้าโมงเช้า, สองทุ่ม, ตีห้า, เที่ยงคืน, สิบสี่นาฬิกา."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.dates.number_words import NUMBER_WORDS, number_of_words

__all__ = ["SpokenClock", "spoken_clocks"]

SpokenClock = tuple[int, int, tuple[int, ...]]
"""Start, end, and hour and minute; four numbers where the words fit two hours of the day."""

_SIGN = re.compile("โมง|ทุ่ม|เที่ยง|ตี(?:[1-5หส]| [1-5])|นาฬิกา|บ่าย ?[1-5หส]")
_NUMBER = rf"(?:\d{{1,2}}|{NUMBER_WORDS.pattern})"
_ALONE = r"(?:(?<![ก-๎])|(?<=เวลา)|(?<=ถึง)|(?<=ประมาณ)|(?<=ก่อน)|(?<=ตั้งแต่)|(?<=ช่วง))"
_SPOKEN = re.compile(
    rf"{_ALONE}(?:"
    rf"ตี ?(?P<night>[1-5]|หนึ่ง|สอง|สาม|สี่|ห้า(?!ม))"
    r"|(?P<midnight>เที่ยงคืน)|(?P<noon>เที่ยงวัน|เที่ยง(?=ครึ่ง|ตรง| |\n|\Z))"
    rf"|บ่าย ?(?P<afternoon>{_NUMBER})?(?: ?โมง|(?<=[ก-๎\d])(?=ครึ่ง|ตรง|[^ก-๎]|\Z))"
    rf"|(?P<hour>{_NUMBER})? ?โมง(?: ?(?P<part>เช้า|เย็น|บ่าย))?"
    rf"|(?P<evening>{_NUMBER})? ?ทุ่ม(?P<first>หนึ่ง)?"
    rf"|(?P<full>{NUMBER_WORDS.pattern}) ?นาฬิกา"
    rf")(?: ?(?P<half>ครึ่ง)| ?(?P<minutes>{_NUMBER}) ?นาที| ?ตรง)?"
)


def spoken_clocks(text: str) -> Iterator[SpokenClock]:
    """Every spoken hour of a normalised text.

    >>> [clock for _, _, clock in spoken_clocks("เวลาบ่ายสองโมงครึ่ง ถึงสี่โมงเย็น")]
    [(14, 30), (16, 0)]
    >>> [clock for _, _, clock in spoken_clocks("เวลาสามโมง")]
    [(9, 0, 15, 0)]
    """
    if not _SIGN.search(text):
        return
    for found in _SPOKEN.finditer(text):
        hours = _hours(found)
        minute = 30 if found["half"] else _count(found["minutes"]) or 0
        if hours and minute < 60:
            clock = tuple(part for hour in hours for part in (hour, minute))
            yield found.start(), found.end(), clock


def _count(words: str | None) -> int | None:
    if words is None:
        return None
    return int(words) if words.isdigit() else number_of_words(words)


def _hours(found: re.Match[str]) -> tuple[int, ...]:
    """The hours of the day that the words fit, none where they fit none."""
    if found["night"]:
        return (_count(found["night"]) or 0,)
    if found["midnight"]:
        return (0,)
    if found["noon"]:
        return (12,)
    if found["full"]:
        hour = _count(found["full"])
        return (hour,) if hour is not None and hour <= 24 else ()
    if found.group().startswith("บ่าย"):
        hour = _count(found["afternoon"])
        return (12 + (hour or 1),) if hour is None or 1 <= hour <= 5 else ()
    if "ทุ่ม" in found.group():
        hour = _count(found["evening"])
        return (18 + (hour or 1),) if hour is None or 1 <= hour <= 5 else ()
    return _six_hour_clock(_count(found["hour"]), found["part"])


def _six_hour_clock(hour: int | None, part: str | None) -> tuple[int, ...]:
    """โมง counts from six in the morning or from noon; เช้า, บ่าย or เย็น says from which."""
    if part == "เช้า":
        hour = 1 if hour is None else hour
        return (hour + 6,) if hour <= 5 else (hour,) if hour <= 11 else ()
    if hour is None:
        return ()
    if part == "เย็น":
        return (12 + hour,) if 3 <= hour <= 7 else ()
    if part == "บ่าย":
        return (12 + hour,) if 1 <= hour <= 5 else ()
    if 7 <= hour <= 11:
        return (hour,)
    return (hour + 6, hour + 12) if 1 <= hour <= 5 else (6, 18) if hour == 6 else ()
