"""The characters that the recogniser can write, and the one way in which it writes each of them.

Sara am is one character (ำ, never ํ + า), แ is one (never เเ), a vowel comes before its tone mark, spaces are
single, and a row of dots, hyphens or underscores of any length is three of them.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["BLANK", "CHARACTERS", "THAI_DIGITS", "THAI_LETTERS", "normalise"]

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_CONSONANTS = "".join(chr(code) for code in range(0x0E01, 0x0E2F))
_VOWELS_AND_MARKS = "ะัาำิีึืฺุูเแโใไๅ็่้๊๋์"
THAI_LETTERS = _CONSONANTS + _VOWELS_AND_MARKS
_THAI_SIGNS = "ฯๆ฿๏๚๛"
_ASCII = "".join(chr(code) for code in range(0x20, 0x7F))
_OTHER = "“”‘’–•°×"

CHARACTERS = _ASCII + THAI_LETTERS + THAI_DIGITS + _THAI_SIGNS + _OTHER
"""Every character that can be written, in the network's order. `CHARACTERS[i]` is class i + 1."""

BLANK = 0

_REWRITES = (
    (re.compile("ํ([่้๊๋]?)า"), r"\1ำ"),
    (re.compile("ำ([่้๊๋])"), r"\1ำ"),
    (re.compile("([่้๊๋์])([ัิีึืฺุู็])"), r"\2\1"),
    (re.compile("เเ"), "แ"),
    (re.compile("[—―−‐‑]"), "–"),
    (re.compile("…"), "..."),
    (re.compile(r"\.(?: ?\.){2,}"), "..."),
    (re.compile(r"-{3,}"), "---"),
    (re.compile(r"_{3,}"), "___"),
    (re.compile(r"\s+"), " "),
)


def normalise(text: str) -> str:
    """`text` as the recogniser would write it; characters that it cannot write are left as they are.

    >>> normalise("นํ้าใจ  เเละ ......")
    'น้ำใจ และ ...'
    """
    text = unicodedata.normalize("NFC", text)
    for pattern, replacement in _REWRITES:
        text = pattern.sub(replacement, text)
    return text.strip()
