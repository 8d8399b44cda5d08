"""Whether the text layer of a page can be trusted: counts what no Thai text can hold.

Good layers of Chromium, LibreOffice and Word stay under 3 illegal sequences per 1,000 Thai characters even
before mending; wrong encodings give tens. A page that fails is read from its picture instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ita_docs.reading.thai_words import cost_per_letter

__all__ = ["Health", "examine"]

_CONSONANT, _MARK, _LEADING = "ก-ฮ", "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e", "เ-ไ"
_THAI = re.compile(r"[\u0e01-\u0e5b]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_ILLEGAL = (
    re.compile(f"(?<![{_CONSONANT}{_MARK}])[{_MARK}]"),
    re.compile(f"[\u0e48-\u0e4c][{_MARK}]"),
    re.compile("[\u0e31\u0e34-\u0e3a\u0e47]{2,}"),
    re.compile("\u0e4d|ำ[\u0e48-\u0e4c]|ำา"),
    re.compile(f"(?<![{_CONSONANT}{_MARK}า])[าำะ]"),
    re.compile(f"[{_LEADING}](?![{_CONSONANT}])"),
    re.compile(f"(?!ที่)([{_LEADING}]?[{_CONSONANT}][{_MARK}]+)\\1"),
)
# U+F000-F0FF are bullets and boxes of symbol fonts; × and ÷ are no letters.
_FOREIGN = re.compile(
    r"[\x00-\x08\x0e-\x1f\u0080-\u009f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\ue000-\uefff\uf100-\uf8ff\ufffd]"
    r"|\(cid:\d+\)"
)
_COMMON = "the of and to in for on is by at no with from as be or an this that are date page tel fax"
_ENGLISH = frozenset(_COMMON.split(" "))
_ILLEGAL_PER_THOUSAND, _FOREIGN_PER_THOUSAND = 2.0, 2.0
_ENOUGH, _ENOUGH_FOR_WORDS = 20, 100
_DEAREST_LETTER = 3.1


@dataclass(frozen=True, slots=True)
class Health:
    """What was counted on one page. Rates are per 1,000 characters."""

    thai: int
    illegal: int
    foreign: int
    latin_words: int
    english_words: int
    cost: float

    @property
    def reason(self) -> str | None:
        """Why the layer is not to be trusted; None for a healthy one."""
        if self.foreign > 1 and self.foreign * 1000 > _FOREIGN_PER_THOUSAND * self.thai:
            return "wrong encoding"
        if self.thai < _ENOUGH and self.latin_words < _ENOUGH // 2:
            return "next to no text"
        if self.illegal > 1 and self.illegal * 1000 > _ILLEGAL_PER_THOUSAND * self.thai:
            return "illegal Thai sequences"
        if self.thai >= _ENOUGH_FOR_WORDS and self.cost > _DEAREST_LETTER:
            return "no Thai words"
        if self.thai < _ENOUGH and self.english_words * 20 < self.latin_words:
            return "neither Thai nor English"
        return None


def examine(text: str) -> Health:
    """Count the text of one page, after mending.

    >>> examine("องค์การบริหารส่วนตำบลและเทศบาล").reason is None
    True
    >>> examine("à¸\x82à¹\x88à¸²à¸§à¸\x94à¸µ" * 9).reason
    'wrong encoding'
    """
    words = _WORD.findall(text)
    return Health(
        thai=len(_THAI.findall(text)),
        illegal=sum(len(pattern.findall(text)) for pattern in _ILLEGAL),
        foreign=len(_FOREIGN.findall(text)),
        latin_words=len(words),
        english_words=sum(word.lower() in _ENGLISH for word in words),
        cost=cost_per_letter(text),
    )
