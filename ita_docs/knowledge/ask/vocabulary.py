"""The words of questions: kinds of question, bodies, programmes, provinces, periods; found despite slips.

A phrase is met atom by atom, so spaces do not matter and a Latin word is met whole. What no phrase meets is
tried once more with one wrong character (two in long phrases).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from ita_docs.knowledge.parties import parties
from ita_docs.knowledge.search.atoms import Atoms, atoms_of
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.lexicon import DATA, abbreviations, lexicon
from parsers.knowledge.tables import load_table

__all__ = ["Entry", "Match", "Vocabulary", "vocabulary"]

LONGEST = 14
"""Atoms of the longest window compared."""

_TONES = re.compile("[็-์]")

SHORT_NAME = 3
"""Provinces named so shortly are also everyday words (เลย, ตาก) and need จังหวัด before them."""

ONE_SLIP, TWO_SLIPS = 5, 10
"""Characters that a phrase must have for one or two wrong ones to be forgiven."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase: what category of meaning, which value, how strongly it speaks for it."""

    category: str
    value: str
    points: int
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """Entries met at atoms `start` to `end`; `slips` wrong characters were forgiven."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    slips: int = 0


class Vocabulary:
    """Phrases by their atoms."""

    def __init__(self, entries: Iterable[Entry]):
        self._by_text: dict[str, list[Entry]] = {}
        for entry in entries:
            key = _key(entry.text)
            if key and entry not in self._by_text.setdefault(key, []):
                self._by_text[key].append(entry)
        self._toneless = {_toneless(key): key for key in self._by_text if _allowed(key)}
        self._deleted: dict[str, set[str]] | None = None

    def find(self, atoms: Atoms, taken: set[int]) -> list[Match]:
        """Phrases among the atoms that are not taken, the longest first; marks what it uses as taken."""
        found = list(self._exact(atoms, taken))
        found += self._forgiving(atoms, taken)
        return sorted(found, key=lambda match: match.start)

    def _exact(self, atoms: Atoms, taken: set[int]) -> Iterator[Match]:
        for start, end, text in _windows(atoms, taken):
            entries, slips = self._by_text.get(text), 0
            if not entries and (likely := self._toneless.get(_toneless(text))) and text not in lexicon():
                entries, slips = self._by_text[likely], 1
            if entries and not taken.intersection(range(start, end)):
                taken.update(range(start, end))
                yield Match(start, end, tuple(entries), slips)

    def _forgiving(self, atoms: Atoms, taken: set[int]) -> Iterator[Match]:
        candidates = []
        for start, end, text in _windows(atoms, taken):
            bare = text.replace(" ", "")
            if len(bare) < ONE_SLIP - 1 or bare in lexicon() or bare.isdigit():
                continue
            best = self._nearest(text)
            if best is not None:
                candidates.append((best[0], -(end - start), start, end, best[1]))
        for slips, _, start, end, text in sorted(candidates):
            if not taken.intersection(range(start, end)):
                taken.update(range(start, end))
                yield Match(start, end, tuple(self._by_text[text]), slips)

    def _nearest(self, text: str) -> tuple[int, str] | None:
        """The phrase nearest to a text within the slips that its length allows."""
        if self._deleted is None:
            self._deleted = _deletions(self._by_text)
        near: set[str] = set()
        for form in _shorter(text):
            near |= self._deleted.get(form, set())
        ranked = sorted(
            (slips, phrase) for phrase in near if (slips := _distance(text, phrase)) <= _allowed(phrase)
        )
        return ranked[0] if ranked else None


def _key(text: str) -> str:
    """A phrase as atoms with spaces only between Latin words and numbers."""
    return _joined(atoms_of(fold(text)).units)


def _joined(units: list[str]) -> str:
    parts: list[str] = []
    for unit in units:
        if parts and unit[0] < "ก" and parts[-1][0] < "ก":
            parts.append(" ")
        parts.append(unit)
    return "".join(parts)


def _toneless(text: str) -> str:
    """A text without tone marks and silencers, which people leave out most."""
    return _TONES.sub("", text)


def _windows(atoms: Atoms, taken: set[int]) -> Iterator[tuple[int, int, str]]:
    """Runs of atoms that are not taken, the longest first."""
    size = len(atoms.units)
    for length in range(min(LONGEST, size), 0, -1):
        for start in range(size - length + 1):
            end = start + length
            if not taken.intersection(range(start, end)):
                yield start, end, _joined(atoms.units[start:end])


def _allowed(phrase: str) -> int:
    return 2 if len(phrase) >= TWO_SLIPS else 1 if len(phrase) >= ONE_SLIP else 0


def _shorter(text: str) -> set[str]:
    """The text with up to as many characters left out as slips are allowed for one a little longer."""
    most = min(2, max(1, _allowed(text + "x")))
    found = {text}
    for count in range(1, most + 1):
        for places in combinations(range(len(text)), count):
            found.add("".join(char for at, char in enumerate(text) if at not in places))
    return found


def _deletions(phrases: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for phrase in phrases:
        if _allowed(phrase):
            for form in _shorter(phrase):
                found.setdefault(form, set()).add(phrase)
    return found


def _distance(left: str, right: str) -> int:
    """Characters put in, left out or exchanged between two texts."""
    row = list(range(len(right) + 1))
    for at, char in enumerate(left, 1):
        diagonal, row[0] = row[0], at
        for place, other in enumerate(right, 1):
            diagonal, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, diagonal + (char != other)),
            )
    return row[-1]


@dataclass(frozen=True, slots=True)
class _Word:
    category: str
    value: str
    points: str
    text: str
    source: str


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """All phrases of questions: `question_words.csv`, bodies, programmes, provinces, agencies."""
    words = load_table("question_words.csv", _Word, DATA)
    entries = [Entry(word.category, word.value, int(word.points), word.text) for word in words]
    entries += [Entry("party", party.kind, 0, party.text) for party in parties()]
    entries += _programmes()
    entries += _provinces()
    entries += _agencies()
    return Vocabulary(entries)


def _programmes() -> list[Entry]:
    rows: tuple[dict[str, str], ...] = load_table("programmes.csv", dict)
    pairs = {(row["topic"], row[name]) for row in rows for name in ("code", "name") if row[name]}
    return [Entry("topic", topic, 0, text) for topic, text in sorted(pairs)]


def _provinces() -> list[Entry]:
    from parsers.knowledge import provinces

    found = []
    for province in provinces():
        names = [f"จังหวัด{province.name_th}", f"จ.{province.name_th}", province.name_en]
        if len(province.name_th) > SHORT_NAME:
            names.append(province.name_th)
        found += [Entry("province", province.name_th, 0, name) for name in names]
    return found


def _agencies() -> list[Entry]:
    from parsers.knowledge import agency_codes

    names = {
        code.name_th for code in agency_codes() if code.name_th and code.kind in ("ministry", "department")
    }
    found = [Entry("agency", name, 0, name) for name in sorted(names)]
    for entry in abbreviations():
        if entry.kind == "body":
            for text in (entry.short, entry.full, f"สำนักงาน {entry.short}", f"สำนักงาน{entry.full}"):
                found.append(Entry("agency", entry.full, 0, text))
    return found
