"""A file's text as it looks in print: lines broken at the margin, pages turned, columns side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.paper.blocks import Block, Paper, Part
from ita_docs.corpus.text import block_lines, stamp_rows

__all__ = ["PLAIN", "Look", "draw_look", "write_file"]

_MARKS = frozenset(
    "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a text came out. `width` in characters (None: a paragraph a line); `rows` a page holds; `columns`
    puts the number and the office's first line on one line; `spaced` keeps empty lines between blocks."""

    width: int | None = None
    rows: int = 0
    columns: bool = False
    spaced: bool = True


PLAIN = Look()


def draw_look(dice: Dice) -> Look:
    """Half of the texts plain, half wrapped as a page is."""
    if dice.chance(0.5):
        return PLAIN
    return Look(dice.number(78, 100), dice.number(32, 40), dice.chance(0.3), dice.chance(0.5))


@dataclass(slots=True)
class _Pages:
    """Lines by page; `turn` starts the next one."""

    look: Look
    sheets: list[list[str]] = field(default_factory=list)
    opened: int = 0

    def open(self) -> int:
        """A fresh page for a document; gives its number from 1."""
        self.sheets.append([])
        self.opened = len(self.sheets)
        return self.opened

    def put(self, rows: Sequence[str], words: str, needed: int) -> None:
        """Put lines; where `needed` do not fit, a catchword ends the page and the next is numbered."""
        used = sum(1 for row in self.sheets[-1] if row)
        if self.look.rows and used + needed > self.look.rows and used > 6:
            self.sheets[-1] += ["", f"/{_first_words(words)}..."]
            self.sheets.append([f"- {_thai(len(self.sheets) - self.opened + 2)} -", ""])
        self.sheets[-1].extend(rows)


def _first_words(text: str) -> str:
    from ita_docs.corpus.page.breaking import pieces

    return "".join(pieces(text[:40])[:3]).strip()


def _thai(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def write_file(papers: Sequence[Paper], look: Look) -> tuple[str, list[list[int]]]:
    """The text with form feeds between pages, and the first and last page of every document."""
    pages, spans = _Pages(look), []
    for paper in papers:
        first = pages.open()
        rows_of, tail = _rows_of(paper, look), _tail(paper)
        for block, rows in rows_of:
            for row in rows:
                lines = _wrapped(row, look) if row else _gap(look)
                pages.put(lines, row, _needed(block, lines, tail))
        spans.append([first, len(pages.sheets)])
    sheets = ["\n".join(sheet).replace("\t", " ").strip() + "\n" for sheet in pages.sheets]
    return "\f".join(sheets), spans


def _tail(paper: Paper) -> tuple[Block, int] | None:
    """The last paragraph, and how many lines closing, signature and owner take after it."""
    places = [n for n, block in enumerate(paper.blocks) if block.part == Part.PARAGRAPH]
    if not places:
        return None
    return paper.blocks[places[-1]], sum(max(1, len(b.rows)) for b in paper.blocks[places[-1] + 1 :])


def _needed(block: Block, lines: Sequence[str], tail: tuple[Block, int] | None) -> int:
    """Only body text turns a page; the last paragraph takes the signature along."""
    if block.part not in (Part.PARAGRAPH, Part.LINE, Part.ROW) or not any(lines):
        return 0
    return len(lines) + tail[1] if tail and tail[0] is block else min(2, len(lines))


def _gap(look: Look) -> list[str]:
    return [""] if look.spaced else []


def _rows_of(paper: Paper, look: Look) -> list[tuple[Block, list[str]]]:
    out: list[tuple[Block, list[str]]] = []
    stamped = False
    for block in paper.blocks:
        rows = block_lines(block)
        if look.columns and block.part == Part.OFFICE and out and out[-1][0].part == Part.NUMBER:
            out[-1][1][-1] += f"          {rows[1]}"
            rows = rows[2:]
        out.append((block, rows))
        if block.part in (Part.NUMBER, Part.TITLE) and paper.stamps and not stamped and not look.columns:
            out.append((block, [row for stamp in paper.stamps for row in ("", *stamp_rows(stamp), "")]))
            stamped = True
    if paper.stamps and not stamped:
        out.insert(0, (paper.blocks[0], [row for stamp in paper.stamps for row in (*stamp_rows(stamp), "")]))
    return out


def _wrapped(row: str, look: Look) -> list[str]:
    if look.width is None or len(row) <= look.width:
        return [row]
    from ita_docs.corpus.page.breaking import break_lines

    return ["".join(line) for line in break_lines(row, look.width, look.width, _columns)]


def _columns(piece: str) -> float:
    return sum(1 for character in piece if character not in _MARKS)
