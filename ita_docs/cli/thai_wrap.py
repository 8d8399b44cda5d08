"""Breaks Thai text into lines between words: Thai writes no spaces where a line may end."""

from __future__ import annotations

from itertools import pairwise

__all__ = ["wrap_thai"]


def wrap_thai(text: str, width: int) -> str:
    """The text in lines of at most `width` columns, broken between words where there is one to break at.

    >>> wrap_thai("เผยแพร่ข้อมูลสาธารณะ", 12)
    'เผยแพร่ข้อมูล\\nสาธารณะ'
    """
    from rich.cells import cell_len

    lines: list[str] = []
    line = ""
    for part in _parts(text):
        if part == "\n" or cell_len((line + part).rstrip()) > width:
            lines.append(line.rstrip())
            line = part.lstrip()
        else:
            line += part
    return "\n".join([*lines, line]).strip()


def _parts(text: str) -> list[str]:
    """The text cut at its words, nothing lost; unknown runs are cut between character clusters."""
    from ita_docs.knowledge.search.fold import fold_with_origin
    from ita_docs.knowledge.search.tokens import cover_places

    folded, origin = fold_with_origin(text)
    cuts = sorted({0, len(text), *(origin[place] for place in cover_places(folded))})
    parts = [text[start:end] for start, end in pairwise(cuts)]
    return [piece for part in parts for piece in _at_breaks(part)]


def _at_breaks(part: str) -> list[str]:
    pieces = part.replace("\n", "\x00\n\x00").split("\x00")
    return [piece for piece in pieces if piece]
