"""What others would find on the same letters: SQLite's full-text search, and paperless-ngx's analyser.

paperless-ngx cuts text with tantivy's simple tokenizer, takes out words over 129 bytes, writes Latin small
and without accents, and has no word list for Thai. Its query shapes are those of its advanced search on title
and content; its permissions, dates and custom fields are left out.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence

from ita_docs.bench.kb_world import WorldFile

__all__ = ["Peer", "fts5", "paperless"]

Peer = Callable[[str, bool, int], list[str]]
"""From a query (as a phrase or not) and a limit to file names, best first."""

_WORDS = re.compile(r"[^\s\"“”()?:*^]+")


def _rows(files: Sequence[WorldFile]) -> list[tuple[str, str, str]]:
    return [
        (file.name, file.documents[0]["subject"] or "", "\n".join("\n".join(page) for page in file.pages))
        for file in files
    ]


def fts5(files: Sequence[WorldFile]) -> Peer:
    """SQLite FTS5 with its default tokenizer; phrases for words, any word for questions; ranked by bm25."""
    store = sqlite3.connect(":memory:")
    store.execute("create virtual table letter using fts5(name unindexed, subject, body)")
    store.executemany("insert into letter values (?, ?, ?)", _rows(files))

    def find(query: str, phrase: bool, limit: int) -> list[str]:
        words = [f'"{word}"' for word in ([query] if phrase else _WORDS.findall(query))]
        sql = "select name from letter where letter match ? order by bm25(letter) limit ?"
        return [name for (name,) in store.execute(sql, (" OR ".join(words).replace('""', ""), limit))]

    return find


def paperless(files: Sequence[WorldFile]) -> Peer:
    """The analyser of paperless-ngx over tantivy."""
    import tantivy

    analyser = (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(129))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .build()
    )
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("name", stored=True, tokenizer_name="raw")
    for field in ("title", "content"):
        builder.add_text_field(field, tokenizer_name="paperless")
    index = tantivy.Index(builder.build())
    index.register_tokenizer("paperless", analyser)
    writer = index.writer(50_000_000, 1)
    for name, title, content in _rows(files):
        document = tantivy.Document()
        for field, text in (("name", name), ("title", title), ("content", content)):
            document.add_text(field, text)
        writer.add_document(document)
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(query: str, phrase: bool, limit: int) -> list[str]:
        text = f'"{query}"' if phrase else " ".join(_WORDS.findall(query))
        parsed, _ = index.parse_query_lenient(text, ["title", "content"])
        hits = searcher.search(parsed, limit=limit).hits
        return [str(searcher.doc(address).get_first("name")) for _, address in hits]

    return find
