"""All words of the dictionary at once, found wherever they stand inside a run of Thai."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from itertools import accumulate
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
        found = [WordAt(start, end, word) for start, end, word in self.spans_in(atoms)]
        found.sort(key=lambda word: (word.start, -word.end))
        return found

    def spans_in(self, atoms: Atoms) -> Iterator[tuple[int, int, str]]:
        """The same words as plain `(start, end, word)`, by their end."""
        begins = _beginnings(atoms.units)
        gaps = _gaps_before(atoms) if atoms.gaps else None
        words = self.words
        for which, start, end in self._automaton.find_matches_as_indexes(atoms.squeezed, overlapping=True):
            first, last = begins.get(start), begins.get(end)
            if first is None or last is None:
                continue
            if gaps is None or last - first >= ACROSS_GAP or gaps[last] == gaps[first + 1]:
                yield first, last, words[which]


def _beginnings(units: list[str]) -> dict[int, int]:
    """For each place in the squeezed text at which an atom begins, the atom's number; the end counts too."""
    places = accumulate(map(len, units), initial=0)
    return {place: index for index, place in enumerate(places)}


def _gaps_before(atoms: Atoms) -> list[int]:
    """How many gaps stand in front of the atoms before each."""
    return list(accumulate((index in atoms.gaps for index in range(len(atoms.units))), initial=0))


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
