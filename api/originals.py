"""Originals out of the archive, so that a browser neither runs nor guesses at what a letter brought in."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from fastapi.responses import FileResponse

from api.headers import SANDBOX_POLICY
from api.uploads import safe_name
from ita_docs.archive import Archive
from ita_docs.settings import Settings
from models import SourceFile

__all__ = ["original_path", "serve_original"]

_SERVED = {
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/tiff": ".tif",
    "text/plain": ".txt",
    "text/markdown": ".md",
}


def original_path(settings: Settings, source: SourceFile) -> Path:
    """Where the original lies.

    Raises:
        NotFound: the archive does not hold it.
    """
    return Archive(settings.archive).find(source.sha256)


def serve_original(settings: Settings, source: SourceFile) -> FileResponse:
    """The original as a download, sandboxed, of no other type than those that are read."""
    path = original_path(settings, source)
    kind = source.media_type if source.media_type in _SERVED else "application/octet-stream"
    name = quote(safe_name(source.name))
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
        "Content-Security-Policy": SANDBOX_POLICY,
        "Cache-Control": "private, no-cache",
        "ETag": f'"{source.sha256}"',
    }
    return FileResponse(path, media_type=kind, headers=headers)
