"""Where words that a flag quotes stand on paper, for values that have no place of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from models import Document, Page

__all__ = ["on_paper"]

JSON = dict[str, Any]
_LOOSE = re.compile(r"[\s.…]+")
_FEWEST = 4


def on_paper(session: Session, document: Document, words: object) -> JSON | None:
    """The first line of a document that holds the words; spaces and dots do not matter.

    The place is as provenance gives it, without a confidence; None for words too short to tell apart.
    """
    wanted = _folded(str(words or ""))
    if len(wanted) < _FEWEST:
        return None
    query = (
        select(Page)
        .where(
            col(Page.source_file_id) == document.source_file_id,
            col(Page.number).between(document.first_page, document.last_page),
        )
        .order_by(col(Page.number))
    )
    return _first(session.execute(query).scalars(), wanted)


def _first(pages: Iterable[Page], wanted: str) -> JSON | None:
    for page in pages:
        for number, line in enumerate(page.lines or [], 1):
            if wanted in _folded(str(line["text"])):
                place = {"page": page.number, "line": number, "confidence": None}
                return place | {"text": line["text"], "bbox": line["bbox"]}
    return None


def _folded(text: str) -> str:
    """
    >>> _folded("ที่ นภ ๐๐๑๘.๑/ว ....")
    'ที่นภ๐๐๑๘๑/ว'
    """
    return _LOOSE.sub("", text)
