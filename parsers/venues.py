"""Where a meeting is held: the place after ณ, the platform and its ids."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.contract import Online
from parsers.cues import alternatives, value_of
from parsers.script import arabic

__all__ = ["online_of", "room_at", "venue_at"]

_AT = re.compile(r"(?:^|[\s).])ณ\s*(?=[ก-ฮเ-ไA-Z“\"'(])(?!วันที่|ที่นี้|ที่นั้น|เวลา)")
_ROOM = re.compile(r"(?:เป็นต้นไป)?[\s.]*(?=(?:ห้อง|หอ)(?:ประชุม|อบรม)|โรงแรม|ศาลาประชาคม)")
_MEETING_ID = re.compile(
    r"(?:Meeting\s*(?:ID|Number|No\.?)|Webinar\s*ID|(?:หมายเลข|รหัส|ID\s*)(?:การ|ห้อง|เข้าร่วม)?ประชุม|(?<![A-Za-z])ID)"
    r"\s*[:.=]?\s*(\d[\d\s\-]{5,18}\d)",
    re.IGNORECASE,
)
_PASSCODE = re.compile(
    r"(?:Pass\s*code|Password|Pass\s*word|รหัสผ่าน|รหัสเข้า(?:ร่วม)?(?:ประชุม)?|รหัสเข้าห้อง)\s*(?:คือ)?\s*[:.=]?\s*([A-Za-z0-9]{3,16})",
    re.IGNORECASE,
)
_URL = re.compile(
    r"<?\s*((?:https?\s*:\s*/\s*/\s*|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&*+,;=%]+)\s*>?", re.IGNORECASE
)
_LONGEST = 160
_ANY = "Video Conference"  # says how, not through what: `ระบบการประชุมทางไกล Zoom` is Zoom


@lru_cache
def _stop() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s+|(?<=\d))(?={alternatives('venue_stop')})|\n|[;,](?=\s)|\s\(?รายละเอียด|(?<=[ก-๎])และ(?=ผ่าน|ช่องทาง|ทาง|ระบบ|ถ่ายทอด)"
    )


@lru_cache
def _platform() -> re.Pattern[str]:
    return re.compile(alternatives("platform"), re.IGNORECASE)


def venue_at(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The first place after ณ between two offsets, with where it stands.

    >>> venue_at("เวลา ๑๔.๓๐ น. ณ ห้องประชุม ก ชั้น ๕ ศาลากลางจังหวัด จึงขอเชิญ", 0, 60)[0]
    'ห้องประชุม ก ชั้น 5 ศาลากลางจังหวัด'
    """
    found = _AT.search(text, start, end)
    return _place(text, found.end(), end) if found else None


def room_at(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """A room named right behind the hour, without ณ.

    >>> room_at("๑๓.๓๐ น. ห้องประชุม ๑ ชั้น ๒", 8, 30)[0]
    'ห้องประชุม 1 ชั้น 2'
    """
    found = _ROOM.match(text, start, end)
    return _place(text, found.end(), end) if found else None


def _place(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    stop = _stop().search(text, start, min(end, start + _LONGEST))
    last = stop.start() if stop else min(end, start + _LONGEST)
    written = text[start:last].strip(" .,;")
    if len(written) < 4:
        return None
    return arabic(" ".join(written.split())), start, last


def online_of(text: str) -> Online | None:
    """Platform, meeting id, passcode and address that a passage names; None where it names none."""
    flat = arabic(text)
    platforms = [value_of("platform", found[0]) for found in _platform().finditer(flat)]
    named = next((one for one in platforms if one != _ANY), platforms[0] if platforms else None)
    meeting, passcode, url = _MEETING_ID.search(flat), _PASSCODE.search(flat), _URL.search(flat)
    if not (named or meeting):
        return None
    return Online(
        named,
        re.sub(r"\D", "", meeting[1]) if meeting else None,
        passcode[1] if passcode else None,
        re.sub(r"\s", "", url[1]).rstrip(".,)") if url else None,
    )
