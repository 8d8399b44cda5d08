"""PDF files: refused where they cannot be read whole, looked at page by page, rendered where needed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.errors import EncryptedFile, NoPages, PageTooLarge, TooManyPages, TruncatedFile, UnreadableFile
from ita_docs.reading.engine import PageImage
from ita_docs.reading.media import LONGEST_SIDE, check_picture_size
from ita_docs.reading.resolution import render_scale

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

    from ita_docs.reading.pdf_facts import PageFacts
    from ita_docs.settings import Settings

__all__ = ["count_pdf_pages", "opened_pdf", "pdf_page"]

_TAIL = 4096
_PADDING = b"\x00\t\n\x0c\r "


def count_pdf_pages(path: Path, settings: Settings) -> int:
    """How many pages a PDF has; raises for one cut off, encrypted, empty, too long or with a giant page."""
    _refuse_cut_off(path)
    with opened_pdf(path) as document:
        count = len(document)
        if count == 0:
            raise NoPages(file=path.name)
        if count > settings.max_pages:
            raise TooManyPages(file=path.name, pages=count, limit=settings.max_pages)
        for index in range(count):
            _refuse_giant(document.get_page_size(index), settings, path, index + 1)
        return count


@contextlib.contextmanager
def opened_pdf(path: Path) -> Iterator[PdfDocument]:
    """The PDF in pdfium, closed afterwards."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise _open_error(error, path) from error
    try:
        yield document
    finally:
        document.close()


def _open_error(error: Exception, path: Path) -> UnreadableFile:
    """Why pdfium failed, asked of qpdf: pdfium keeps the code of an earlier failure where it has none."""
    import pikepdf

    try:
        with pikepdf.open(path) as document:
            empty = len(document.pages) == 0
    except pikepdf.PasswordError:
        return EncryptedFile(file=path.name)
    except pikepdf.PdfError as damage:
        return TruncatedFile(str(damage).removeprefix(f"{path}: "), file=path.name)
    return NoPages(file=path.name) if empty else TruncatedFile(str(error), file=path.name)


def _refuse_cut_off(path: Path) -> None:
    """A PDF ends with `%%EOF`; pdfium would open what is left of a cut one and lose pages without a word."""
    with path.open("rb") as stream:
        stream.seek(0, 2)
        stream.seek(max(0, stream.tell() - _TAIL))
        tail = stream.read().rstrip(_PADDING)
    if b"%%EOF" not in tail[-1024:]:
        raise TruncatedFile("no %%EOF at the end", file=path.name)


def _refuse_giant(size: tuple[float, float], settings: Settings, path: Path, page: int) -> None:
    """Judged by the size at the normal resolution, although it would be rendered smaller."""
    width, height = (round(side * settings.dpi / 72) for side in size)
    if max(width, height) > LONGEST_SIDE or width * height > settings.max_pixels:
        raise PageTooLarge(file=path.name, page=page, width=width, height=height)
    if min(width, height) < 1:
        raise TruncatedFile("page without an area", file=path.name, page=page)


def pdf_page(page: PdfPage, facts: PageFacts, path: Path, number: int, settings: Settings) -> PageImage:
    """The picture of a page at the resolution of its own full-page scan, or at `dpi`."""
    import numpy as np

    for width, height in facts.picture_pixels:
        check_picture_size(width, height, settings, file=path.name, page=number)
    scale = render_scale(facts.size, facts.native_dpi, settings.dpi)
    bitmap = page.render(scale=scale, grayscale=not facts.coloured, rev_byteorder=True, prefer_bgrx=False)
    pixels = np.array(bitmap.to_numpy())
    bitmap.close()
    return PageImage(pixels[..., :3] if pixels.ndim == 3 else pixels, scale * 72, facts.size)
