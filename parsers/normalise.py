"""Text as the grammars read it, with a way back to what is written.

Arabic digits, one kind of dash and space, no invisible characters, `ํ` + `า` as `ำ`, marks in one order,
`เเ` as `แ`.
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

_DOUBLED = tuple(2 * chr(mark) for mark in (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)))
_SIGNS = (*"\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u0e4d", "เเ", *_DOUBLED)
_SWAPPED = re.compile("[\u0e48-\u0e4c][\u0e34-\u0e39\u0e31]")
_SHRINKS = re.compile(
    "[\u200b-\u200f\u2060\ufeff\u00ad]|\u0e4d[\u0e48-\u0e4b]?\u0e32|[\u0e48-\u0e4b]\u0e4d\u0e32|เเ"
    "|[\u0e48-\u0e4c][\u0e34-\u0e39\u0e31]|([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+"
)


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
    if not any(sign in flat for sign in _SIGNS) and not _SWAPPED.search(flat):
        return Normalised(flat, None, len(text))
    parts: list[str] = []
    source = array("l")
    done = 0
    for match in _SHRINKS.finditer(flat):
        parts.append(flat[done : match.start()])
        source.extend(range(done, match.start()))
        folded = _fold(match.group())
        parts.append(folded)
        source.extend(match.start() + min(k, len(match.group()) - 1) for k in range(len(folded)))
        done = match.end()
    parts.append(flat[done:])
    source.extend(range(done, len(flat)))
    return Normalised("".join(parts), source, len(text))


def _fold(run: str) -> str:
    """What a run of characters that belong together becomes."""
    if run == "เเ":
        return "แ"
    if run[-1] == "\u0e32":
        tone = run.replace("\u0e4d", "").replace("\u0e32", "")
        return tone + "\u0e33"
    if len(run) == 2 and "\u0e48" <= run[0] <= "\u0e4c" and run[0] != run[1]:
        return run[1] + run[0]
    return run[0] if run[0] == run[-1] and "\u0e31" <= run[0] <= "\u0e4e" else ""
