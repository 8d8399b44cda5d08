"""One page of a scan, from file to lines: opened, made a picture, read by an engine, put in order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.reading.engine import PageImage, PageReading
from ita_docs.reading.media import PDF
from parsers.page import Line, Page, TextOrigin

if TYPE_CHECKING:
    from ita_docs.reading.engine import PageReader
    from ita_docs.settings import Settings

__all__ = ["page_image", "read_scan_page"]


def page_image(path: Path, media: str, number: int, settings: Settings) -> PageImage:
    """Page `number` (from 1) of a PDF or picture file as pixels."""
    if media != PDF:
        from ita_docs.reading.pictures import picture_page

        return picture_page(path, number, settings)
    from ita_docs.reading.pdf import opened_pdf, pdf_page
    from ita_docs.reading.pdf_facts import look_at

    with opened_pdf(path) as document:
        page = document[number - 1]
        return pdf_page(page, look_at(page), path, number, settings)


def read_scan_page(
    path: Path, media: str, number: int, reader: PageReader, settings: Settings
) -> tuple[Page, tuple[str, ...]]:
    """The lines of one page, and what a person should know about the reading."""
    image = page_image(path, media, number, settings)
    reading = reader.read_page(image)
    size = image.size[::-1] if reading.turned in (90, 270) else image.size
    return Page(number, _clean(reading), TextOrigin.OCR, size, reading.turned), reading.warnings


def _clean(reading: PageReading) -> tuple[Line, ...]:
    return tuple(_encodable(line) for line in reading.lines if line.text.strip())


def _encodable(line: Line) -> Line:
    """The line with half characters, which no file or database can hold, shown as U+FFFD."""
    try:
        line.text.encode("utf-8")
    except UnicodeEncodeError:
        text = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in line.text)
        return replace(line, text=text, confidence=0.0)
    return line
