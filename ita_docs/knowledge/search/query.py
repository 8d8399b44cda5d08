"""From what a person types to what the index is asked.

A query is cut at its spaces into chunks, and in quotation marks stand phrases. A letter matches strictly when
it holds every chunk as written (spaces, dots and digits aside); chunks may also match with one damaged atom.
Relaxed matching ranks letters by the words that they share with the query, for questions and for
half-remembered wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.tokens import Piece, Placed, cover, is_thai, pair

if TYPE_CHECKING:
    import tantivy

__all__ = ["Chunk", "QueryText", "parse_query", "phrase_query", "relaxed_query", "strict_query"]

HOLE_ATOMS = 4
"""The shortest chunk that may match with one atom damaged; shorter ones would match everywhere."""

LONG_ATOMS, STRETCH_ATOMS, MANY_STRETCHES = 18, 5, 6
"""Atoms of a chunk that may be damaged in one of its stretches, and of a stretch; from how many on in two."""

EDGE_ATOMS = 7
"""From so many atoms on the first or last may be the damaged one: of a shorter chunk another word is left."""

A_YEAR = 3.0
"""Points of a year that stands in a text: the date of a letter says little of the year that it is about."""

_YEAR = re.compile(r"2[45]\d\d|20[0-4]\d")
_OF_YEAR = re.compile(
    r"(?:ประจำ)?(?:ปีงบประมาณ|ปีงบ|รอบปี|ปี)\s*(?:พ\.?\s?ศ\.?)?\s*(?=[2๒][5๕][0-9๐-๙]{2}(?![0-9๐-๙]))"
    r"|\b(?:fiscal|budget)\s+year\s+(?=2\d{3}\b)",
    re.IGNORECASE,
)

WHOLE, NEIGHBOURS = 3.0, 1.0
"""What it counts in a ranking that a chunk stands whole, that two of its words stand together."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Part of a query that must stand together: its pieces, and whether it was quoted."""

    pieces: tuple[Piece, ...]
    quoted: bool = False

    @property
    def units(self) -> list[str]:
        """All atoms of the chunk."""
        return [unit for piece in self.pieces for unit in piece.units]


@dataclass(frozen=True, slots=True)
class QueryText:
    """The chunks of a query, and its words worth ranking by (no question words, no particles)."""

    chunks: tuple[Chunk, ...]
    words: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.chunks)


def parse_query(text: str) -> QueryText:
    """Chunks and ranking words of a query.

    >>> [piece.text for piece in parse_query('แบบสำรวจ "จังหวัดน่าน"').chunks[1].pieces]
    ['จังหวัด', 'น่าน']
    """
    chunks = []
    if not re.search(r'["“”]', text):
        text = _OF_YEAR.sub(" ", text)
    for match in re.finditer(r'["“”]([^"“”]+)["“”]|([^\s"“”]+)', text):
        pieces = cover(match.group(1) or match.group(2))
        if pieces:
            chunks.append(Chunk(tuple(pieces), quoted=match.group(1) is not None))
    words = [
        piece.text
        for chunk in chunks
        for piece in chunk.pieces
        if (piece.known or len(piece.units) > 1) and piece.text not in stop_words()
    ]
    return QueryText(tuple(chunks), tuple(dict.fromkeys(words)))


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Question words and particles that say nothing about which letter is meant (`data/stop_words.txt`)."""
    text = (files("ita_docs.knowledge") / "data" / "stop_words.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in text.split("\n"))
    return frozenset(fold(line) for line in lines if line)


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


def _phrase(schema: tantivy.Schema, field: str, placed: list[Placed]) -> tantivy.Query:
    import tantivy

    if len(placed) == 1:
        return tantivy.Query.term_query(schema, field, placed[0][1])
    first = placed[0][0]
    return tantivy.Query.phrase_query(schema, field, [(at - first, term) for at, term in placed])


def phrase_query(
    schema: tantivy.Schema, chunk: Chunk, fields: Sequence[str] = ("text", "subject")
) -> tantivy.Query:
    """Letters that hold a chunk as it stands in one of the fields."""
    import tantivy

    placed = placed_terms(chunk)
    if not placed:
        return tantivy.Query.regex_query(schema, fields[0], f"{re.escape(chunk.units[0])}\u00b7.+")
    return tantivy.Query.boolean_query(
        [(tantivy.Occur.Should, _phrase(schema, field, placed)) for field in fields]
    )


def _chunk_query(schema: tantivy.Schema, chunk: Chunk, tolerant: bool) -> tantivy.Query:
    import tantivy

    placed = placed_terms(chunk)
    if not placed:
        return tantivy.Query.regex_query(schema, "text", f"{re.escape(chunk.units[0])}\u00b7.+")
    options = [(tantivy.Occur.Should, _phrase(schema, field, placed)) for field in ("text", "subject")]
    if tolerant and len(chunk.units) >= LONG_ATOMS:
        options.append((tantivy.Occur.Should, tantivy.Query.boost_query(_most_of(schema, chunk), 0.2)))
    elif tolerant and len(chunk.units) >= HOLE_ATOMS:
        options += [
            (tantivy.Occur.Should, tantivy.Query.boost_query(_phrase(schema, "text", rest), 0.2))
            for rest in damaged_terms(chunk.units)
        ]
    return tantivy.Query.boolean_query(options)


def _most_of(schema: tantivy.Schema, chunk: Chunk) -> tantivy.Query:
    """Letters that hold all stretches of a long chunk but one, but two of the longest, in any place."""
    import tantivy

    stretches = list(_stretches(chunk))
    missing = 1 if len(stretches) < MANY_STRETCHES else 2
    clauses = [(tantivy.Occur.Should, _phrase(schema, "text", placed)) for placed in stretches]
    return tantivy.Query.boolean_query(clauses, max(1, len(clauses) - missing))


def _stretches(chunk: Chunk) -> Iterator[list[Placed]]:
    """The chunk's words in stretches of a few atoms, each as terms with positions."""
    first = 0
    for at, piece in enumerate(chunk.pieces):
        size = piece.end - chunk.pieces[first].start
        rest = chunk.pieces[-1].end - piece.end
        if at + 1 == len(chunk.pieces) or (size >= STRETCH_ATOMS and rest >= STRETCH_ATOMS):
            placed = placed_terms(_part(chunk, first, at + 1))
            first = at + 1
            if placed:
                yield placed


def strict_query(schema: tantivy.Schema, text: QueryText, *, tolerant: bool = False) -> tantivy.Query:
    """Letters that hold every chunk; with `tolerant`, chunks of four atoms and more may have one misread."""
    import tantivy

    telling = [_telling(chunk, text.words) for chunk in text.chunks if not _is_year(chunk)]
    wanted = [chunk for chunk in telling if chunk is not None] or list(text.chunks)
    must = [(tantivy.Occur.Must, _chunk_query(schema, chunk, tolerant)) for chunk in wanted]
    return tantivy.Query.boolean_query(must)


def _telling(chunk: Chunk, words: Sequence[str]) -> Chunk | None:
    """A chunk without the question words and particles at its ends; None where nothing else is in it."""
    places = [at for at, piece in enumerate(chunk.pieces) if piece.text in words]
    if chunk.quoted or not places:
        return chunk if chunk.quoted else None
    return _part(chunk, places[0], places[-1] + 1)


def _is_year(chunk: Chunk) -> bool:
    """A year among other words lifts letters and is not asked of them; in quotation marks it is."""
    return not chunk.quoted and len(chunk.pieces) == 1 and _YEAR.fullmatch(chunk.pieces[0].text) is not None


def relaxed_query(schema: tantivy.Schema, text: QueryText) -> tantivy.Query:
    """Letters ranked by the query's words; quoted chunks must stand, the rest should.

    The more words, the less each counts, so that what else the query names (year, province) keeps its weight.
    """
    import tantivy

    clauses = []
    for chunk in text.chunks:
        if chunk.quoted:
            clauses.append((tantivy.Occur.Must, _chunk_query(schema, chunk, False)))
    for left, right in pairwise(text.chunks):
        clauses.extend(_beside(schema, left, right, text.words))
    for chunk in text.chunks:
        clauses.extend(_together(schema, chunk, text.words))
        for piece in chunk.pieces:
            clauses.extend(_word_clauses(schema, chunk, piece, text.words))
    if not clauses:
        return tantivy.Query.empty_query()
    return tantivy.Query.boost_query(tantivy.Query.boolean_query(clauses), 1 / max(1, len(text.words)))


def _beside(
    schema: tantivy.Schema, left: Chunk, right: Chunk, words: Sequence[str]
) -> list[tuple[tantivy.Occur, tantivy.Query]]:
    """A should-clause for two chunks that stand beside each other in a letter too: a name and a surname."""
    import tantivy

    one, other = _telling(left, words), _telling(right, words)
    if one is None or other is None or max(len(one.units), len(other.units)) > EDGE_ATOMS + 1:
        return []
    base = len(one.units)
    moved = [replace(piece, start=piece.start + base, end=piece.end + base) for piece in other.pieces]
    placed = placed_terms(Chunk((*one.pieces, *moved)))
    if len(placed) < 2:
        return []
    return [(tantivy.Occur.Should, tantivy.Query.boost_query(_phrase(schema, "text", placed), WHOLE))]


def _part(chunk: Chunk, first: int, last: int) -> Chunk:
    """Some of a chunk's pieces as a chunk of their own."""
    base = chunk.pieces[first].start
    pieces = (
        replace(piece, start=piece.start - base, end=piece.end - base) for piece in chunk.pieces[first:last]
    )
    return Chunk(tuple(pieces))


def _together(
    schema: tantivy.Schema, chunk: Chunk, words: Sequence[str]
) -> list[tuple[tantivy.Occur, tantivy.Query]]:
    """Should-clauses for the chunk without question words at its ends, and for neighbouring words of it."""
    import tantivy

    telling = [at for at, piece in enumerate(chunk.pieces) if piece.text in words]
    if len(telling) < 2:
        return []
    spans = {(telling[0], telling[-1] + 1): WHOLE}
    for at, following in pairwise(telling):
        spans.setdefault((at, following + 1), NEIGHBOURS)
    found = []
    for (first, last), boost in spans.items():
        placed = placed_terms(_part(chunk, first, last))
        if placed:
            query = tantivy.Query.boost_query(_phrase(schema, "text", placed), boost)
            found.append((tantivy.Occur.Should, query))
    return found


def _word_clauses(
    schema: tantivy.Schema, chunk: Chunk, piece: Piece, words: Sequence[str]
) -> list[tuple[tantivy.Occur, tantivy.Query]]:
    import tantivy

    if piece.text not in words:
        return []
    if _YEAR.fullmatch(piece.text):
        points = A_YEAR * len(words)
        said = tantivy.Query.const_score_query(tantivy.Query.term_query(schema, "text", piece.text), points)
        return [(tantivy.Occur.Should, said)]
    placed = placed_terms(Chunk((Piece(0, len(piece.units), piece.units, piece.known),)))
    boosts = (("text", 1.0), ("subject", 0.3))
    return [
        (tantivy.Occur.Should, tantivy.Query.boost_query(_phrase(schema, field, placed), boost))
        for field, boost in boosts
    ]
