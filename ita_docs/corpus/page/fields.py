"""Header fields: a label, and words that hang after it."""

from __future__ import annotations

from dataclasses import replace

from PIL import ImageDraw

from ita_docs.corpus.page.setter import Setter
from ita_docs.corpus.page.sheet import Sheet
from ita_docs.corpus.paper.blocks import Block

__all__ = ["set_field", "set_memo_line"]


def set_field(setter: Setter, block: Block) -> None:
    """เรื่อง, เรียน, อ้างถึง, สิ่งที่ส่งมาด้วย: the label, and items that hang after it."""
    setter.down(0.3)
    gap = setter.typesetter.width(f"{block.label}  ", setter.style.size)
    for place, row in enumerate(block.rows):
        _row(setter, block, row, gap, labelled=place == 0)


def _row(setter: Setter, block: Block, row: str, gap: float, *, labelled: bool) -> None:
    if not setter.room(2):
        setter.turn(row)
    number, mark, _ = row.partition(" ")
    numbered = number.endswith(".") and len(number) < 4 and mark
    hang = gap + (setter.typesetter.width(f"{number} ", setter.style.size) if numbered else 0)
    sheet, before, baseline = setter.sheet, len(setter.sheet.lines), setter.sheet.y + setter.leading
    setter.paragraph(row.replace("\t", " "), block.part, first=gap, hang=hang)
    if labelled:
        _label(setter, sheet, before, baseline, block.label)


def _label(
    setter: Setter,
    sheet: Sheet,
    place: int,
    baseline: float,
    label: str,
    *,
    size: float = 0,
    bold: bool = False,
) -> None:
    """Draw the label before the line that stands at `place`; both become one gold line."""
    points = size or setter.style.size
    at = (setter.left, baseline)
    setter.typesetter.draw(sheet.image, at, label, points, bold=bold)
    _, y0, _, y1 = setter.typesetter.ink_box(at, label, points, bold=bold)
    line = sheet.lines[place]
    top, bottom = min(line.bbox[1], y0 / sheet.height), max(line.bbox[3], y1 / sheet.height)
    box = (setter.left / sheet.width, top, line.bbox[2], bottom)
    sheet.lines[place] = replace(line, text=f"{label} {line.text}", bbox=box, label=label)


def set_memo_line(setter: Setter, block: Block) -> None:
    """A bold label of a memo and its words on a dotted rule."""
    gap = setter.typesetter.width(f"{block.label}  ", 18, bold=True)
    sheet, before, baseline = setter.sheet, len(setter.sheet.lines), setter.sheet.y + setter.leading
    setter.paragraph(block.rows[0], block.part, first=gap, hang=gap)
    _label(setter, sheet, before, baseline, block.label, size=18, bold=True)
    _dots(setter, setter.left + gap, setter.sheet.y + setter.typesetter.pixels(2.5))


def _dots(setter: Setter, x: float, y: float) -> None:
    pen, ts = ImageDraw.Draw(setter.sheet.image), setter.typesetter
    step, dot = ts.pixels(2.6), max(1.0, ts.pixels(0.3))
    while x < setter.right:
        pen.ellipse((x - dot, y - dot, x + dot, y + dot), fill=(60, 60, 60))
        x += step
