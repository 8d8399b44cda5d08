"""The text of one training line: a kind of line in one numeral system or both, as it is to be read."""

from __future__ import annotations

from random import Random

from ita_docs.recogniser.alphabet import CHARACTERS, THAI_DIGITS, normalise
from ita_docs.training.letters import letter_line

__all__ = ["LONGEST", "line_text"]

LONGEST = 120
_WRITABLE = frozenset(CHARACTERS)
_ALIKE = ("ิีึื", "ซช", "ดต", "คศ", "ถภ", "ฎฏ", "ขฃบ", "่้")
_MISLED, _SWAPPED = 0.15, 0.3
"""Share of lines with letters that no spelling would lead one to expect, and share of the letters in them."""


def line_text(rng: Random) -> str:
    """A line of at most `LONGEST` characters of the alphabet: mostly Thai digits."""
    while True:
        text = _numerals(letter_line(rng), rng)
        if rng.random() < _MISLED:
            text = _misspelt(text, rng)
        text = normalise(_cut(text, rng))
        if text and _WRITABLE.issuperset(text):
            return text


def _numerals(text: str, rng: Random) -> str:
    share = rng.choices((1.0, 0.0, 0.5, 0.1), weights=(55, 33, 6, 6))[0]
    digits = (THAI_DIGITS[int(c)] if c in "0123456789" and rng.random() < share else c for c in text)
    return "".join(digits)


def _misspelt(text: str, rng: Random) -> str:
    """Letters exchanged for others that look like them, so that the eye decides and not the spelling.

    Without such lines มีองค์ is read as มืองค์, since มือง is seen so often in เมือง.
    """
    alike = {letter: group.replace(letter, "") for group in _ALIKE for letter in group}
    return "".join(
        rng.choice(alike[letter]) if letter in alike and rng.random() < _SWAPPED else letter
        for letter in text
    )


def _cut(text: str, rng: Random) -> str:
    """Cut as a full line cuts a sentence, but never between a consonant and its marks."""
    limit = LONGEST if rng.random() < 0.75 else rng.randint(8, LONGEST)
    if len(text) <= limit:
        return text
    while limit > 1 and "\u0e30" <= text[limit] <= "\u0e4e" and text[limit] not in "เแโใไ":
        limit -= 1
    return text[:limit]
