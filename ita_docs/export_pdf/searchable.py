"""Writes the original with an invisible text layer on every page that is a picture."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.errors import UnsupportedFile
from ita_docs.export_pdf.glyphless import glyphless_font
from ita_docs.export_pdf.placement import Placement
from ita_docs.export_pdf.text_layer import FONT, text_operators
from ita_docs.reading.media import PDF, PICTURES, media_type
from parsers.page import Page, TextOrigin

if TYPE_CHECKING:
    import pikepdf

    from ita_docs.reading.files import Progress
    from ita_docs.settings import Settings

__all__ = ["add_text_layer", "write_searchable_pdf"]


def write_searchable_pdf(
    source: str | Path,
    target: str | Path,
    *,
    pages: Sequence[Page] | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> None:
    """Write `source` (a PDF or picture) to `target` as a PDF in which our reading can be searched and copied.

    `pages` is the reading; the file is read now if not given. Pages with a sound text layer of their own stay
    as they are; a text layer that somebody else's recogniser put under a scan is taken out. Raises
    `UnsupportedFile` for text files.
    """
    import pikepdf

    from ita_docs.reading import read_file
    from ita_docs.settings import Settings

    source, settings = Path(source), settings or Settings()
    media = media_type(source, settings)
    if media != PDF and media not in PICTURES:
        raise UnsupportedFile(media, file=source.name)
    if pages is None:
        pages = read_file(source, settings=settings, progress=progress).pages
    with pikepdf.open(source if media == PDF else _as_pdf(source)) as pdf:
        add_text_layer(pdf, pages)
        _save(pdf, Path(target))


def add_text_layer(pdf: pikepdf.Pdf, pages: Sequence[Page]) -> None:
    """Put the layer of each read page onto the page of the same number."""
    from pikepdf import Name

    from ita_docs.export_pdf.foreign_layer import without_hidden_text

    font = glyphless_font(pdf)
    for read in pages:
        if read.origin is not TextOrigin.OCR:
            continue
        page = pdf.pages[read.number - 1]
        without_hidden_text(pdf, page)
        placement = Placement(_visible_box(page), int(page.get("/Rotate", 0)) + read.turned)
        page.add_resource(font, Name.Font, Name(f"/{FONT}"))
        page.contents_add(b"q", prepend=True)
        page.contents_add(b"Q\n" + text_operators(read, placement))


def _visible_box(page: pikepdf.Page) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(value) for value in page.cropbox)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _as_pdf(picture: Path) -> io.BytesIO:
    """A PDF that holds the picture file's frames without loss."""
    import img2pdf

    return io.BytesIO(img2pdf.convert(str(picture), rotation=img2pdf.Rotation.ifvalid))


def _save(pdf: pikepdf.Pdf, target: Path) -> None:
    """Whole or not at all: written beside the target and renamed."""
    unfinished = target.with_name(f".{target.name}.part")
    pdf.save(unfinished, deterministic_id=True)
    unfinished.replace(target)
