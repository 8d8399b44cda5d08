"""From a file to the JSON of its documents, without a database."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ita_docs.reading import ReadFile
    from ita_docs.settings import Settings
    from parsers.contract import Document

__all__ = ["as_json", "parse_file"]

Progress = Callable[[int, int], None]


def parse_file(
    path: Path, *, settings: Settings | None = None, progress: Progress | None = None
) -> dict[str, Any]:
    """Read and understand one file.

    `progress(done, total)` is called after each page. Returns `{"source": ..., "documents": [...]}`;
    raises `UnreadableFile` where the file as a whole cannot be read.
    """
    from ita_docs.reading import read_file
    from parsers import parse

    read = read_file(path, settings=settings, progress=progress)
    return as_json(read, parse(read.pages))


def as_json(read: ReadFile, documents: list[Document]) -> dict[str, Any]:
    """The parse of one file as plain JSON values."""
    source = {
        "name": read.name,
        "sha256": read.sha256,
        "media_type": read.media_type,
        "pages": len(read.pages),
        "text_origin": str(read.text_origin),
        "warnings": list(read.warnings),
    }
    return {"source": source, "documents": [document.to_json() for document in documents]}
