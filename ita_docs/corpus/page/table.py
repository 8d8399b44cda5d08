"""Table rows: cells side by side, each wrapped in its column, with or without rules."""

from __future__ import annotations

from itertools import pairwise

from PIL import ImageDraw

from ita_docs.corpus.page.breaking import break_lines
from ita_docs.corpus.page.setter import Setter
from ita_docs.corpus.paper.blocks import Block

__all__ = ["set_row"]

_WIDTHS = {2: (3.7,), 3: (1.1, 6.6), 4: (1.1, 5.2, 4.6)}
"""Centimetres of all columns but the last, which takes the rest."""


def set_row(setter: Setter, block: Block) -> None:
    """One row of a table, its columns by how many cells it has."""
    edges = _edges(setter, len(block.rows))
    pad = setter.typesetter.cm(0.15)
    cells = [
        break_lines(text, right - left - 2 * pad, right - left - 2 * pad, setter.measure())
        for text, (left, right) in zip(block.rows, pairwise(edges), strict=True)
    ]
    height = max(len(cell) for cell in cells)
    if not setter.room(height + 0.4):
        setter.turn()
    top = setter.sheet.y
    for cell, left in zip(cells, edges, strict=False):
        for place, pieces in enumerate(cell, 1):
            baseline = top + setter.leading * (place + (0.12 if setter.style.ruled else 0.0))
            setter.sheet.put("".join(pieces), left + pad, baseline, block.part, size=setter.style.size)
    setter.down(height + (0.3 if setter.style.ruled else 0.0))
    if setter.style.ruled:
        below = setter.leading * 0.24
        _rules(setter, edges, top + below, setter.sheet.y + below)


def _edges(setter: Setter, cells: int) -> list[float]:
    edges = [setter.left]
    for width in _WIDTHS[cells]:
        edges.append(edges[-1] + setter.typesetter.cm(width))
    return [*edges, setter.right]


def _rules(setter: Setter, edges: list[float], top: float, bottom: float) -> None:
    pen, width = ImageDraw.Draw(setter.sheet.image), max(1, round(setter.typesetter.pixels(0.5)))
    for y in (top, bottom):
        pen.line((edges[0], y, edges[-1], y), fill=(20, 20, 20), width=width)
    for x in edges:
        pen.line((x, top, x, bottom), fill=(20, 20, 20), width=width)
