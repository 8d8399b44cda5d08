"""What a question adds for itself and asks nothing with: `จะได้จองรถ`, `กันลืม`; and spoken forms of time."""

from __future__ import annotations

import datetime as dt
import re

from ita_docs.knowledge.ask.period import Period

__all__ = ["bound_to_that_month", "from_today_on", "spelt_out", "take_that_month", "without_asides"]

_ASIDE = re.compile(
    r"(?:(?<=\s)|(?<=[,(])|(?<=คะ)|(?<=ค่ะ)|(?<=ครับ))"
    r"(?:(?:เดี๋ยว)?(?:เพื่อ|เรา|ผม|หนู)?จะได้(?!รับ|ผล|อะไร|ไร|เงิน|คะแนน|กี่|เท่า)|เผื่อ(?:จะ|ว่า|ต้อง)|(?:เอาไว้)?กันลืม|กันพลาด|กลัวลืม|กลัวพลาด|จะเอาไป|จะนำไป|เอาไป)"
    r"(?:(?!ต้อง|วันไหน|เมื่อไ|อะไร|ฉบับ|หนังสือ)\S)*(?=$|\s|[,)?])"
)
"""An aside begins behind a space or a particle and runs to the next space; it asks for nothing."""


_QUOTED_URGENCY = re.compile(r"[\"“”'‘«]\s*(ด่วน(?:ที่สุด|มาก)?)\s*[\"“”'’»]")
"""A letter's urgency in quotation marks is no subject."""


def without_asides(text: str) -> str:
    """The question without what is only said beside it.

    >>> without_asides("ประชุมครั้งหน้าวันไหนคะ จะได้จองรถ")
    'ประชุมครั้งหน้าวันไหนคะ'
    """
    text = _QUOTED_URGENCY.sub(r"\1", text)
    rest = _ASIDE.sub("", text).strip()
    return " ".join(rest.split(" ")) if len(rest) >= len(text) // 3 else text


_UNITS = {"week": "สัปดาห์", "month": "เดือน", "quarter": "ไตรมาส", "year": "ปี"}
_MIXED = re.compile(
    r"(?<![A-Za-z])(week|month|quarter|year)\s*(?=(?:ที่|กำลัง)?(?:นี้|หน้า|ก่อน|แล้ว|ถัดไป|ต่อไป|จะถึง|ผ่านมา|เนี้ย))",
    re.IGNORECASE,
)
_MONTH_NAME = (
    r"(?:[ก-๎]{2,6}(?:าคม|ายน|าพันธ์)|เ?[ก-ฮ][ีิ]?\.?\s?[ก-ฮ]\."
    r"|มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)"
)
_SAME_MONTH = re.compile(
    rf"(\d{{1,2}})\s*(เดือน)?\s*({_MONTH_NAME})\s*((?:ปี\s*)?(?:พ\.?\s?ศ\.?)?\s*(?:\d{{4}}|\d{{2}})(?!\d))?\s*"
    r"(?:จนถึง|ไปถึง|ถึง|-|–)\s*(?:วันที่\s*)?(\d{1,2})\s*(?:ของ)?(?:ใน)?\s*เดือน(?:เดียวกัน|นั้น|ดังกล่าว)(?:นั้น)?"
)


def spelt_out(text: str) -> str:
    """`week นี้`, `ปีปฏิทิน`, `ถึงวันที่ 12 เดือนเดียวกัน` in the words that the reader of dates knows.

    >>> spelt_out("งาน week นี้")
    'งาน สัปดาห์นี้'
    """
    text = _MIXED.sub(lambda found: _UNITS[found[1].lower()], text)
    text = re.sub(r"(?:ภายใน|ใน)?(?:รอบ)?ปี\s?ปฏิทิน", "ในปี", text)
    text = re.sub(r"ภายในปี(?=\s*(?:พ\.?\s?ศ\.?)?\s*\d)", "ในปี", text)
    text = re.sub(r"(?:ที่(?:อยู่|มา|ถึง|เกิด))?ก่อนหน้า(?=\s*(?:วันที่|\d))", "ก่อน", text)
    return _SAME_MONTH.sub(
        lambda found: f"{found[1]} {found[3]} {found[4] or ''} ถึง {found[5]} {found[3]} {found[4] or ''}",
        text,
    )


_THAT_MONTH = re.compile(
    r"(?:(?:ทั้งนี้|โดย)\s*)?(?:ขอ)?(?:ให้)?(?:นับ|เอา|ดู|คิด|แสดง|รวม)?เฉพาะ(?:งาน|รายการ)?(?:ที่|ของ)?(?:อยู่|มี|ครบ|ตก)?"
    r"(?:ภายใน|ใน|ของ)?เดือน(?:นั้น|เดียวกัน|ดังกล่าว|เดียว)(?:เอง|เท่านั้น)?|(?<![\d๐-๙])(?<![\d๐-๙]\s)ของเดือน(?:นั้น|เดียวกัน)(?:เอง|เท่านั้น)?"
)


def bound_to_that_month(period: Period, asked: bool) -> None:
    """`ก่อนวันที่ 22 ธันวาคม นับเฉพาะที่อยู่ในเดือนนั้น`: from the first day of that month."""
    if asked and period.until is not None and period.since is None:
        period.since = dt.date(period.until.year, period.until.month, 1)


def take_that_month(text: str) -> tuple[str, bool]:
    """The question without the words that keep it to the month just named, and whether they stood there."""
    rest = _THAT_MONTH.sub(" ", text)
    return rest, rest != text


_FROM_TODAY = re.compile(
    r"(?:นับ|เริ่ม)?(?:ตั้งแต่|แต่|จาก)วันนี้(?:เป็นต้นไป|ไป)?|(?:ยัง|ที่)เหลือ(?!ง(?!าน))|เหลือ(?!ง(?!าน))(?=[^|]{0,25}(?:อีก|บ้าง|มั่ง))"
)


def from_today_on(period: Period, text: str, today: dt.date) -> None:
    """`เดือนนี้เหลืออะไรอีก`, `ภายในเดือนนี้ นับแต่วันนี้`: of a time that today lies in only what is to come."""
    if period.since is None or period.until is None or not period.since < today <= period.until:
        return
    if _FROM_TODAY.search(text):
        period.since = today
