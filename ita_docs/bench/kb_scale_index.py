"""The search index of an archive made of copies: only the base is cut into words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_docs.bench.kb_scale_serials import move_serial, renumber, serials_in

if TYPE_CHECKING:
    import tantivy
    from sqlalchemy import Engine

    from ita_docs.knowledge.search.schema import IndexedLetter

__all__ = ["copied_documents"]

APART = 2000
"""Letters between two copies of one letter, so that the index does not find them side by side."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A letter of the base with its tokens, and where the serials of numbers stand among them."""

    letter: IndexedLetter
    text: list[tantivy.Token]
    subject: list[tantivy.Token]
    serials: list[tuple[int, str, int]]

    def document(self, copy: int, step: int) -> tantivy.Document:
        """A copy of the letter as a document of the index."""
        from tantivy import Token

        from ita_docs.knowledge.search.schema import indexed_document

        text = self.text.copy()
        for at, serial, place in self.serials if copy else ():
            text[at] = Token(move_serial(serial, copy), place, 0, 0)
        exact = [renumber(key, copy) or "" for key in self.letter.exact] if copy else self.letter.exact
        public = self.letter.public_id.replace("-", f"x{copy}-") if copy else self.letter.public_id
        letter = replace(self.letter, id=self.letter.id + step * copy, public_id=public, exact=exact)
        return indexed_document(letter, text, self.subject)


def copied_documents(engine: Engine, base: int, letters: int) -> Iterator[tantivy.Document]:
    """The documents of the base, one page each with the ids 1 to `base`, and of its copies."""
    from ita_docs.knowledge.search.letters import indexed_letters
    from models.session import reading

    for first in range(1, base + 1, APART):
        ids = list(range(first, min(first + APART, base + 1)))
        with reading(engine) as session:
            cuts = [_cut(letter) for letter in indexed_letters(session, ids)]
        for copy in range(letters // base):
            for cut in cuts:
                yield cut.document(copy, base)


def _cut(letter: IndexedLetter) -> _Cut:
    from ita_docs.knowledge.search.schema import text_tokens
    from ita_docs.knowledge.search.tokens import index_tokens

    serials = {serial for part in letter.parts for serial in serials_in(part)}
    placed = index_tokens(letter.parts[0])
    numbers = [(at, term, place) for at, (place, term) in enumerate(placed) if term in serials]
    return _Cut(letter, text_tokens(letter.parts), text_tokens([letter.subject]), numbers)
