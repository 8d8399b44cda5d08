"""Text as search sees it: one spelling for what people and scanners write in many ways.

`สำนักงาน ป.ป.ช.`, `สํานักงาน ปปช` and `สำนักงานป.ป.ช.` fold to the same characters. On top of the parsers' own
normalisation (never NFKC, which tears ำ apart) Latin letters become small, a tone behind ำ moves before it,
and the dot behind a Thai letter goes.
"""

from __future__ import annotations

import re

from parsers.normalise import normalise

__all__ = ["fold", "fold_with_origin"]

_CAPITALS = re.compile("[A-Z]+")
_LATE_TONE = re.compile("ำ([่-๋])")
_DOT = re.compile(r"(?<=[ก-๎])\.")


def fold(text: str) -> str:
    """The text in its one spelling; spaces and line breaks stay.

    >>> fold("ที่ มท ๐๐๑๘.๑/ว ๕๕๖๕"), fold("สํานักงาน ป.ป.ช.")
    ('ที่ มท 0018.1/ว 5565', 'สำนักงาน ปปช')
    """
    return _DOT.sub("", _flat(normalise(text).text))


def fold_with_origin(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the place in `text` that it came from.

    The list has one more item than the folded text: the end of the original.

    >>> fold_with_origin("ป.ป.ช. ๑")
    ('ปปช 1', [0, 2, 4, 6, 7, 8])
    """
    normalised = normalise(text)
    flat = _flat(normalised.text)
    source = normalised.source if normalised.source is not None else range(len(flat))
    dots = {match.start() for match in _DOT.finditer(flat)}
    origin = [place for at, place in enumerate(source) if at not in dots]
    return _DOT.sub("", flat), [*origin, len(text)]


def _flat(normalised: str) -> str:
    small = _CAPITALS.sub(_lower, normalised)
    return _LATE_TONE.sub("\\1ำ", small) if "ำ" in small else small


def _lower(match: re.Match[str]) -> str:
    return match.group().lower()
