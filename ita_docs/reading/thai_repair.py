"""Mends the Thai of a PDF text layer where what was meant is beyond doubt.

Producers store shaped glyphs, and extractors hand out marks in the order in which they were drawn. Every rule
here turns a sequence that no Thai text can hold into the only one that it can stand for; digits, Latin and
legal Thai pass through untouched. What remains illegal afterwards is counted by `text_health`.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

__all__ = ["mend_thai"]

CONSONANT = "ก-ฮ"
UPPER_VOWEL, LOWER_VOWEL = "\u0e31\u0e34-\u0e37\u0e47", "\u0e38-\u0e3a"
TONE = "\u0e48-\u0e4b"
MARK = f"{UPPER_VOWEL}{LOWER_VOWEL}{TONE}\u0e4c-\u0e4e"

_ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACE_BEFORE_MARK = re.compile(f"(?<=[{CONSONANT}{MARK}])[ \u00a0]+(?=[{MARK}])")
_NIKHAHIT_FIRST = re.compile(f"\u0e4d([{TONE}]?)[ \u00a0]?า")
_TONE_FIRST = re.compile(f"([{TONE}])\u0e4d[ \u00a0]?า")
_TONE_BEFORE_VOWEL = re.compile(f"([{TONE}\u0e4c])([{UPPER_VOWEL}{LOWER_VOWEL}])")
_TONE_AFTER_AM = re.compile(f"ำ([{TONE}])")
_DOUBLED_MARK = re.compile(f"([{MARK}])\\1+")

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (_ZERO_WIDTH, ""),
    (_SPACE_BEFORE_MARK, ""),
    (re.compile("เเ"), "แ"),
    (_NIKHAHIT_FIRST, r"\1ำ"),
    (_TONE_FIRST, r"\1ำ"),
    (re.compile("ำา"), "ำ"),
    (_TONE_AFTER_AM, r"\1ำ"),
    (_TONE_BEFORE_VOWEL, r"\2\1"),
    (_DOUBLED_MARK, r"\1"),
)


def mend_thai(text: str) -> str:
    """The text with private-use glyphs, detached marks and wrong mark order put right.

    >>> mend_thai("นํา้ หน\uf70bา ที ่ เเห่ง")
    'น้ำ หน้า ที่ แห่ง'
    """
    text = text.translate(_private_use())
    for pattern, becomes in _RULES:
        text = pattern.sub(becomes, text)
    return text


@cache
def _private_use() -> dict[int, str]:
    """The private code points that stand for positioned Thai marks, by code point."""
    table = files("ita_docs.reading").joinpath("data/private_use_thai.csv").read_text(encoding="utf-8")
    return {int(row["private"], 16): chr(int(row["thai"], 16)) for row in csv.DictReader(table.splitlines())}
