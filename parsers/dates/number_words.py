"""Whole numbers in Thai words: `สามสิบ`, `สองพันห้าร้อยหกสิบแปด`."""

from __future__ import annotations

import re

__all__ = ["NUMBER_WORDS", "number_of_words"]

_ONES = dict(
    zip(("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"), range(10), strict=True)
) | {"เอ็ด": 1, "ยี่": 2}
_POWERS = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000}
_WORD = re.compile("|".join(sorted((*_ONES, *_POWERS), key=len, reverse=True)))

NUMBER_WORDS = re.compile(rf"(?:{_WORD.pattern})(?:{_WORD.pattern})*")
"""A run of number words."""


def number_of_words(words: str) -> int | None:
    """The number that words say, None where they say none.

    >>> number_of_words("สามสิบ"), number_of_words("สิบเอ็ด"), number_of_words("สองพันห้าร้อยหกสิบแปด")
    (30, 11, 2568)
    >>> number_of_words("สองสาม") is None
    True
    """
    total, digit, power = 0, None, 1_000_000
    for word in _WORD.findall(words):
        if word in _ONES:
            if digit is not None:
                return None
            digit = _ONES[word]
            continue
        if _POWERS[word] >= power:
            return None
        power = _POWERS[word]
        total += (1 if digit is None else digit) * power
        digit = None
    return total + (digit or 0)
