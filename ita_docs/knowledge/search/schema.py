"""The fields of the index and what a letter puts into them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_docs.knowledge.search.tokens import Placed, index_tokens

if TYPE_CHECKING:
    import tantivy

__all__ = [
    "FACETS",
    "INDEX_VERSION",
    "IndexedLetter",
    "build_schema",
    "indexed_document",
    "text_tokens",
    "to_index_document",
]

INDEX_VERSION = 1
"""Raised with every change of folding, lexicon or fields: an index of another version is built anew."""

FACETS = ("kind", "agency", "province", "topic", "urgency")
"""Fields that are counted and filtered by their exact value."""

PART_GAP = 10
"""Atoms left free between two parts of a letter, so that no phrase runs from one into the next."""


@dataclass(slots=True)
class IndexedLetter:
    """What search knows of a letter. `date` is ISO; `exact` holds keys found whole (numbers, phones)."""

    id: int
    public_id: str
    subject: str
    parts: list[str]
    exact: list[str] = field(default_factory=list)
    date: str | None = None
    kind: str | None = None
    agency: str | None = None
    province: str | None = None
    urgency: str | None = None
    topic: list[str] = field(default_factory=list)
    fiscal_years: list[int] = field(default_factory=list)
    has_deadline: bool = False
    needs_review: bool = False


def build_schema() -> tantivy.Schema:
    """The index's fields; `text` and `subject` take terms that we place ourselves."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", stored=True, indexed=True, fast=True)
    builder.add_text_field("public_id", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("text", tokenizer_name="raw", index_option="position")
    builder.add_text_field("subject", tokenizer_name="raw", index_option="position")
    builder.add_text_field("exact", tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("day", "year", "fiscal_year"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in ("has_deadline", "needs_review"):
        builder.add_boolean_field(name, indexed=True, fast=True)
    return builder.build()


def to_index_document(letter: IndexedLetter) -> tantivy.Document:
    """One letter as a document of the index."""
    return indexed_document(letter, text_tokens(letter.parts), text_tokens([letter.subject]))


def indexed_document(
    letter: IndexedLetter, text: list[tantivy.Token], subject: list[tantivy.Token]
) -> tantivy.Document:
    """A letter whose text and subject are cut into tokens already."""
    import tantivy

    document = tantivy.Document()
    document.add_unsigned("id", letter.id)
    document.add_text("public_id", letter.public_id)
    document.add_pre_tokenized_text("text", tantivy.PreTokenizedString("", text))
    document.add_pre_tokenized_text("subject", tantivy.PreTokenizedString("", subject))
    for key in letter.exact:
        document.add_text("exact", key)
    _add_facets(document, letter)
    return document


def _add_facets(document: tantivy.Document, letter: IndexedLetter) -> None:
    for name in FACETS:
        value = getattr(letter, name)
        for item in value if isinstance(value, list) else [value]:
            if item:
                document.add_text(name, item)
    if letter.date:
        document.add_unsigned("day", day_number(letter.date))
        document.add_unsigned("year", int(letter.date[:4]) + 543)
    for year in letter.fiscal_years:
        document.add_unsigned("fiscal_year", year)
    document.add_boolean("has_deadline", letter.has_deadline)
    document.add_boolean("needs_review", letter.needs_review)


def day_number(iso: str) -> int:
    """`2025-01-21` as the sortable number 20250121."""
    return int(iso.replace("-", ""))


def text_tokens(parts: Iterable[str]) -> list[tantivy.Token]:
    """The terms of a text at their places; between two parts some places are left free."""
    from tantivy import Token

    tokens: list[Token] = []
    base = 0
    for part in parts:
        placed: list[Placed] = index_tokens(part)
        tokens += [Token(term, base + position, 0, 0) for position, term in placed]
        base += (placed[-1][0] if placed else 0) + PART_GAP
    return tokens
