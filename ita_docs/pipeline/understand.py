"""Reads one file and understands it: pages and documents, no database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from ita_docs.settings import Settings
    from parsers.contract import Document
    from parsers.page import Page

__all__ = ["Progress", "Understand", "Understood", "is_complete", "understand"]

Progress: TypeAlias = Callable[[int, int], None]
"""Told pages done and pages in all."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a file holds."""

    media_type: str
    text_origin: str
    pages: list[Page]
    documents: list[Document]
    warnings: list[str] = field(default_factory=list)


class Understand(Protocol):
    """Anything that can do what `understand` does: in a process of its own, or a quick one for tests."""

    def __call__(self, path: Path, progress: Progress) -> Understood:
        """Pages and documents of the file; raises `ItaDocsError`."""
        ...


def understand(path: Path, progress: Progress, settings: Settings) -> Understood:
    """Read and parse a file in this process."""
    from ita_docs.reading import read_file
    from parsers import parse

    read = read_file(path, settings=settings, progress=progress)
    origin, documents = str(read.text_origin), parse(read.pages)
    return Understood(read.media_type, origin, list(read.pages), documents, list(read.warnings))


def is_complete(path: Path, settings: Settings) -> bool:
    """Whether a file opens and its pages can be counted, so that no more of it is to be expected.

    A file that can be told to be bad for another reason (a password, a kind that is not read) is
    complete too: waiting would not mend it.
    """
    from ita_docs.errors import EmptyFile, TruncatedFile, UnreadableFile
    from ita_docs.reading.media import PDF, PICTURES, media_type
    from ita_docs.reading.pdf import count_pdf_pages
    from ita_docs.reading.pictures import count_picture_pages

    try:
        media = media_type(path, settings)
        if media == PDF:
            count_pdf_pages(path, settings)
        elif media in PICTURES:
            count_picture_pages(path, settings)
    except (EmptyFile, TruncatedFile, OSError):
        return False
    except UnreadableFile:
        return True
    return True
