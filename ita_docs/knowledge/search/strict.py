"""What the index is asked for letters that hold all of a query, as written or with one damaged atom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ita_docs.knowledge.search.query import Chunk, QueryText
from ita_docs.knowledge.search.terms import damaged_terms, part_of, placed_terms, stretches
from ita_docs.knowledge.search.tokens import Placed

if TYPE_CHECKING:
    import tantivy

__all__ = ["YEAR", "chunk_query", "phrase", "phrase_query", "strict_query", "telling_part"]

HOLE_ATOMS = 4
"""The shortest chunk that may match with one atom damaged; shorter ones would match everywhere."""

LONG_ATOMS, MANY_STRETCHES = 18, 6
"""Atoms of a chunk that may be damaged in one of its stretches; from how many stretches on in two."""

YEAR = re.compile(r"2[45]\d\d|20[0-4]\d")


def phrase(schema: tantivy.Schema, field: str, placed: list[Placed]) -> tantivy.Query:
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
        [(tantivy.Occur.Should, phrase(schema, field, placed)) for field in fields]
    )


def chunk_query(schema: tantivy.Schema, chunk: Chunk, tolerant: bool) -> tantivy.Query:
    import tantivy

    placed = placed_terms(chunk)
    if not placed:
        return tantivy.Query.regex_query(schema, "text", f"{re.escape(chunk.units[0])}\u00b7.+")
    options = [(tantivy.Occur.Should, phrase(schema, field, placed)) for field in ("text", "subject")]
    if tolerant and len(chunk.units) >= LONG_ATOMS:
        options.append((tantivy.Occur.Should, tantivy.Query.boost_query(_most_of(schema, chunk), 0.2)))
    elif tolerant and len(chunk.units) >= HOLE_ATOMS:
        options += [
            (tantivy.Occur.Should, tantivy.Query.boost_query(phrase(schema, "text", rest), 0.2))
            for rest in damaged_terms(chunk.units)
        ]
    return tantivy.Query.boolean_query(options)


def _most_of(schema: tantivy.Schema, chunk: Chunk) -> tantivy.Query:
    """Letters that hold all stretches of a long chunk but one, but two of the longest, in any place."""
    import tantivy

    parts = list(stretches(chunk))
    missing = 1 if len(parts) < MANY_STRETCHES else 2
    clauses = [(tantivy.Occur.Should, phrase(schema, "text", placed)) for placed in parts]
    return tantivy.Query.boolean_query(clauses, max(1, len(clauses) - missing))


def strict_query(schema: tantivy.Schema, text: QueryText, *, tolerant: bool = False) -> tantivy.Query:
    """Letters that hold every chunk; with `tolerant`, chunks of four atoms and more may have one misread."""
    import tantivy

    telling = [telling_part(chunk, text.words) for chunk in text.chunks if not _is_year(chunk)]
    wanted = [chunk for chunk in telling if chunk is not None] or list(text.chunks)
    must = [(tantivy.Occur.Must, chunk_query(schema, chunk, tolerant)) for chunk in wanted]
    return tantivy.Query.boolean_query(must)


def telling_part(chunk: Chunk, words: Sequence[str]) -> Chunk | None:
    """A chunk without the question words and particles at its ends; None where nothing else is in it."""
    places = [at for at, piece in enumerate(chunk.pieces) if piece.text in words]
    if chunk.quoted or not places:
        return chunk if chunk.quoted else None
    return part_of(chunk, places[0], places[-1] + 1)


def _is_year(chunk: Chunk) -> bool:
    """A year among other words lifts letters and is not asked of them; in quotation marks it is."""
    return not chunk.quoted and len(chunk.pieces) == 1 and YEAR.fullmatch(chunk.pieces[0].text) is not None
