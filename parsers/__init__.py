"""Text to documents: the pages of one file in, its letters and attachments with evidence out."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.contract import Document
from parsers.page import Line, Page

__all__ = ["Document", "Line", "Page", "parse"]


def parse(pages: Sequence[Page]) -> list[Document]:
    """The documents of one file in page order, each value with its evidence.

    A part that cannot be read leaves its field empty; the file never fails for it.

    >>> head = ["ที่ อต ๐๐๑๗/๑๒", "๓ มกราคม ๒๕๖๘", "เรื่อง ทดสอบ", "เรียน นายอำเภอ ทุกอำเภอ"]
    >>> parse([Page(1, [Line(text) for text in head])])[0].date
    '2025-01-03'
    """
    from parsers.assemble import (
        documents_of,
    )  # loaded at the first letter: `ita-docs --help` needs none of it

    return documents_of(pages)
