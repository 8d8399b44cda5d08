"""Text files: every line as it stands, a form feed begins a page."""

from __future__ import annotations

import re
from pathlib import Path

from ita_docs.errors import NotWhatItSays
from ita_docs.reading.encodings import decode_text
from parsers.page import Line, Page, TextOrigin

__all__ = ["pages_of_text", "read_text"]

_NEWLINE = re.compile(r"\r\n|\n|\r")


def read_text(path: Path) -> list[Page]:
    """The pages of a `.txt` or `.md` file."""
    try:
        text, _ = decode_text(path.read_bytes())
    except ValueError as error:
        raise NotWhatItSays(file=path.name, claimed="text", found="unknown data") from error
    return pages_of_text(text)


def pages_of_text(text: str) -> list[Page]:
    r"""Pages of lines; empty lines stay, so that a line's number is the one an editor shows.

    >>> [[line.text for line in page.lines] for page in pages_of_text("ก\n\nข\fค\n")]
    [['ก', '', 'ข'], ['ค']]
    """
    sheets = text.split("\f")
    if len(sheets) > 1 and not sheets[-1].strip():
        sheets.pop()
    return [Page(number, _lines(sheet), TextOrigin.PLAIN) for number, sheet in enumerate(sheets, 1)]


def _lines(sheet: str) -> tuple[Line, ...]:
    lines = _NEWLINE.split(sheet)
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    return tuple(Line(line) for line in lines)
