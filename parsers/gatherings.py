"""Whether the words around a day make it an event: people gather, nothing is to be handed in by then."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.cues import alternatives
from parsers.dates import TimeExpression

__all__ = ["gathers", "is_eventful", "is_noun", "is_past_or_cited", "is_window"]

_CITED = re.compile(
    r"(?:ลง\s*วันที่|ลว\s*\.?|เมื่อวัน(?:ที่)?|เมื่อ|ภายใน(?:วันที่)?|ก่อน(?:วันที่)?|ไม่เกิน(?:วันที่)?|นับ(?:แต่|จาก|ถัดจาก|ตั้งแต่)(?:วันที่)?|ตั้งแต่(?:วันที่)?"
    r"|จนถึง(?:วันที่)?|ถึงวันที่|ณ\s*วันที่|มีผล(?:ใช้)?บังคับ(?:ตั้งแต่)?|ฉบับ(?:ที่)?|อย่างช้า)\s*(?:วัน[ก-๎]{2,10}ที่\s*)?$"
)
_INTERNAL = re.compile(r"(?:ควบคุม|ตรวจสอบ|ประกันคุณภาพ)$")
_NO_LIMIT = re.compile(r"ภายใน\s+(?:ใน|ประจำ|ระหว่าง|พ\.)")
_LONGEST_EVENT = 7
_REPLY = re.compile(r"(?:ตอบรับ|รายชื่อผู้|รายชื่อ|ยืนยัน)(?:การ)?(?:เข้า)?(?:ร่วม)?(?:การ)?(?:ประชุม|อบรม|สัมมนา)")


@lru_cache
def _handing() -> re.Pattern[str]:
    """Verbs of handing something in; การตอบ is a noun, ส่งเสริม another verb."""
    return re.compile(rf"(?<!การ){alternatives('handing')}(?!เสริม)")


@lru_cache
def _gathering() -> re.Pattern[str]:
    return re.compile(alternatives("gathering"))


@lru_cache
def _event() -> re.Pattern[str]:
    return re.compile(alternatives("event"))


def is_noun(text: str, time: TimeExpression) -> bool:
    """Whether ภายใน belongs to a name (`โครงการควบคุมภายใน ในวันศุกร์ที่ ...`) and limits nothing."""
    before = text[max(time.start - 12, 0) : time.start]
    return bool(_INTERNAL.search(before) and _NO_LIMIT.match(time.text))


def is_past_or_cited(text: str, time: TimeExpression, letter_date: str | None) -> bool:
    """Whether a day is another letter's, a thing of the past, or a limit rather than an event."""
    before = text[max(time.start - 30, 0) : time.start]
    if (
        _CITED.search(before)
        or _CITED.match(time.text)
        or time.text.startswith(("เมื่อ", "ลง", "ภายใน", "ก่อน", "ตั้งแต่"))
    ):
        return True
    day = (time.value or "")[:10]
    return bool(letter_date and len(day) == 10 and day < letter_date and not time.issues)


def is_window(text: str, start: int, time: TimeExpression, placed: bool = False) -> bool:
    """Whether several days are a time to do something in, rather than an event.

    A few days of training are an event; weeks, or days in which papers are to be sent, are a duty.
    """
    if time.text.startswith("ตั้งแต่บัดนี้"):
        return True
    days = (time.end_date - time.date).days if time.date and time.end_date else 99
    before = _REPLY.sub("ตอบ", text[max(start, time.start - 160) : time.start])
    gathering = max((found.end() for found in _gathering().finditer(before)), default=-1)
    handing = max((found.end() for found in _handing().finditer(before)), default=-1)
    if handing > gathering:
        return not placed or gathering < 0
    if placed and handing < 0:
        return False
    return gathering < 0 or (days > _LONGEST_EVENT and not placed)


def gathers(text: str, start: int, time: TimeExpression) -> bool:
    """Whether a bare day follows a word such as ประชุม, with nothing to be handed in between."""
    before = _REPLY.sub("ตอบ", text[max(start, time.start - 120) : time.start])
    gathering = max((found.end() for found in _gathering().finditer(before)), default=-1)
    handing = max((found.end() for found in _handing().finditer(before)), default=-1)
    return gathering > handing


def is_eventful(text: str) -> bool:
    """Whether a passage names an event at all (ประชุม, อบรม, พิธี ...)."""
    return bool(_event().search(text))
