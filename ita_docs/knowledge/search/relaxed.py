"""What the index is asked to rank letters by the words that they share with a query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ita_docs.knowledge.search.query import Chunk, QueryText
from ita_docs.knowledge.search.strict import YEAR, chunk_query, phrase, telling_part
from ita_docs.knowledge.search.terms import EDGE_ATOMS, part_of, placed_terms
from ita_docs.knowledge.search.tokens import Piece

if TYPE_CHECKING:
    import tantivy

__all__ = ["relaxed_query", "telling_words"]

A_YEAR = 3.0
"""Points of a year that stands in a text: the date of a letter says little of the year that it is about."""

MANY, FEWEST = 50_000, 3
"""Letters that a word may stand in to be ranked by, and how many of the rarest words stay in any case."""

WHOLE, NEIGHBOURS = 3.0, 1.0
"""What it counts in a ranking that a chunk stands whole, that two of its words stand together."""


def telling_words(searcher: tantivy.Searcher, text: QueryText) -> QueryText:
    """The query without the words that stand in a great many letters, where rarer ones are left to rank by.

    Such a word tells letters hardly apart, and takes longer to look through than all the others. In archives
    of fewer letters than `MANY` nothing is left out; the rarest few always stay.
    """
    if searcher.num_docs <= MANY:
        return text
    found = {word: searcher.doc_freq("text", word) for word in text.words}
    few = set(sorted(found, key=lambda word: found[word])[:FEWEST])
    return replace(text, words=tuple(word for word in text.words if found[word] <= MANY or word in few))


def relaxed_query(schema: tantivy.Schema, text: QueryText) -> tantivy.Query:
    """Letters ranked by the query's words; quoted chunks must stand, the rest should.

    The more words, the less each counts, so that what else the query names (year, province) keeps its weight.
    """
    import tantivy

    clauses = []
    for chunk in text.chunks:
        if chunk.quoted:
            clauses.append((tantivy.Occur.Must, chunk_query(schema, chunk, False)))
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

    one, other = telling_part(left, words), telling_part(right, words)
    if one is None or other is None or max(len(one.units), len(other.units)) > EDGE_ATOMS + 1:
        return []
    base = len(one.units)
    moved = [replace(piece, start=piece.start + base, end=piece.end + base) for piece in other.pieces]
    placed = placed_terms(Chunk((*one.pieces, *moved)))
    if len(placed) < 2:
        return []
    return [(tantivy.Occur.Should, tantivy.Query.boost_query(phrase(schema, "text", placed), WHOLE))]


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
        placed = placed_terms(part_of(chunk, first, last))
        if placed:
            query = tantivy.Query.boost_query(phrase(schema, "text", placed), boost)
            found.append((tantivy.Occur.Should, query))
    return found


def _word_clauses(
    schema: tantivy.Schema, chunk: Chunk, piece: Piece, words: Sequence[str]
) -> list[tuple[tantivy.Occur, tantivy.Query]]:
    import tantivy

    if piece.text not in words:
        return []
    if YEAR.fullmatch(piece.text):
        points = A_YEAR * len(words)
        said = tantivy.Query.const_score_query(tantivy.Query.term_query(schema, "text", piece.text), points)
        return [(tantivy.Occur.Should, said)]
    placed = placed_terms(Chunk((Piece(0, len(piece.units), piece.units, piece.known),)))
    if not placed:  # one cluster of characters is no term of the index
        return []
    boosts = (("text", 1.0), ("subject", 0.3))
    return [
        (tantivy.Occur.Should, tantivy.Query.boost_query(phrase(schema, field, placed), boost))
        for field, boost in boosts
    ]
