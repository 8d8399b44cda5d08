"""What of a text goes into the index, and how a query is cut to meet it there.

Into the index goes every dictionary word that stands anywhere in the text, each pair of neighbouring Thai
atoms, and each Latin word and digit run, all with their position in atoms. A query is covered by as few
dictionary words as possible; what no word covers is looked for by its pairs. Thus a name no dictionary
knows is found, and a word is found inside a compound.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ita_docs.knowledge.search.atoms import Atoms, atoms_of
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.lexicon import Lexicon, WordAt, lexicon

__all__ = ["Piece", "Placed", "cover", "cover_places", "index_tokens", "is_thai", "pair"]

Placed = tuple[int, str]
"""A term and its position in atoms."""


def pair(left: str, right: str) -> str:
    """The term of two neighbouring atoms; no dictionary word looks like it."""
    return f"{left}\u00b7{right}"


def is_thai(unit: str) -> bool:
    """Whether an atom is Thai (a Latin word or a number is a term of its own)."""
    return unit[0] >= "ก"


def index_tokens(text: str, words: Lexicon | None = None) -> list[Placed]:
    """All terms of a text with their positions, in reading order.

    >>> [term for _, term in index_tokens("ท้องถิ่น 2568")]
    ['ท้อ\\u0e07...', '2568']
    """
    atoms = atoms_of(fold(text))
    placed = [(start, word) for start, _, word in (words or lexicon()).spans_in(atoms)]
    placed.extend(_atom_terms(atoms.units))
    placed.sort()
    return placed


def _atom_terms(units: list[str]) -> Iterator[Placed]:
    """Latin words and numbers, and each two neighbouring Thai atoms (`pair`)."""
    before = "0"
    for index, unit in enumerate(units):
        if unit[0] < "ก":
            yield index, unit
        elif before[0] >= "ก":
            yield index - 1, f"{before}\u00b7{unit}"
        before = unit


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a query: atoms `start` to `end`; `known` if a dictionary word, a Latin word or a number."""

    start: int
    end: int
    units: tuple[str, ...]
    known: bool

    @property
    def text(self) -> str:
        """The piece as one run of characters."""
        return "".join(self.units)

    def terms(self) -> list[Placed]:
        """The terms of the piece in the index, with positions; none for a single unknown atom."""
        if self.known:
            return [(self.start, self.text)]
        steps = zip(self.units, self.units[1:], strict=False)
        return [(self.start + index, pair(left, right)) for index, (left, right) in enumerate(steps)]


def cover(text: str, words: Lexicon | None = None) -> list[Piece]:
    """A query cut into the fewest dictionary words, with the unknown stretches between them.

    >>> [(piece.text, piece.known) for piece in cover("ประเมินITA")]
    [('ประเมิน', True), ('ita', True)]
    """
    atoms = atoms_of(fold(text))
    lattice = (words or lexicon()).words_in(atoms)
    return _merge_unknown(_best_path(atoms, lattice), atoms)


def cover_places(folded: str) -> list[int]:
    """The places in a folded text at which a line may be broken: where a word begins."""
    atoms = atoms_of(folded)
    path = _best_path(atoms, lexicon().words_in(atoms))
    return [atoms.places[start] for start, _, _ in path]


def _best_path(atoms: Atoms, lattice: list[WordAt]) -> list[tuple[int, int, bool]]:
    """The cut with the fewest uncovered atoms and then the fewest words, left to right."""
    size = len(atoms.units)
    starting: dict[int, list[int]] = {}
    for word in lattice:
        starting.setdefault(word.start, []).append(word.end)
    best: list[tuple[int, int, int]] = [(0, 0, 0)] * size + [(0, 0, size)]
    step: list[tuple[int, bool]] = [(size, False)] * (size + 1)
    for at in range(size - 1, -1, -1):
        alone = not is_thai(atoms.units[at])
        unknown, count, _ = best[at + 1]
        choice = (unknown + (not alone), count + 1, -1)
        step[at] = (at + 1, alone)
        for end in starting.get(at, ()):
            unknown, count, _ = best[end]
            if (candidate := (unknown, count + 1, at - end)) < choice:
                choice, step[at] = candidate, (end, True)
        best[at] = choice
    path, at = [], 0
    while at < size:
        end, known = step[at]
        path.append((at, end, known))
        at = end
    return path


def _merge_unknown(path: list[tuple[int, int, bool]], atoms: Atoms) -> list[Piece]:
    pieces: list[Piece] = []
    for start, end, known in path:
        last = pieces[-1] if pieces else None
        if not known and last is not None and not last.known:
            start = last.start
            pieces.pop()
        pieces.append(Piece(start, end, tuple(atoms.units[start:end]), known))
    return pieces
