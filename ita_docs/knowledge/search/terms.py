"""The index's terms of a part of a query, each at its place, also of what stands when an atom was misread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_docs.knowledge.search.query import Chunk
from ita_docs.knowledge.search.tokens import Placed, is_thai, pair

__all__ = ["EDGE_ATOMS", "damaged_terms", "part_of", "placed_terms", "stretches"]

EDGE_ATOMS = 7
"""From so many atoms on the first or last may be the damaged one: of a shorter chunk another word is left."""

STRETCH_ATOMS = 5
"""The fewest atoms of a stretch of a long chunk."""


def placed_terms(chunk: Chunk) -> list[Placed]:
    """The chunk's terms with positions, so that together they cover every atom of it.

    A single atom that is no term by itself is reached through the pair with its neighbour.
    """
    units = chunk.units
    placed: list[Placed] = []
    for piece in chunk.pieces:
        terms = piece.terms()
        if not terms:
            terms = _pairs_around(units, piece.start)
        placed.extend(terms)
    return sorted(set(placed))


def _pairs_around(units: Sequence[str], at: int) -> list[Placed]:
    if at > 0 and is_thai(units[at - 1]):
        return [(at - 1, pair(units[at - 1], units[at]))]
    if at + 1 < len(units) and is_thai(units[at + 1]):
        return [(at, pair(units[at], units[at + 1]))]
    return []


def damaged_terms(units: Sequence[str]) -> list[list[Placed]]:
    """For each atom of a chunk, the terms of the rest: what still stands when that atom was misread."""
    everything = [
        (at, pair(left, right)) if is_thai(left) and is_thai(right) else (at, left)
        for at, (left, right) in enumerate(zip(units, [*units[1:], "0"], strict=True))
        if not is_thai(left) or is_thai(right)
    ]
    edge = 0 if len(units) >= EDGE_ATOMS else 1
    holes = []
    for hole in range(edge, len(units) - edge):
        rest = [
            (at, term)
            for at, term in everything
            if at != hole and not (is_thai(units[at]) and at + 1 == hole)
        ]
        if len(rest) >= max(2, len(everything) - 2):
            holes.append(rest)
    return holes


def stretches(chunk: Chunk) -> Iterator[list[Placed]]:
    """The chunk's words in stretches of a few atoms, each as terms with positions."""
    first = 0
    for at, piece in enumerate(chunk.pieces):
        size = piece.end - chunk.pieces[first].start
        rest = chunk.pieces[-1].end - piece.end
        if at + 1 == len(chunk.pieces) or (size >= STRETCH_ATOMS and rest >= STRETCH_ATOMS):
            placed = placed_terms(part_of(chunk, first, at + 1))
            first = at + 1
            if placed:
                yield placed


def part_of(chunk: Chunk, first: int, last: int) -> Chunk:
    """Some of a chunk's pieces as a chunk of their own."""
    base = chunk.pieces[first].start
    pieces = (
        replace(piece, start=piece.start - base, end=piece.end - base) for piece in chunk.pieces[first:last]
    )
    return Chunk(tuple(pieces))
