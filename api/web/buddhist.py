"""Days as Thai offices write and read them: Buddhist years, Thai months, either kind of digits."""

from __future__ import annotations

import datetime as dt

from api.language import Language
from models.columns import BANGKOK

__all__ = ["MONTHS", "SHORT_MONTHS", "as_day", "long_day", "moment", "month_name", "short_day", "weekday"]

ERA = 543
MONTHS: dict[Language, tuple[str, ...]] = {
    "th": (
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
SHORT_MONTHS: dict[Language, tuple[str, ...]] = {
    "th": (
        "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
        "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
    ),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}  # fmt: skip
WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "th": ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def short_day(day: dt.date | str | None, language: Language = "th") -> str:
    """`17 ม.ค. 2568`; empty for no day. Buddhist years in English too: the paper beside it has them.

    >>> short_day("2025-01-17")
    '17 ม.ค. 2568'
    """
    value = as_day(day)
    return f"{value.day} {SHORT_MONTHS[language][value.month - 1]} {value.year + ERA}" if value else ""


def long_day(day: dt.date | str | None, language: Language = "th") -> str:
    """`17 มกราคม 2568`.

    >>> long_day("2025-01-17")
    '17 มกราคม 2568'
    """
    value = as_day(day)
    return f"{value.day} {month_name(value.month, language)} {value.year + ERA}" if value else ""


def month_name(month: int, language: Language = "th") -> str:
    """The month's full name, 1 to 12."""
    return MONTHS[language][month - 1]


def weekday(day: dt.date | str | None, language: Language = "th") -> str:
    """The weekday's name, without วัน."""
    value = as_day(day)
    return WEEKDAYS[language][value.weekday()] if value else ""


def moment(at: dt.datetime | None, language: Language = "th") -> str:
    """A moment in Bangkok: `17 ม.ค. 2568 16:30`, with น. after it in Thai."""
    if at is None:
        return ""
    local = at.astimezone(BANGKOK)
    clock = f"{local:%H:%M}" + ("\u00a0น." if language == "th" else "")
    return f"{short_day(local.date(), language)} {clock}"


def as_day(day: dt.date | str | None) -> dt.date | None:
    """The day of an ISO text; None for anything else."""
    if isinstance(day, str):
        try:
            return dt.date.fromisoformat(day)
        except ValueError:
            return None
    return day
