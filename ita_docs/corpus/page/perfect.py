"""What a faultless reader would hand over: the gold lines of rendered pages as pages of lines."""

from __future__ import annotations

from ita_docs.corpus.page.render import RenderedFile, RenderedPage
from ita_docs.corpus.page.sheet import GoldLine
from parsers.page import Line, LineRole, Page, TextOrigin

__all__ = ["read_perfectly"]


def read_perfectly(file: RenderedFile) -> list[Page]:
    """Pages with boxes, top to bottom, left to right; what is lost after this is misunderstood."""
    return [
        Page(number, tuple(_lines(page)), TextOrigin.OCR, (595.3, 841.9))
        for number, page in enumerate(file.pages, 1)
    ]


def _lines(page: RenderedPage) -> list[Line]:
    ordered = sorted(page.lines, key=lambda line: (round(_middle(line) / 0.012), line.bbox[0]))
    return [Line(line.text, line.bbox, role=_role(line)) for line in ordered]


def _middle(line: GoldLine) -> float:
    return (line.bbox[1] + line.bbox[3]) / 2


def _role(line: GoldLine) -> LineRole:
    """A reader tells stamps and handwriting from print; page numbers it reads as print."""
    return LineRole(line.role) if line.role in ("stamp", "handwriting") else LineRole.PRINT
