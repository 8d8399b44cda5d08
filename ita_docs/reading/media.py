"""What a file is, by its content; its name only ever raises a doubt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.errors import EmptyFile, FileTooLarge, NotWhatItSays, PageTooLarge, UnsupportedFile
from ita_docs.reading.encodings import looks_like_text

if TYPE_CHECKING:
    from ita_docs.settings import Settings

__all__ = [
    "JPEG",
    "LONGEST_SIDE",
    "MARKDOWN",
    "PDF",
    "PICTURES",
    "PLAIN",
    "PNG",
    "TIFF",
    "check_picture_size",
    "is_named_readable",
    "media_type",
    "other_ending",
]

PDF, PNG, JPEG, TIFF = "application/pdf", "image/png", "image/jpeg", "image/tiff"
PLAIN, MARKDOWN = "text/plain", "text/markdown"
PICTURES = frozenset({PNG, JPEG, TIFF})

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
)
_FOREIGN = (
    (b"PK\x03\x04", "ZIP or Office"),
    (b"\xd0\xcf\x11\xe0", "Office 97-2003"),
    (b"{\\rtf", "RTF"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"RIFF", "RIFF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
)
_CLAIMS = {".pdf": PDF, ".png": PNG, ".jpg": JPEG, ".jpeg": JPEG, ".tif": TIFF, ".tiff": TIFF}
_TEXTS = {".txt": PLAIN, ".text": PLAIN, ".md": MARKDOWN, ".markdown": MARKDOWN}


def media_type(path: Path, settings: Settings) -> str:
    """The media type of a file, such as `application/pdf`.

    Raises `EmptyFile`; `FileTooLarge` over `max_bytes`; `UnsupportedFile` for a kind that is not read;
    `NotWhatItSays` for text that calls itself a PDF or a picture.
    """
    size = path.stat().st_size
    if size == 0:
        raise EmptyFile(file=path.name)
    if size > settings.max_bytes:
        raise FileTooLarge(file=path.name, size=size, limit=settings.max_bytes)
    with path.open("rb") as stream:
        head = stream.read(4096)
    return _by_signature(head) or _as_text(path, head)


def is_named_readable(path: Path) -> bool:
    """Whether the name ends as those of files that are read.

    >>> [is_named_readable(Path(name)) for name in ("หนังสือ.PDF", "หนังสือ.docx")]
    [True, False]
    """
    return path.suffix.lower() in _CLAIMS | _TEXTS


def _by_signature(head: bytes) -> str | None:
    if b"%PDF-" in head[:1024]:
        return PDF
    return next((kind for mark, kind in _SIGNATURES if head.startswith(mark)), None)


def _as_text(path: Path, head: bytes) -> str:
    suffix = path.suffix.lower()
    is_text = looks_like_text(head)
    foreign = next((name for mark, name in _FOREIGN if head.startswith(mark)), None)
    if suffix in _CLAIMS:
        found = "text" if is_text else (foreign or "unknown data")
        raise NotWhatItSays(file=path.name, claimed=_CLAIMS[suffix], found=found)
    if suffix in _TEXTS and is_text:
        return _TEXTS[suffix]
    if suffix in _TEXTS:
        raise NotWhatItSays(file=path.name, claimed=_TEXTS[suffix], found=foreign or "unknown data")
    raise UnsupportedFile(foreign or suffix or "no ending", file=path.name)


def other_ending(path: Path, media: str) -> bool:
    """Whether the name's ending speaks of another kind than the content is."""
    suffix = path.suffix.lower()
    return (_CLAIMS | _TEXTS).get(suffix, media) != media


def check_picture_size(width: int, height: int, settings: Settings, *, file: str, page: int) -> None:
    """Refuse a page picture that no reader could hold: too many pixels, or a side OpenCV cannot warp."""
    if width * height > settings.max_pixels or max(width, height) > LONGEST_SIDE:
        raise PageTooLarge(file=file, page=page, width=width, height=height)


LONGEST_SIDE = 32_000
"""Pixels; OpenCV's geometric operations hold coordinates in 16 bits with a sign."""
