"""What a person types, cut into the parts that the index is asked for.

A query is cut at its spaces into chunks, and in quotation marks stand phrases. A letter matches strictly when
it holds every chunk as written (`strict`: spaces, dots and digits aside); chunks may also match with one
damaged atom. Relaxed matching (`relaxed`) ranks letters by the words that they share with the query, for
questions and for half-remembered wording.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.tokens import Piece, cover

__all__ = ["Chunk", "QueryText", "parse_query", "stop_words"]

_OF_YEAR = re.compile(
    r"(?:ประจำ)?(?:ปีงบประมาณ|ปีงบ|รอบปี|ปี)\s*(?:พ\.?\s?ศ\.?)?\s*(?=[2๒][5๕][0-9๐-๙]{2}(?![0-9๐-๙]))"
    r"|\b(?:fiscal|budget)\s+year\s+(?=2\d{3}\b)",
    re.IGNORECASE,
)


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

    @property
    def is_one_word(self) -> bool:
        """One word of the dictionary and nothing else: the letters that hold it are those that share it."""
        if len(self.chunks) != 1 or len(self.words) != 1 or self.chunks[0].quoted:
            return False
        pieces = self.chunks[0].pieces
        return len(pieces) == 1 and pieces[0].known and not pieces[0].text.isdigit()


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
