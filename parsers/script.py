"""The letters of a line: digits of both kinds, marks above and below, mark-up that text exports leave."""

from __future__ import annotations

import re

__all__ = ["BULLET", "arabic", "clean", "skeleton"]

_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_MARKS: dict[int, str | None] = dict.fromkeys(map(ord, "ัิีึืฺุู็่้๊๋์ํ๎\u200b\u200c\u200d\ufeff"))
_MARKS[0x0E33] = "\u0e32"  # a sara am keeps its sara aa
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_TAG = re.compile(r"</?(?:input|br|b|i|u|p|div|span|table|tr|td|th|sup|sub|img)\b[^<>]*>", re.IGNORECASE)
BULLET = re.compile(
    r"^(?:#{1,6}\s+|[*•▪●○◦]\s+|[-–]\s+(?![0-9๐-๙]{1,3}\s*[-–]\s*$|[0-9๐-๙]{1,2}(?:\s+[ก-๎]|[.:][0-9๐-๙]{2})|วัน[ก-๎]{2,10}ที่))"
)
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u3000]+")
_TABLE_RULE = re.compile(r"^[|\s:+-]{3,}$")
_FOOTNOTE = re.compile(r"\^[0-9๐-๙]{1,2}(?=\s|$)")


def arabic(text: str) -> str:
    """The same text, character for character, with Arabic digits.

    >>> arabic("ว ๓๔")
    'ว 34'
    """
    return text.translate(_ARABIC)


def skeleton(text: str) -> str:
    """Only the characters that stand on the line: scans lose and swap the marks above and below it.

    A sara am keeps its sara aa.

    >>> skeleton("เรื่อง") == skeleton("เรือง")
    True
    """
    return text.translate(_MARKS)


def clean(raw: str) -> str:
    """A line without mark-up, invisible characters and detached sara am.

    >>> clean("- สิ่งที่ส่งมาด้วย  ๑. ก")
    'สิ่งที่ส่งมาด้วย ๑. ก'
    """
    text = raw
    if "<" in text:
        text = _TAG.sub(" ", text)
    text = text.translate(_INVISIBLE)
    if "\u0e4d" in text:
        text = _SARA_AM.sub(lambda m: (m[1] or m[2] or "") + "\u0e33", text)
    if "|" in text:
        text = "" if _TABLE_RULE.match(text) else text.replace("|", " ")
    text = _SPACES.sub(" ", text).strip()
    text = BULLET.sub("", text).replace("**", "")
    return _FOOTNOTE.sub("", text) if "^" in text else text
