"""Finds phrases in a question: the reading of it with the fewest pieces, then what slips of the pen hide.

First the question is cut into phrases of the vocabulary and words of the dictionary, so that a short form is
not seen inside a longer word (กท in อยากทราบ). What no phrase explains is then tried with one wrong
character, two in long phrases.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from ita_docs.knowledge.ask.slips import ONE_SLIP, Slips, allowed, toneless
from ita_docs.knowledge.search.atoms import Atoms
from ita_docs.knowledge.search.lexicon import lexicon

__all__ = ["Phrases", "joined"]

LONGEST = 14
"""Atoms of the longest window that is compared with forgiveness."""

PHRASE, NO_TONE, WORD, UNKNOWN, LATIN = 0.8, 1.15, 1.0, 2.5, 1.2
"""What a piece of each sort costs; the cheapest reading wins."""

Found = tuple[int, int, str, int]
"""First atom, end, the phrase's text, and how many slips were forgiven."""


def joined(units: Iterable[str]) -> str:
    """Atoms as one text, with spaces only between Latin words and numbers."""
    parts: list[str] = []
    for unit in units:
        if parts and unit[0] < "ก" and parts[-1][0] < "ก":
            parts.append(" ")
        parts.append(unit)
    return "".join(parts)


class Phrases:
    """Phrases by their atoms; `texts` maps each text to its atoms, `mended` are met despite slips."""

    def __init__(self, texts: Mapping[str, tuple[str, ...]], mended: Collection[str]) -> None:
        self._exact: dict[str, Any] = {}
        self._bare: dict[str, Any] = {}
        for text, units in texts.items():
            _plant(self._exact, units, text)
            if allowed(text):
                _plant(self._bare, tuple(map(toneless, units)), text)
        self._slips = Slips(mended)

    def find(
        self, atoms: Atoms, taken: set[int], weak: Callable[[str], bool] = lambda text: False
    ) -> list[Found]:
        """Phrases in the cheapest reading of the atoms that are not taken; marks what it uses as taken.

        Phrases that are `weak` give way to a longer one with a slip in it (`this mounth`).
        """
        pieces = self._cheapest(atoms, taken)
        edges = {place for start, end, _, _ in pieces for place in (start, end)}
        found = [piece for piece in pieces if piece[2]]
        loose = {at for start, end, text, _ in found if weak(text) for at in range(start, end)}
        for start, end, _, _ in found:
            taken.update(range(start, end))
        mended = list(self._forgiving(atoms, taken, loose, edges))
        used = {at for start, end, _, _ in mended for at in range(start, end)}
        kept = [piece for piece in found if not used.intersection(range(piece[0], piece[1]))]
        return sorted([*kept, *mended])

    def parts(self, text: str, atoms: Atoms) -> list[str]:
        """The shorter phrases that make up a phrase of these atoms."""
        return [part for _, _, part, _ in self._cheapest(atoms, set(), but=text) if part]

    def _cheapest(self, atoms: Atoms, taken: set[int], but: str = "") -> list[Found]:
        size = len(atoms.units)
        words: dict[int, list[int]] = {}
        for word in lexicon().words_in(atoms):
            words.setdefault(word.start, []).append(word.end)
        best = [0.0] * (size + 1)
        step: list[Found] = [(at, at + 1, "", 0) for at in range(size + 1)]
        for at in range(size - 1, -1, -1):
            if at in taken:
                best[at] = best[at + 1]
                continue
            thai = atoms.units[at][0] >= "ก"
            options = [(best[at + 1] + (UNKNOWN if thai else LATIN), (at, at + 1, "", 0))]
            options += [(best[end] + WORD, (at, end, "", 0)) for end in words.get(at, ())]
            options += [
                (best[end] + (NO_TONE if slips else PHRASE), (at, end, text, slips))
                for end, text, slips in self._from(atoms, at, taken)
                if text != but
            ]
            best[at], step[at] = min(options, key=lambda option: (option[0], -option[1][1]))
        return list(_path(step, size))

    def _from(self, atoms: Atoms, at: int, taken: set[int]) -> Iterator[tuple[int, str, int]]:
        """Phrases that begin at an atom: end, text, slips."""
        exact = dict(_walk(self._exact, atoms.units, at, taken))
        yield from ((end, text, 0) for end, text in exact.items())
        for end, text in _walk(self._bare, [toneless(unit) for unit in atoms.units[at : at + 40]], 0, ()):
            place = at + end
            free = place not in exact and not taken.intersection(range(at, place))
            if free and joined(atoms.units[at:place]) not in lexicon():
                yield place, text, 1

    def _forgiving(self, atoms: Atoms, taken: set[int], loose: set[int], edges: set[int]) -> Iterator[Found]:
        """Phrases with a slip, between places where the cheapest reading begins a word."""
        candidates = []
        fixed, open_ = taken - loose, set(range(len(atoms.units))) - taken
        for start, end, text in _windows(atoms, fixed):
            if start not in edges or end not in edges or not open_.intersection(range(start, end)):
                continue
            bare = text.replace(" ", "")
            if len(bare) < ONE_SLIP - 1 or bare in lexicon() or bare.isdigit():
                continue
            best = self._slips.nearest(text)
            if best is not None:
                candidates.append((best[0], -(end - start), start, end, best[1]))
        for slips, _, start, end, text in sorted(candidates):
            if not fixed.intersection(range(start, end)):
                fixed.update(range(start, end))
                taken.update(range(start, end))
                yield start, end, text, slips


def _plant(tree: dict[str, Any], units: tuple[str, ...], text: str) -> None:
    for unit in units:
        tree = tree.setdefault(unit, {})
    tree.setdefault("", text)


def _walk(tree: dict[str, Any], units: Any, at: int, taken: Any) -> Iterator[tuple[int, str]]:
    while at < len(units) and at not in taken and units[at] in tree:
        tree = tree[units[at]]
        at += 1
        if "" in tree:
            yield at, tree[""]


def _path(step: list[Found], size: int) -> Iterator[Found]:
    at = 0
    while at < size:
        yield step[at]
        at = step[at][1]


def _windows(atoms: Atoms, taken: set[int]) -> Iterator[tuple[int, int, str]]:
    """Runs of atoms that are not taken, the longest first."""
    size = len(atoms.units)
    for length in range(min(LONGEST, size), 0, -1):
        for start in range(size - length + 1):
            end = start + length
            if not taken.intersection(range(start, end)):
                yield start, end, joined(atoms.units[start:end])
