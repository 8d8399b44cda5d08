"""Words of time that are written with a slip (ภายไน, มกราคน, Febuary), put right before time is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ita_docs.knowledge.search.atoms import atoms_of
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.lexicon import DATA, lexicon
from ita_docs.knowledge.search.tokens import cover_places
from parsers.knowledge import months
from parsers.knowledge.tables import load_table

__all__ = ["mend_time"]

SHORTEST = 5
"""Characters of the shortest word that is looked for with a slip in it."""

_MARKS = frozenset("ะัาำิีึืฺุู็่้๊๋์ํๆ")
"""Characters that no Thai word begins with."""


@dataclass(frozen=True, slots=True)
class _TimeWord:
    text: str
    source: str


def mend_time(text: str) -> tuple[str, dict[str, str]]:
    """The text with slips in words of time put right, and what was read as what.

    >>> mend_time("ส่งภายไนเดือนกุมภาพัน 2568")
    ('ส่งภายในเดือนกุมภาพันธ์ 2568', {'ภายไน': 'ภายใน', 'กุมภาพัน': 'กุมภาพันธ์'})
    """
    low = text.lower()
    found: list[tuple[int, int, str]] = []
    edges = None
    for start, end, word in _slips_in(low):
        edges = edges if edges is not None else _edges(text)
        if start in edges and end in edges and (not found or start >= found[-1][1]):
            found.append((start, end, word))
    for start, end, word in reversed(found):
        text = f"{text[:start]}{word}{text[end:]}"
    return text, {low[start:end]: word for start, end, word in found}


def _slips_in(low: str) -> Iterator[tuple[int, int, str]]:
    """Places where a word of time stands with a slip and not as it should."""
    slips, lengths, right = _slips()
    at = 0
    while at < len(low):
        if any(low.startswith(word, at) for word in right.get(low[at], ())):
            at += 1
            continue
        length = next((size for size in lengths if low[at : at + size] in slips), 0)
        end = at + length
        if length and not (end < len(low) and low[end] in _MARKS):
            yield at, end, slips[low[at:end]]
            at = end
        else:
            at += 1


def _edges(text: str) -> set[int]:
    """The places where a word begins or ends in the reading with the fewest words."""
    folded = fold(text)
    if len(folded) != len(text):
        return set(range(len(text) + 1))
    return {*cover_places(folded), *(match for match in _breaks(folded)), len(text)}


def _breaks(folded: str) -> Iterator[int]:
    atoms = atoms_of(folded)
    for unit, place in zip(atoms.units, atoms.places, strict=True):
        if place + len(unit) == len(folded) or not folded[place + len(unit)].isalnum():
            yield place + len(unit)


@lru_cache(maxsize=1)
def _slips() -> tuple[dict[str, str], list[int], dict[str, list[str]]]:
    """Misspelt words with the right ones, their lengths from the longest on, right words by first letter."""
    words = [row.text for row in load_table("time_words.csv", _TimeWord, DATA)]
    words += [row.text.lower() for row in months() if row.form in ("full", "english")]
    words = [word for word in words if len(word) >= SHORTEST]
    found: dict[str, str] = {}
    for word in words:
        for slip in _misspelt(word):
            if slip not in lexicon() and slip not in words:
                found.setdefault(slip, word)
    first: dict[str, list[str]] = {}
    for word in words:
        first.setdefault(word[0], []).append(word)
    return found, sorted({len(slip) for slip in found}, reverse=True), first


def _misspelt(word: str) -> Iterable[str]:
    """A character or a silent ending left out, two exchanged, one of like sound or form for another."""
    if word.endswith("์"):
        yield word[:-2]
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at, char in enumerate(word):
        for other in _alike().get(char, ()):
            yield word[:at] + other + word[at + 1 :]


@lru_cache(maxsize=1)
def _alike() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    rows: tuple[dict[str, str], ...] = load_table("typing_confusions.csv", dict, DATA)
    for row in rows:
        found.setdefault(row["one"], []).append(row["other"])
        found.setdefault(row["other"], []).append(row["one"])
    return found
