"""Slips of the pen: the phrase that a text was meant to be, with one wrong character, two in long phrases."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import combinations

from rapidfuzz.distance import Levenshtein

__all__ = ["ONE_SLIP", "Slips", "allowed", "toneless"]

ONE_SLIP, TWO_SLIPS = 5, 10
"""Characters that a phrase must have for one or two wrong ones to be forgiven."""

LONG = 20
"""Phrases longer than this are long enough to be met by their parts; one slip is forgiven in them."""

_TONES = re.compile("[็-์]")


def toneless(text: str) -> str:
    """A text without tone marks and silencers, which people leave out most."""
    return _TONES.sub("", text)


class Slips:
    """Phrases by what is left of them when characters are left out; made when the first slip is met."""

    def __init__(self, texts: Collection[str]) -> None:
        self._texts = texts
        self._deleted: dict[str, set[str]] | None = None

    def nearest(self, text: str) -> tuple[int, str] | None:
        """The phrase nearest to a text within the slips that its length allows."""
        if self._deleted is None:
            self._deleted = _deletions(self._texts)
        near: set[str] = set()
        for form in _shorter(text):
            near |= self._deleted.get(form, set())
        ranked = sorted(
            (slips, phrase)
            for phrase in near
            if not _only_longer(text, phrase)
            and (slips := Levenshtein.distance(text, phrase)) <= allowed(phrase)
        )
        return ranked[0] if ranked else None


def _only_longer(text: str, phrase: str) -> bool:
    """Whether one is the other with a Thai word put before or behind: no slip of the pen."""
    short, long = sorted((text, phrase), key=len)
    return short[0] >= "ก" and len(long) - len(short) > 1 and (long.startswith(short) or long.endswith(short))


def allowed(phrase: str) -> int:
    """How many wrong characters are forgiven in a phrase."""
    return 2 if TWO_SLIPS <= len(phrase) <= LONG else 1 if len(phrase) >= ONE_SLIP else 0


def _shorter(text: str) -> set[str]:
    """The text with up to as many characters left out as slips are allowed for one a little longer."""
    most = min(2, max(1, allowed(text + "x")))
    found = {text}
    for count in range(1, most + 1):
        for places in combinations(range(len(text)), count):
            found.add("".join(char for at, char in enumerate(text) if at not in places))
    return found


def _deletions(phrases: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for phrase in phrases:
        if allowed(phrase) and len(phrase) <= 40:
            for form in _shorter(phrase):
                found.setdefault(form, set()).add(phrase)
    return found
