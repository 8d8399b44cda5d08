"""The archived original of a letter in the store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.errors import NotFound

if TYPE_CHECKING:
    from sqlmodel import Session

    from ita_docs.settings import Settings

__all__ = ["original_of"]


def original_of(session: Session, settings: Settings, letter: str) -> tuple[str, Path]:
    """The clerk's name for the file that holds a letter, and where its bytes lie.

    `letter` is an id or a number in any spelling. Raises `NotFound` for one that is only cited.
    """
    from sqlmodel import select

    from ita_docs.archive import Archive
    from ita_docs.knowledge.naming import one_letter
    from models import Document, SourceFile

    held, _ = one_letter(session, letter)
    query = select(SourceFile).join(Document).where(Document.id == held)
    file = session.exec(query).first() if held is not None else None
    if file is None:
        raise NotFound(letter)
    return file.name, Archive(settings.archive).find(file.sha256)
