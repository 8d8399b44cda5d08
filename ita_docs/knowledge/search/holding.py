"""Letters that hold given words, by the index: for answers, which need ids and no ranking."""

from __future__ import annotations

from collections.abc import Sequence

from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.knowledge.search.query import Chunk, QueryText
from ita_docs.knowledge.search.relaxed import relaxed_query
from ita_docs.knowledge.search.strict import phrase_query, strict_query
from ita_docs.knowledge.search.tokens import cover

__all__ = ["letters_holding", "letters_nearest"]

MOST = 5000
"""Letters given at the most."""


def letters_holding(index: SearchIndex, text: str, *, subject: bool = False, most: int = MOST) -> list[int]:
    """Ids of letters that hold the text as one phrase, spaces aside; with `subject` in their subject."""
    pieces = cover(text)
    if not pieces:
        return []
    fields = ("subject",) if subject else ("text", "subject")
    query = phrase_query(index.schema, Chunk(tuple(pieces)), fields)
    return _ids(index, query, most)


def letters_nearest(index: SearchIndex, words: Sequence[str]) -> list[int]:
    """Ids of letters that hold all the words, else those that share the most of them."""
    chunks = tuple(Chunk(tuple(pieces)) for word in words if (pieces := cover(word)))
    if not chunks:
        return []
    text = QueryText(chunks, tuple(piece.text for chunk in chunks for piece in chunk.pieces))
    return _ids(index, strict_query(index.schema, text), MOST) or _ids(
        index, relaxed_query(index.schema, text), 200
    )


def _ids(index: SearchIndex, query: object, limit: int) -> list[int]:
    searcher = index.searcher()
    found = searcher.search(query, limit=limit)  # type: ignore[arg-type]
    ids = searcher.fast_field_values("id", [address for _, address in found.hits])
    return [int(key) for key in ids if key is not None]
