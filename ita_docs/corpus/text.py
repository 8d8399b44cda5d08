"""A file's papers as plain text, as a text export or a clean reading gives them."""

from __future__ import annotations

from collections.abc import Iterable

from ita_docs.corpus.letter import Stamp
from ita_docs.corpus.paper.blocks import Block, Paper, Part

__all__ = ["block_lines", "paper_text", "papers_text", "stamp_rows"]


def papers_text(papers: Iterable[Paper]) -> str:
    """All documents of a file, a form feed between them."""
    return "\f".join(paper_text(paper) for paper in papers)


def paper_text(paper: Paper) -> str:
    """One document: a line a paragraph, the blocks in page order, stamps after the letterhead."""
    lines: list[str] = []
    stamped = False
    for block in paper.blocks:
        lines.extend(block_lines(block))
        if block.part in (Part.NUMBER, Part.TITLE) and paper.stamps and not stamped:
            lines += [row for stamp in paper.stamps for row in ("", *stamp_rows(stamp), "")]
            stamped = True
    return "\n".join(lines).replace("\t", " ").strip() + "\n"


def stamp_rows(stamp: Stamp) -> list[str]:
    """The lines of a receiving stamp."""
    return [
        stamp.office,
        f"เลขรับ {stamp.number or ''}".rstrip(),
        f"วันที่ {stamp.written_day}".rstrip(),
        f"เวลา {stamp.time or ''}".rstrip(),
    ]


def block_lines(block: Block) -> list[str]:
    """The lines of one block, an empty one before most."""
    match block.part:
        case Part.FIELD | Part.COPIES:
            return ["", f"{block.label} {block.rows[0]}", *block.rows[1:]]
        case Part.MEMO_LINE:
            return [f"{block.label} {block.rows[0]}"]
        case Part.PARAGRAPH | Part.DATE | Part.CLOSING:
            return ["", block.text]
        case Part.ROW:
            return [" ".join(block.rows)]
        case Part.RULE:
            return [""]
        case Part.TITLE | Part.OFFICE | Part.SIGNATURE | Part.OWNER | Part.SEAL | Part.ENDORSEMENT:
            return ["", *block.rows]
        case _:
            return ["", block.text]
