"""Another spelling to try, from the words that the index holds: near in clusters, nearest in sound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlmodel import Session

from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.knowledge.search.nearness import cluster_distance, may_be_near
from ita_docs.knowledge.search.query import Chunk, stop_words
from ita_docs.knowledge.search.strict import phrase_query
from ita_docs.knowledge.search.tokens import Piece, cover, index_tokens
from ita_docs.knowledge.tables import documents, pages

if TYPE_CHECKING:
    import tantivy

__all__ = ["another_spelling"]

SHORTEST = 3
"""Characters that a word must have before another spelling is looked for."""

LONG = 5
"""From so many characters on two wrong ones are looked for, else one."""

LOOKED_INTO = 3
"""Letters in whose text the right spelling is looked for."""

NEAREST, TRIED = 3, 8
"""Words kept for a stretch, and spellings of a chunk that are looked for in letters."""

LONGEST = 14
"""Clusters of the longest chunk that is searched for slips across the borders of its words."""

MOST_PIECES = 8
"""Pieces of a chunk of known words that are tried one by one."""

FAREST = 1.5


def another_spelling(session: Session, index: SearchIndex, text: str) -> str | None:
    """The query with its unknown words as letters spell them; None where there is nothing better."""
    searcher = index.searcher()
    changed, words = False, []
    for chunk in text.split():
        better = _better(session, searcher, index.schema, chunk)
        changed |= better is not None
        words.append(better or chunk)
    return " ".join(words) if changed else None


def _better(session: Session, searcher: tantivy.Searcher, schema: tantivy.Schema, chunk: str) -> str | None:
    """A chunk with the stretch that no letter holds spelled as letters do."""
    pieces = cover(chunk)
    if _count(searcher, schema, chunk):
        return None
    units = [unit for piece in pieces for unit in piece.units]
    unknown = [at for at, piece in enumerate(pieces) if not _held(searcher, schema, piece)]
    spans = [(pieces[first].start, pieces[last - 1].end) for first, last in _stretches(unknown, len(pieces))]
    tries = [spans, _windows(pieces)] if len(units) <= LONGEST else [spans]
    ranked: list[str] = []
    for some in tries:
        spelled = _spelled(session, searcher, schema, units, some)
        held = [text for text in spelled if _count(searcher, schema, text)]
        if held:
            return held[0]
        ranked = ranked or spelled
    strange = any(_strange(pieces[at]) for at in unknown)
    return ranked[0] if strange and ranked else None


def _strange(piece: Piece) -> bool:
    """Whether no dictionary knows the piece; a word that is right and stands in no letter is let be."""
    return not piece.known or piece.text.isascii()


def _spelled(
    session: Session,
    searcher: tantivy.Searcher,
    schema: tantivy.Schema,
    units: Sequence[str],
    spans: Iterable[tuple[int, int]],
) -> list[str]:
    """The chunk with one of the spans spelled anew, the nearest spelling first."""
    found: dict[str, float] = {}
    for first, last in dict.fromkeys(spans):
        for right, far in _nearest(session, searcher, schema, "".join(units[first:last])):
            text = "".join([*units[:first], right, *units[last:]])
            found[text] = min(far, found.get(text, far))
    return sorted(found, key=lambda text: (found[text], text))[:TRIED]


def _windows(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Stretches of clusters from the beginnings of words on, wherever they end."""
    end = pieces[-1].end
    return [
        (piece.start, piece.start + size)
        for piece in pieces
        for size in (3, 4, 5)
        if piece.start + size <= end
    ]


def _stretches(unknown: Sequence[int], count: int) -> Iterator[tuple[int, int]]:
    """Spans of pieces that may be one word misspelled: around what is unknown, else all short ones."""
    if unknown:
        first, last = unknown[0], unknown[0] + 1
        while last in unknown:
            last += 1
        spans = [(first - left, last + right) for left in range(3) for right in range(3)]
        spans += [(at, at + 1) for at in unknown]
    else:
        spans = [(at, at + size) for size in (1, 2, 3) for at in range(min(count, MOST_PIECES))]
    yield from dict.fromkeys(span for span in spans if span[0] >= 0 and span[1] <= count)


def _count(searcher: tantivy.Searcher, schema: tantivy.Schema, text: str) -> int:
    """In how many letters the text stands as it is."""
    pieces = cover(text)
    if not pieces:
        return 0
    found = searcher.search(phrase_query(schema, Chunk(tuple(pieces))), limit=1, count=True)
    return int(found.count)  # type: ignore[attr-defined]


def _held(searcher: tantivy.Searcher, schema: tantivy.Schema, piece: Piece) -> bool:
    import tantivy

    if piece.text.isdigit() or (not piece.known and len(piece.units) == 1):
        return True
    if not piece.known:
        return False
    query = tantivy.Query.term_query(schema, "text", piece.text)
    return bool(searcher.search(query, limit=1, count=False).hits)


def _nearest(
    session: Session, searcher: tantivy.Searcher, schema: tantivy.Schema, wrong: str
) -> list[tuple[str, float]]:
    """The words of the index that are nearest, with how far they are; of few letters' text only."""
    import tantivy

    if len(wrong) < SHORTEST or wrong in stop_words():
        return []
    near: dict[str, float] = {}
    for slips in range(1, 3 if len(wrong) >= LONG else 2):
        query = tantivy.Query.fuzzy_term_query(schema, "text", wrong, distance=slips)
        hits = searcher.search(query, limit=LOOKED_INTO, count=False).hits
        ids = searcher.fast_field_values("id", [address for _, address in hits])
        for word in _words_of(session, [int(key) for key in ids if key is not None]):
            if word != wrong and may_be_near(word, wrong, slips):
                near[word] = cluster_distance(wrong, word)
    first = sorted((far, word) for word, far in near.items() if far <= FAREST)[: 2 * NEAREST]
    ranked = sorted(first, key=lambda item: (item[0], -_count(searcher, schema, item[1])))
    return [(word, far) for far, word in ranked[:NEAREST]]


def _words_of(session: Session, ids: Sequence[int]) -> set[str]:
    """The index's words of some letters."""
    d = documents.c
    files = select(d.source_file_id).where(d.id.in_(ids))
    texts = session.execute(select(pages.c.text).where(pages.c.source_file_id.in_(files))).scalars()
    return {term for text in texts for _, term in index_tokens(text) if "\u00b7" not in term}
