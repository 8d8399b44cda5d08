"""Meetings: when, where and through which channel, and the words that say so."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from ita_docs.corpus.data_files import vocabulary
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Event
from ita_docs.corpus.numerals import as_is
from ita_docs.corpus.offices import Office
from ita_docs.corpus.thai_dates import MONTHS, day_of_week, long_day

__all__ = ["clock", "event_words", "hours_words", "invent_event", "online_words", "when_words"]

JSON = dict[str, Any]

_HOURS = (
    ("08:30", "12:00"), ("09:00", "12:00"), ("09:30", "12:00"), ("09:30", "16:30"), ("08:30", "16:30"),
    ("13:00", "16:30"), ("13:30", "16:30"), ("10:00", None), ("13:30", None), ("14:00", None),
)  # fmt: skip


def invent_event(
    day: date, title: str, host: Office, dice: Dice, *, agenda: list[str] | None = None
) -> Event:
    """A meeting of `host` on a day: on site, online, or both."""
    start, end = dice.pick(_HOURS)
    event = Event(day=day, start=start, end=end, title=title, agenda=agenda or [])
    if dice.chance(0.12):
        event.end_day = day + timedelta(days=dice.pick((1, 2)))
    shape = dice.weighted({"site": 6, "online": 3, "both": 1.5})
    if shape in ("site", "both"):
        event.venue = _venue(host, dice)
    if shape in ("online", "both"):
        event.online = _channel(dice)
    return event


def _venue(host: Office, dice: Dice) -> str:
    words = vocabulary()
    if host.province is None or dice.chance(0.15):
        place = f"จังหวัด{host.province.name}" if host.province else "กรุงเทพมหานคร"
        return f"{dice.pick(words['hotels'])} {place}"
    where = host.letterhead if not host.letterhead.startswith("ที่ทำการ") else host.name
    floor = dice.pick(words["floors"])
    return " ".join(part for part in (dice.pick(words["rooms"]), floor, where) if part)


def _channel(dice: Dice) -> JSON:
    platform = dice.weighted({"Zoom": 6, "Webex": 1.5, "YouTube": 1, "Microsoft Teams": 1})
    online: JSON = {"platform": platform, "meeting_id": None, "passcode": None, "url": None}
    if platform == "YouTube":
        online["url"] = f"https://youtu.example.com/{dice.digits(3)}aB{dice.digits(2)}"
    elif dice.chance(0.65):
        online["meeting_id"] = dice.pick("89") + dice.digits(10 if platform == "Zoom" else 9)
        if dice.chance(0.75):
            online["passcode"] = dice.digits(dice.pick((4, 6)))
    return online


def clock(time: str) -> str:
    """`14.30` for `14:30`."""
    return time.replace(":", ".")


def hours_words(event: Event, dice: Dice) -> str:
    """`เวลา 13.30 - 16.30 น.`, `เวลา 10.00 น. เป็นต้นไป`."""
    if event.start is None:
        return ""
    if event.end is None:
        lead = "ตั้งแต่เวลา" if dice.chance(0.12) else "เวลา"
        hour = "นาฬิกา" if dice.chance(0.06) else "น."
        return f"{lead} {clock(event.start)} {hour}{dice.pick(('', '', ' เป็นต้นไป'))}"
    if dice.chance(0.06):
        return f"เวลา {clock(event.start)} นาฬิกา ถึง {clock(event.end)} นาฬิกา"
    if dice.chance(0.06):
        return f"ตั้งแต่เวลา {clock(event.start)} - {clock(event.end)} น."
    return f"เวลา {clock(event.start)} {dice.pick(('-', '-', '–', 'ถึง'))} {clock(event.end)} น."


def _two_days(event: Event, dice: Dice) -> str | None:
    """Days of a short course with their weekdays, or joined by และ; None for the plain range."""
    if event.end_day is None or event.end_day.month != event.day.month or dice.chance(0.5):
        return None
    first, last = day_of_week(event.day), day_of_week(event.end_day)
    if (event.end_day - event.day).days == 1 and dice.chance(0.5):
        return f"วันที่ {event.day.day} และ {long_day(event.end_day)}"
    return f"ระหว่างวัน{first}ที่ {event.day.day} - วัน{last}ที่ {long_day(event.end_day)}"


def when_words(event: Event, dice: Dice) -> str:
    """`วันพฤหัสบดีที่ 23 มกราคม 2568 เวลา 14.30 น.`"""
    spoken = _two_days(event, dice)
    if spoken is not None:
        return f"{spoken} {hours_words(event, dice)}".strip()
    if event.end_day and event.end_day.month == event.day.month and event.end_day.year == event.day.year:
        days = f"ระหว่างวันที่ {event.day.day} - {long_day(event.end_day)}"
    elif event.end_day and event.end_day.year == event.day.year:
        days = f"ระหว่างวันที่ {event.day.day} {MONTHS[event.day.month - 1]} - {long_day(event.end_day)}"
    elif event.end_day:
        days = f"ระหว่างวันที่ {long_day(event.day)} - {long_day(event.end_day)}"
    else:
        weekday = event.written_weekday or day_of_week(event.day)
        plain = event.written_weekday is None and dice.chance(0.2)
        days = f"วันที่ {long_day(event.day)}" if plain else f"วัน{weekday}ที่ {long_day(event.day)}"
    return f"{days} {hours_words(event, dice)}".strip()


def online_words(online: JSON, dice: Dice) -> str:
    """`ผ่านระบบ Zoom Meeting (Meeting ID: 890 1234 5678 Passcode: 123456)`."""
    name = {
        "Zoom": dice.pick(("Zoom Meeting", "Zoom Cloud Meetings", "Zoom")),
        "Webex": "Cisco Webex Meetings",
    }
    lead = dice.pick(("ผ่านระบบ", "ผ่านระบบ", "ด้วยระบบอิเล็กทรอนิกส์ผ่านระบบ", "ผ่านสื่ออิเล็กทรอนิกส์ด้วยระบบ"))
    if online["platform"] == "YouTube":
        return f"ผ่านระบบถ่ายทอดสดออนไลน์ (YouTube Live) ทาง {as_is(online['url'])}"
    words = f"{lead} {name.get(online['platform'], online['platform'])}"
    return words + _ids(online, dice)


def _ids(online: JSON, dice: Dice) -> str:
    if not online["meeting_id"]:
        return ""
    digits = online["meeting_id"]
    spaced = f"{digits[:3]} {digits[3:-4]} {digits[-4:]}"
    label, secret = dice.pick(
        (("Meeting ID:", "Passcode:"), ("Meeting ID :", "Passcode :"), ("รหัสการประชุม", "รหัสผ่าน"))
    )
    if not online["passcode"]:
        return f" ({label} {spaced})"
    return f" ({label} {spaced} {dice.pick(('', '| ', 'และ'))}{secret} {online['passcode']})"


def event_words(event: Event, dice: Dice) -> str:
    """The whole: day, hours, `ณ` the place, and the channel."""
    words = when_words(event, dice)
    if event.venue:
        words += f" ณ {event.venue}"
    if event.online:
        words += f" {'และ' if event.venue else ''}{online_words(event.online, dice)}"
    return words
