"""Text as the grammars read it, with a way back to what is written.

Arabic digits (an o between them is a 0), one kind of dash and space, no invisible characters,
`ํ` + `า` as `ำ`, marks in one order, `เเ` as `แ`.
Most of this keeps every character in its place; where characters fall together, `source` remembers.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass

__all__ = ["Normalised", "normalise", "plain_digits"]

_DIGITS = {ord("๐") + value: str(value) for value in range(10)}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－⁃"), "-")
_BLANKS = "\u00a0\u1680\u202f\u3000\t\r\x0b\x0c" + "".join(map(chr, range(0x2000, 0x200B)))
_SPACES = dict.fromkeys(map(ord, _BLANKS), " ")
_MARKS = {ord(wide): plain for wide, plain in zip("：／．，（）⁄", ":/.,()/", strict=True)}
_WIDE_DIGITS = {ord("０") + value: str(value) for value in range(10)}
_FOLDED = tuple(
    (chr(code), plain) for code, plain in (_DIGITS | _WIDE_DIGITS | _DASHES | _SPACES | _MARKS).items()
)
_DIGITS_ONLY = str.maketrans(_DIGITS)

_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_MARKS_OF_A_LETTER = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_DOUBLED = tuple(2 * chr(mark) for mark in (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)))
_SIGNS = (*_INVISIBLE, "\u0e4d", "เเ", *_DOUBLED)
_SWAPPED = re.compile("[\u0e48-\u0e4e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_ROUND = re.compile(r"(?<=\d)[oO](?=\d)")
"""A Latin letter as a reader takes ๐: between digits it can be nothing else."""
_RUNS = re.compile(f"[{_MARKS_OF_A_LETTER}{_INVISIBLE}]+\u0e32?|เ[{_INVISIBLE}]*เ")
_NOT_SEEN = dict.fromkeys(map(ord, _INVISIBLE))
_ORDER = {"\u0e4d": 1, **dict.fromkeys("\u0e48\u0e49\u0e4a\u0e4b", 2), "\u0e4c": 3, "\u0e4e": 3}


@dataclass(frozen=True, slots=True)
class Normalised:
    """`text` to be read by the grammars; `source[i]` is the place in the written text of its character i.

    `source` is None while every character stands where it stood.
    """

    text: str
    source: array[int] | None
    length: int

    def written(self, start: int, end: int) -> tuple[int, int]:
        """The places in the written text of the characters from start to end."""
        if self.source is None:
            return start, end
        if start >= end:
            at = self.source[start] if start < len(self.source) else self.length
            return at, at
        last = self.source[end - 1]
        following = self.source[end] if end < len(self.source) else self.length
        return self.source[start], max(following, last + 1)


def plain_digits(text: str) -> str:
    """The same text, character for character, with Arabic digits.

    >>> plain_digits("ว ๓๔")
    'ว 34'
    """
    return text.translate(_DIGITS_ONLY)


def normalise(text: str) -> Normalised:
    """Put a text into the one spelling that the grammars know.

    >>> normalise("๒๐\u00a0มิ.ย. ๖๕ – ๓").text
    '20 มิ.ย. 65 - 3'
    >>> folded = normalise("คํา\u200bสั่ง ๑")
    >>> folded.text, folded.written(0, 2)
    ('คำสั่ง 1', (0, 4))
    """
    flat = text
    for written, plain in _FOLDED:  # many times quicker than str.translate, which walks every Thai letter
        if written in flat:
            flat = flat.replace(written, plain)
    if "o" in flat or "O" in flat:
        flat = _ROUND.sub("0", flat)
    if not any(sign in flat for sign in _SIGNS) and not _SWAPPED.search(flat):
        return Normalised(flat, None, len(text))
    parts: list[str] = []
    source = array("l")
    done = 0
    for match in _RUNS.finditer(flat):
        start, end = match.span()
        folded = _fold(match.group())
        parts += [flat[done:start], folded]
        source.extend(range(done, start))
        source.extend(start + min(k, end - start - 1) for k in range(len(folded)))
        done = end
    parts.append(flat[done:])
    source.extend(range(done, len(flat)))
    return Normalised("".join(parts), source, len(text))


def _fold(run: str) -> str:
    """What the marks of one letter become: none unseen or doubled, vowels before tones, `ํ` `า` as `ำ`."""
    seen = run.translate(_NOT_SEEN)
    if seen == "เเ":
        return "แ"
    tail = "\u0e32" if seen.endswith("\u0e32") else ""
    marks = sorted(dict.fromkeys(seen.removesuffix("\u0e32")), key=lambda mark: _ORDER.get(mark, 0))
    if tail and "\u0e4d" in marks:
        marks.remove("\u0e4d")
        tail = "\u0e33"
    return "".join(marks) + tail
