"""Rubber stamps: the receiving stamp's box, and the round seal of a stamped letter."""

from __future__ import annotations

from PIL import Image, ImageDraw

from ita_docs.corpus.letter import Stamp
from ita_docs.corpus.numerals import on_paper
from ita_docs.corpus.page.pen import scribble
from ita_docs.corpus.page.setter import Setter
from ita_docs.corpus.page.sheet import Sheet
from ita_docs.corpus.page.typesetting import Ink
from ita_docs.corpus.paper.blocks import Block

__all__ = ["draw_seal", "draw_stamp"]

_INKS: tuple[Ink, ...] = ((38, 58, 158), (180, 30, 48), (60, 40, 130), (30, 30, 34))


def draw_stamp(setter: Setter, sheet: Sheet, stamp: Stamp, place: int) -> None:
    """A receiving stamp at the top right, a little askew; its lines become gold with the role `stamp`."""
    dice, ts = setter.dice, setter.typesetter
    ink = dice.weighted({_INKS[0]: 5, _INKS[1]: 3, _INKS[2]: 2, _INKS[3]: 1})
    rows = stamp_lines(stamp)
    width = max(ts.cm(4.6), max(ts.width(row, 14, bold=n == 0) for n, row in enumerate(rows)) + ts.cm(0.5))
    height = ts.cm(0.35) + ts.pixels(18.5) * len(rows)
    layer = Image.new("RGBA", (round(width), round(height)), (255, 255, 255, 0))
    ImageDraw.Draw(layer).rectangle(
        (2, 2, width - 4, height - 4), outline=(*ink, 235), width=max(2, round(ts.pixels(1)))
    )
    boxes = []
    for n, row in enumerate(rows):
        x = (width - ts.width(row, 14, bold=True)) / 2 if n == 0 else ts.cm(0.22)
        at = (x, ts.pixels(18.5) * (n + 0.92))
        ts.draw(layer, at, row, 14, bold=n == 0, ink=ink)
        boxes.append((row, ts.ink_box(at, row, 14, bold=n == 0)))
    left = sheet.width - width - ts.cm(dice.number(6, 14) / 10)
    top = ts.cm(dice.number(5, 11) / 10) + place * (height + ts.cm(0.3))
    angle = dice.number(-28, 28) / 10
    turned = layer.rotate(angle, resample=Image.Resampling.BICUBIC, expand=True)
    sheet.image.paste(turned, (round(left), round(top)), turned)
    for row, (x0, y0, x1, y1) in boxes:
        sheet.keep(row, (left + x0, top + y0, left + x1, top + y1), "stamp", role="stamp")


def stamp_lines(stamp: Stamp) -> list[str]:
    """What the stamp prints: office, number, day, hour, with dotted leaders."""
    number = on_paper(stamp.number or "", stamp.numerals)
    day = on_paper(stamp.written_day, stamp.numerals)
    hour = on_paper((stamp.time or "").replace(":", "."), stamp.numerals)
    return [stamp.office, f"เลขรับ.....{number}.....", f"วันที่...{day}...", f"เวลา....{hour}....น."]


def draw_seal(setter: Setter, block: Block) -> None:
    """The sender's seal: a double ring with the name under it, the date, and initials across."""
    ts, sheet = setter.typesetter, setter.sheet
    middle, radius = sheet.width * 0.58, ts.cm(1.9)
    setter.down(0.6)
    top = sheet.y
    name, day = block.rows[0], block.rows[-1]
    setter.sheet.y += ts.cm(0.2)
    setter.centre(name, middle, setter.advance() + radius * 0.5, block.part)
    setter.centre(day, middle, setter.advance() + radius * 0.5, "sealed date")
    y, pen = top + radius, ImageDraw.Draw(sheet.image)
    for ring in (radius, radius * 0.9):
        pen.ellipse(
            (middle - ring, y - ring, middle + ring, y + ring),
            outline=(180, 40, 54),
            width=max(2, round(ts.pixels(0.9))),
        )
    scribble(
        sheet.image, (middle - ts.cm(0.2), y + ts.cm(0.55), middle + ts.cm(1.5), y + ts.cm(1.3)), setter.dice
    )
    sheet.y = max(sheet.y, y + radius)
