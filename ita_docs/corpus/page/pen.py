"""Drawn marks: signatures as loops of a pen, and squares of dots in place of QR codes."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.page.typesetting import Ink

__all__ = ["draw_code", "scribble"]


def scribble(
    image: Image.Image, box: tuple[float, float, float, float], dice: Dice, ink: Ink = (24, 40, 120)
) -> None:
    """A signature inside `box` (pixels): a run of loops and a closing stroke."""
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    points = _loops(dice, dice.number(3, 6))
    path = [(x0 + px * width, y0 + (0.5 + py * 0.5) * height) for px, py in points]
    stroke = max(2, round(height / 28))
    ImageDraw.Draw(image).line(path, fill=ink, width=stroke, joint="curve")


def _loops(dice: Dice, loops: int) -> list[tuple[float, float]]:
    """Points in the unit strip: x from 0 to 1, y from -1 to 1."""
    points, steps = [], loops * 26
    sway, lean = dice.number(3, 9) / 10, dice.number(8, 20) / 100
    phase = dice.number(0, 62) / 10
    for step in range(steps):
        part = step / steps
        turn = part * loops * 2 * math.pi + phase
        fade = (1 - part) * sway + 0.12
        points.append((part * 0.8 + lean * math.cos(turn) * fade, math.sin(turn * 1.07) * fade))
    return [*points, (1.0, -0.35 if dice.chance(0.5) else 0.3)]


def draw_code(image: Image.Image, at: tuple[float, float], side: float, dice: Dice) -> None:
    """A square of 25 by 25 random modules with the three corner marks; it holds no message."""
    pen, (x0, y0), module = ImageDraw.Draw(image), at, side / 25
    for row in range(25):
        for column in range(25):
            if dice.chance(0.48):
                x, y = x0 + column * module, y0 + row * module
                pen.rectangle((x, y, x + module, y + module), fill=(10, 10, 10))
    for column, row in ((0, 0), (18, 0), (0, 18)):
        x, y = x0 + column * module, y0 + row * module
        for inset, ink in ((0, 10), (1, 255), (2, 10)):
            box = (x + inset * module, y + inset * module, x + (7 - inset) * module, y + (7 - inset) * module)
            pen.rectangle(box, fill=(ink, ink, ink))
