"""All words of the dictionary at once, found wherever they stand inside a run of Thai."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.knowledge.search.atoms import Atoms, count_atoms
from ita_docs.knowledge.search.fold import fold
from parsers.knowledge.tables import load_table

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

__all__ = ["DATA", "Abbreviation", "Lexicon", "WordAt", "abbreviations", "lexicon"]

DATA = Path(__file__).resolve().parent.parent / "data"
"""The data files of the knowledge base."""

ACROSS_GAP = 4
"""A word is read across a space only when it has this many atoms: short ones meet by chance (ตา กลม)."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form as printed and what it stands for."""

    short: str
    full: str
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class WordAt:
    """A dictionary word at atoms `start` to `end` (end not included)."""

    start: int
    end: int
    word: str


class Lexicon:
    """A set of folded words with one automaton over them."""

    def __init__(self, words: Iterable[str]):
        from ahocorasick_rs import AhoCorasick

        folded = set(fold("\n".join(words)).replace(" ", "").split("\n"))
        self.words = sorted(word for word in folded if _is_thai(word) and count_atoms(word) >= 2)
        self._automaton: AhoCorasick = AhoCorasick(self.words)

    def __contains__(self, word: str) -> bool:
        from bisect import bisect_left

        at = bisect_left(self.words, word)
        return at < len(self.words) and self.words[at] == word

    def words_in(self, atoms: Atoms) -> list[WordAt]:
        """Every dictionary word that begins and ends between atoms, overlapping ones too, in reading order.

        >>> from ita_docs.knowledge.search.atoms import atoms_of
        >>> [found.word for found in Lexicon(["ท้องถิ่น", "ส่วนท้องถิ่น"]).words_in(atoms_of("ส่วนท้องถิ่น"))]
        ['ส่วนท้องถิ่น', 'ท้องถิ่น']
        """
        begins: dict[int, int] = {}
        at = 0
        for index, unit in enumerate(atoms.units):
            begins[at] = index
            at += len(unit)
        begins[at] = len(atoms.units)
        found = []
        for which, start, end in self._automaton.find_matches_as_indexes(atoms.squeezed, overlapping=True):
            if start in begins and end in begins:
                word = WordAt(begins[start], begins[end], self.words[which])
                if not atoms.gaps or _whole(word, atoms.gaps):
                    found.append(word)
        found.sort(key=lambda word: (word.start, -word.end))
        return found


def _whole(word: WordAt, gaps: frozenset[int]) -> bool:
    return word.end - word.start >= ACROSS_GAP or not any(
        index in gaps for index in range(word.start + 1, word.end)
    )


def _is_thai(word: str) -> bool:
    return all("ก" <= char <= "๎" for char in word)


@lru_cache(maxsize=1)
def abbreviations() -> tuple[Abbreviation, ...]:
    """The short forms of `data/abbreviations.csv`."""
    return load_table("abbreviations.csv", Abbreviation, DATA)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The dictionary of PyThaiNLP with our abbreviations, built once a process (about 0.3 s)."""
    short = [entry.short for entry in abbreviations()]
    return Lexicon([*_thai_words(), *short])


def _thai_words() -> list[str]:
    """The word list that PyThaiNLP carries, read without importing it."""
    spec = find_spec("pythainlp")
    assert spec is not None
    assert spec.origin is not None
    path = Path(spec.origin).parent / "corpus" / "words_th.txt"
    return path.read_text(encoding="utf-8").split("\n")
