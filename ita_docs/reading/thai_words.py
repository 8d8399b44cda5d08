"""Cuts runs of Thai into known words at the least cost: how Thai a text is, and where a lost ำ was.

The cost of a word is -ln of its share in the Thai National Corpus; an unknown letter costs far more than a
letter of any word. Official letters cost 1.5 to 1.6 a letter, bare lists of names up to 2.9, text whose marks
have all slipped 4 and more.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, TypeAlias

__all__ = ["RUN", "UNKNOWN_LETTER", "Cut", "cost_per_letter", "cut"]

RUN = re.compile(r"[ก-ฮะ-ฺเ-๎]+")
_LONGEST_WORD = 24
UNKNOWN_LETTER = 12.0

_Entries: TypeAlias = Mapping[str, tuple[tuple[str, float], ...]]
"""By spelling without ำ: the true spellings and their costs."""


class Cut(NamedTuple):
    """The cheapest way to read a run of Thai."""

    cost: float
    text: str


def cut(run: str, *, free_am: bool = False) -> Cut:
    """The cheapest words for a run of Thai letters; with `free_am` each า may be read as ำ."""
    bare = run.replace("ำ", "า")
    best = [Cut(0.0, "")]
    for end in range(1, len(run) + 1):
        choice = Cut(best[end - 1].cost + UNKNOWN_LETTER, best[end - 1].text + run[end - 1])
        for start in range(max(0, end - _LONGEST_WORD), end):
            for word, price in _entries().get(bare[start:end], ()):
                cost = best[start].cost + price
                if cost < choice.cost and _agrees(run[start:end], word, free_am):
                    choice = Cut(cost, best[start].text + word)
        best.append(choice)
    return best[-1]


def cost_per_letter(text: str) -> float:
    """The mean cost of the Thai letters of a text; 0 where there are none."""
    runs = RUN.findall(text)
    letters = sum(map(len, runs))
    return sum(cut(run).cost for run in runs) / letters if letters else 0.0


def _agrees(written: str, word: str, free_am: bool) -> bool:
    """A ำ that is written stays; only า may have been more."""
    if written == word:
        return True
    pairs = zip(written, word, strict=True)
    return free_am and all(have == want or (have, want) == ("า", "ำ") for have, want in pairs)


@cache
def _entries() -> _Entries:
    """Thai words with their costs, from PyThaiNLP's word list and the Thai National Corpus."""
    from pythainlp.corpus import thai_words, tnc

    counts = dict.fromkeys(thai_words(), 1)
    counts.update(
        {word: count + 1 for word, count in tnc.unigram_word_freqs().items() if RUN.fullmatch(word)}
    )
    total = math.log(sum(counts.values()))
    found: dict[str, list[tuple[str, float]]] = {}
    for word, count in counts.items():
        found.setdefault(word.replace("ำ", "า"), []).append((word, total - math.log(count)))
    return {bare: tuple(words) for bare, words in found.items()}
