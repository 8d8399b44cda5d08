"""One page's lines as the operators of an invisible text layer."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from ita_docs.export_pdf.glyphless import ADVANCE, encoded
from ita_docs.export_pdf.placement import Placement
from parsers.page import Line, Page

__all__ = ["FONT", "text_operators"]

FONT = "ItaDocsGlyphless"
_INVISIBLE = b"3 Tr"
_SIZE, _RISE = 0.8, 0.22
"""Size of type and height of the baseline over the lower edge, in heights of a line's box."""


class _Word(NamedTuple):
    text: str
    left: float
    right: float


def text_operators(page: Page, placement: Placement) -> bytes:
    """Content stream for all lines of a page that have a place."""
    parts = [b"q", b"BT", _INVISIBLE]
    for line in page.lines:
        if line.bbox and line.text.strip():
            parts.extend(_line(line, placement))
    return b"\n".join([*parts, b"ET", b"Q"])


def _line(line: Line, placement: Placement) -> Iterator[bytes]:
    """Each word at its own place and width, the space after it included, so that copies keep it."""
    assert line.bbox is not None
    _, top, _, bottom = line.bbox
    height = placement.length_down(bottom - top)
    size = max(_SIZE * height, 1.0)
    baseline = bottom - _RISE * (bottom - top)
    for word in _words(line):
        x, y = placement.point(word.left, baseline)
        wide = placement.length_across(word.right - word.left)
        stretch = 100 * wide / (ADVANCE * size * len(word.text)) if wide > 0 else 100
        cos, sin = math.cos(placement.angle), math.sin(placement.angle)
        matrix = f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x:.2f} {y:.2f} Tm"
        yield f"/{FONT} {size:.2f} Tf {stretch:.2f} Tz {matrix}".encode()
        yield encoded(word.text) + b" Tj"


def _words(line: Line) -> Iterator[_Word]:
    """The words of a line with their left and right edge; each but the last reaches to the next."""
    assert line.bbox is not None
    text, (x0, _, x1, _) = line.text, line.bbox
    edges = line.char_edges or tuple(x0 + (x1 - x0) * place / len(text) for place in range(len(text) + 1))
    for match in re.finditer(r"\S+\s*", text):
        yield _Word(re.sub(r"\s+", " ", match.group()), edges[match.start()], edges[match.end()])
