"""Numbers and time as people say them, written the way that the reader of dates knows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache

__all__ = ["plainly", "weekday_span"]

_COUNTS = {
    "หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบ": 10,
    "สิบห้า": 15, "ยี่สิบ": 20, "สามสิบ": 30, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "fourteen": 14, "fifteen": 15, "thirty": 30,
}  # fmt: skip
_ORDER = {"แรก": 1, "หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "สุดท้าย": 4}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_HALVES = {"first": ("1 January", "30 June"), "second": ("1 July", "31 December")}
_UNIT = r"(?=\s*(?:วัน|สัปดาห์|อาทิตย์|เดือน|days?\b|weeks?\b|months?\b))"
_ENGLISH_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_TO_THEN = (
    r"(?:\b(?:from|between)\s+(?:today|now)(?:\s+on)?\s+)?"
    r"\b(?:and|to|until|till|through|up\s+to|by)\s+(\d+\s+(?:days?|weeks?|months?))"
    r"\s+(?:(?:from|after)\s+(?:now|today)|ahead|hence)\b"
)
"""`from today until 1 week from today`."""
_TO = r"(?:to|and|until|till|through|-|–)"


def _longest_first(words: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@lru_cache(maxsize=1)
def _rules() -> list[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]]:
    flags = re.IGNORECASE
    counts, order, nth = map(_longest_first, (_COUNTS, _ORDER, _NTH))
    return [
        (re.compile(r"\b(\d{1,2})\s?(?:st|nd|rd|th)\b(?:\s+(?:day\s+)?of)?", flags), r"\1"),
        (re.compile(r"ต้นเดือน\s*(?:ถึง|จนถึง|-|–)\s*(?:สิ้น|ปลาย)เดือน"), "เดือน"),
        (re.compile(r"(?:ตลอด(?:ทั้ง)?|ทั้ง|ช่วง|กลาง|ต้น|ปลาย)เดือน"), "เดือน"),
        (re.compile(rf"ไตรมาส(?:ที่)?\s*({order})"), lambda m: f"ไตรมาสที่ {_ORDER[m[1]]} "),
        (
            re.compile(rf"\b({nth})\s+quarter(?:\s+of)?(?:\s+the)?", flags),
            lambda m: f"ไตรมาสที่ {_NTH[m[1].lower()]} ",
        ),
        (re.compile(r"\b(?:quarter|q)\s?([1-4])(?:\s+of|\s*/|,)?\b", flags), lambda m: f"ไตรมาสที่ {m[1]} "),
        (re.compile(r"\b(?:an?|one)\s+fortnight\b|\bfortnight\b", flags), "2 weeks"),
        (
            re.compile(
                r"\b(?:an?|one)\s+(day|week|month)\s+(?=(?:from|after)\s+(?:now|today)\b|ahead\b|hence\b)",
                flags,
            ),
            r"1 \1 ",
        ),
        (re.compile(r"\b(within|in)\s+an?\s+(day|week|month)\b", flags), r"\1 1 \2"),
        (re.compile(rf"({counts}){_UNIT}", flags), lambda m: f"{_COUNTS[m[1].lower()]} "),
        (
            re.compile(
                r"\b(?:the\s+)?(week|month|quarter|year)(?:'s|’s|-|\s)\s*(?:end|is\s+(?:out|over|up))\b",
                flags,
            ),
            r"end of the \1",
        ),
        (re.compile(r"\b(\d{4})\s*(?:[ABC]\.?[DE]\b\.?)", flags), r"\1"),
        (
            re.compile(r"\b(first|second)\s+half\s+of\s+(?:calendar\s+)?(?:year\s+)?(\d{4})\b", flags),
            lambda m: f"{_HALVES[m[1].lower()][0]} {m[2]} ถึง {_HALVES[m[1].lower()][1]} {m[2]}",
        ),
        (re.compile(r"\bthe\s+(?:rest|remainder)\s+of\s+(?=(?:the|this)\s)", flags), "end of "),
        (
            re.compile(
                r"\b(?:no|not)\s+later\s+than\b|\bon\s+or\s+before\b|\bat\s+the\s+latest\s+by\b", flags
            ),
            "by",
        ),
        (
            re.compile(
                r"\b(?:sooner|earlier)\s+than(?=\s+(?:the\s+)?\d|\s+[A-Z])|\bprior\s+to\b|\bahead\s+of\b",
                flags,
            ),
            "before",
        ),
        (re.compile(r"\blater\s+than\b|\bsubsequent\s+to\b", flags), "after"),
        (
            re.compile(
                rf"(?:\b(?:from|between)\s+)?\b(\d{{1,2}})\s+({_ENGLISH_MONTH})\s+(\d{{4}})\s+{_TO}\s+(?:the\s+)?(\d{{1,2}})\b"
                rf"(?!\s*{_ENGLISH_MONTH})(?:\s+of)?(?:\s+(?:the|that)\s+same\s+month|\s+that\s+month)?",
                flags,
            ),
            r"\1 \2 \3 ถึง \4 \2 \3",
        ),
        (re.compile(_TO_THEN, flags), r"within \1 "),
        (
            re.compile(
                rf"({_ENGLISH_MONTH})\s+(?:to|until|through|and)\s+({_ENGLISH_MONTH})\b(?!\s+\d{{1,2}}\b)",
                flags,
            ),
            r"\1-\2",
        ),
        (
            re.compile(rf"\b({_ENGLISH_MONTH})\s+'?([5-9]\d)\b(?!,)", flags),
            lambda m: f"{m[1].title()} {1957 + int(m[2])}",
        ),
        (
            re.compile(
                rf"(?:\b(?:from|between)\s+)?\b(\d{{1,2}})\s*{_TO}\s*(\d{{1,2}})\s+({_ENGLISH_MONTH})\s+(\d{{4}})\b",
                flags,
            ),
            r"\1 \3 \4 ถึง \2 \3 \4",
        ),
        (
            re.compile(
                rf"(?:\b(?:from|between)\s+)?\b({_ENGLISH_MONTH})\s+(\d{{1,2}})\s*{_TO}\s*(?:({_ENGLISH_MONTH})\s+)?(\d{{1,2}}),?\s+(\d{{4}})\b",
                flags,
            ),
            lambda m: f"{m[2]} {m[1]} {m[5]} ถึง {m[4]} {m[3] or m[1]} {m[5]}",
        ),
        (re.compile(r"(?:ต้น|กลาง|ปลาย|ช่วง|ตลอด(?:ทั้ง)?)(?=ปี(?:นี้|หน้า|ก่อน|ที่แล้ว|\s?25))"), ""),
        (re.compile(r"(?<=[ก-๎a-z])(?=(?:ปีงบ|25\d\d|20\d\d))", flags), " "),
        (re.compile(r"(?:ปี|พ\.ศ\.)\s?(\d\d)(?![\d/.])"), lambda m: f"ปี {2500 + int(m[1])}"),
    ]


def plainly(text: str) -> str:
    """The text with spoken counts, quarters and spans of months in figures.

    >>> plainly("ไตรมาสสอง ปี 67"), plainly("within two weeks")
    ('ไตรมาสที่ 2  ปี 2567', 'within 2  weeks')
    """
    for pattern, better in _rules():
        text = pattern.sub(better, text)
    return text


_THAI_DAYS = {"จันทร์": 0, "อังคาร": 1, "พุธ": 2, "พฤหัสบดี": 3, "พฤหัส": 3, "ศุกร์": 4, "เสาร์": 5}
_DAYS = {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6}
_WEEKDAY = re.compile(
    rf"(?:(?P<thai>(?:วัน)?(?:{_longest_first(_THAI_DAYS)})|วันอาทิตย์)\s*(?:ที่จะถึง)?(?P<which>นี้|หน้า))"
    rf"|(?:(?P<lead>by|before|until|on|this|next|coming)\s+(?P<next>next\s+)?(?P<english>{'|'.join(_DAYS)}))\b",
    re.IGNORECASE,
)


def weekday_span(text: str, today: dt.date) -> tuple[int, int, dt.date, dt.date] | None:
    """`วันศุกร์นี้`, `by Friday`: where it stands, and the first and last day that it speaks of.

    >>> weekday_span("ภายในวันศุกร์นี้", dt.date(2025, 1, 15))[2:]
    (datetime.date(2025, 1, 15), datetime.date(2025, 1, 17))
    """
    found = _WEEKDAY.search(text)
    if found is None:
        return None
    name = (found["thai"] or found["english"]).removeprefix("วัน").lower()
    wanted = {**_THAI_DAYS, **_DAYS, "อาทิตย์": 6}[name]
    lead = (found["lead"] or "").lower()
    monday = today - dt.timedelta(today.weekday())
    step = 7 if found["which"] == "หน้า" or lead == "next" or found["next"] else 0
    day = monday + dt.timedelta(wanted + step)
    if not step and day < today:
        day += dt.timedelta(7)
    before = re.search(r"(?:ภายใน|ก่อน|ไม่เกิน|ถึง)\s*$", text[: found.start()])
    first = today if before or lead in ("by", "before", "until") else day
    return (before.start() if before else found.start()), found.end(), first, day
