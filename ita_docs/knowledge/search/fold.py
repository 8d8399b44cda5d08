"""Text as search sees it: one spelling for what people and scanners write in many ways.

`สำนักงาน ป.ป.ช.`, `สํานักงาน ปปช` and `สำนักงานป.ป.ช.` fold to the same characters. The rules are our own and
not NFKC, which tears ำ apart: digits become Arabic, marks stand in typing order, nikhahit and sara aa
join to ำ, doubled marks and zero-width characters go, and a dot behind a Thai letter goes.
"""

from __future__ import annotations

import re

__all__ = ["fold", "fold_with_origin"]

_ONE_TO_ONE = str.maketrans("๐๑๒๓๔๕๖๗๘๙‐‑‒–—−\u00a0\t", "0123456789------  ")
_NOTHING = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (_NOTHING, ""),
    (re.compile(r"([่-๋])([ัิ-ฺ็])"), r"\2\1"),
    (re.compile(r"ํ([่-๋]?)า"), r"\1ำ"),
    (re.compile(r"ำ([่-๋])"), r"\1ำ"),
    (re.compile(r"([ัิ-ฺ็-๎])\1+"), r"\1"),
    (re.compile(r"เเ"), "แ"),
    (re.compile(r"(?<=[ก-๎])\."), ""),
)


def fold(text: str) -> str:
    """The text in its one spelling; spaces and line breaks stay.

    >>> fold("ที่ มท ๐๐๑๘.๑/ว ๕๕๖๕"), fold("สํานักงาน ป.ป.ช.")
    ('ที่ มท 0018.1/ว 5565', 'สำนักงาน ปปช')
    """
    text = text.translate(_ONE_TO_ONE).lower()
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def fold_with_origin(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the place in `text` that it came from.

    The list has one more item than the folded text: the end of the original.

    >>> fold_with_origin("ป.ป.ช. ๑")
    ('ปปช 1', [0, 2, 4, 6, 7, 8])
    """
    origin = list(range(len(text) + 1))
    lowered = text.translate(_ONE_TO_ONE).lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
        lowered = lowered.translate(_ONE_TO_ONE)
    for pattern, replacement in _RULES:
        lowered, origin = _substitute(pattern, replacement, lowered, origin)
    return lowered, origin


def _substitute(
    pattern: re.Pattern[str], replacement: str, text: str, origin: list[int]
) -> tuple[str, list[int]]:
    """One rule, keeping track of where characters came from."""
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for match in pattern.finditer(text):
        parts.append(text[at : match.start()])
        places.extend(origin[at : match.start()])
        new = match.expand(replacement)
        parts.append(new)
        places.extend(origin[match.start() + min(i, len(match.group()) - 1)] for i in range(len(new)))
        at = match.end()
    parts.append(text[at:])
    places.extend(origin[at:])
    return "".join(parts), places
