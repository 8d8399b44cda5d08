"""Words of closed lists (scopes, units, proxy phrases) however a reader has bruised them.

These are categories, as the months are; names, numbers and days are never put right here.
"""

from __future__ import annotations

from collections.abc import Iterable

from parsers.script import skeleton

__all__ = ["nearest", "within_one"]


def nearest(text: str, words: Iterable[str], shortest: int = 4) -> str | None:
    """The one word of a list that the text spells: the same letters on the line, or one of them misread.

    Words of fewer letters than `shortest` must have all of them.

    >>> nearest("ทุกจังหว้ด", ["ทุกจังหวัด", "ทุกอำเภอ"])
    'ทุกจังหวัด'
    >>> nearest("ฉปับ", ["ฉบับ", "ชุด"], shortest=3)
    'ฉบับ'
    >>> nearest("ช", ["ชุด", "ชิ้น"]) is None
    True
    """
    key = skeleton(text).replace(" ", "")
    spelled = {word: skeleton(word).replace(" ", "") for word in words}
    exact = [word for word, letters in spelled.items() if letters == key]
    if exact:
        return text if text in exact else exact[0]
    close = [
        word for word, letters in spelled.items() if len(letters) >= shortest and within_one(key, letters)
    ]
    return close[0] if len(close) == 1 else None


def within_one(one: str, other: str) -> bool:
    """Whether two strings are the same but for one letter changed, lost or put in."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        return short[at + 1 :] == long[at + 1 :]
    return short[at:] == long[at + 1 :]
