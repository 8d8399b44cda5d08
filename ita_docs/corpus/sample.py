"""One file of the world: its papers, its text, its gold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ita_docs.corpus.letter import Letter
from ita_docs.corpus.paper.blocks import Paper
from ita_docs.corpus.text import papers_text
from ita_docs.corpus.wrapping import Look, write_file
from parsers.page import Line, Page

__all__ = ["Sample"]


@dataclass(slots=True)
class Sample:
    """A file as it comes in: the letter, what is bundled behind it, where its citations lead."""

    name: str
    letter: Letter
    papers: list[Paper]
    links: list[dict[str, Any]] = field(default_factory=list)

    def text(self) -> str:
        """The file as plain text, a paragraph a line, documents parted by form feeds."""
        return papers_text(self.papers)

    def printed(self, look: Look) -> tuple[str, dict[str, Any]]:
        """The file's text as it looks on pages, and the gold with those pages."""
        text, spans = write_file(self.papers, look)
        gold = self.gold()
        gold["documents"] = [d | {"pages": span} for d, span in zip(gold["documents"], spans, strict=True)]
        return text, gold

    def pages(self) -> list[Page]:
        """The file as a reader hands it over, one page a document, a line of text a line."""
        return [
            Page(number, tuple(Line(row) for row in text.split("\n") if row.strip()))
            for number, text in enumerate(self.text().split("\f"), 1)
        ]

    def gold(self) -> dict[str, Any]:
        """The contract's shape, with the letter's id and its `links` beside it."""
        return {
            "source": f"{self.name}.txt",
            "letter": self.letter.id,
            "documents": [paper.gold | {"pages": [n, n]} for n, paper in enumerate(self.papers, 1)],
            "links": self.links,
        }
