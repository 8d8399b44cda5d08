"""Thai words and names to fill invented lines, from the lists that pythainlp carries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from random import Random

from ita_docs.recogniser.alphabet import THAI_LETTERS
from ita_docs.training.lists import listed

__all__ = ["Vocabulary", "vocabulary"]

_WORD = re.compile(f"[{THAI_LETTERS}]+")
_SOUND = re.compile(r"^[^\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Word lists. `common` comes with cumulative weights, since letters repeat their common words."""

    common: tuple[str, ...]
    weights: tuple[float, ...]
    dictionary: tuple[str, ...]
    titles: tuple[str, ...]
    first_names: tuple[str, ...]
    family_names: tuple[str, ...]
    provinces: tuple[str, ...]

    def word(self, rng: Random) -> str:
        """A word: mostly a common or an official one, else any of the dictionary or of an encyclopaedia."""
        kind = rng.random()
        if kind < 0.25:
            return rng.choice(listed("official"))
        if kind < 0.65:
            return rng.choices(self.common, cum_weights=self.weights)[0]
        return rng.choice(self.dictionary if kind < 0.94 else self.titles)

    def words(self, rng: Random, low: int, high: int) -> str:
        """`low` to `high` words, run together as Thai writes them."""
        return "".join(self.word(rng) for _ in range(rng.randint(low, high)))


@cache
def vocabulary() -> Vocabulary:
    """The lists, loaded once (a second or so)."""
    from pythainlp import corpus
    from pythainlp.corpus import tnc

    counts = {w: n for w, n in tnc.unigram_word_freqs().items() if n >= 20 and _usable(w)}
    common = sorted(counts)
    weights: list[float] = []
    for word in common:
        weights.append((weights[-1] if weights else 0.0) + counts[word] ** 0.55)
    return Vocabulary(
        tuple(common),
        tuple(weights),
        _listed(corpus.thai_words()),
        _listed(corpus.thai_wikipedia_titles()),
        _listed(corpus.thai_female_names() | corpus.thai_male_names()),
        _listed(corpus.thai_family_names()),
        _listed(frozenset(map(str, corpus.provinces()))),
    )


def _listed(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(word for word in words if _usable(word)))


def _usable(word: str) -> bool:
    return bool(_WORD.fullmatch(word)) and bool(_SOUND.match(word)) and len(word) < 28 and "เเ" not in word
