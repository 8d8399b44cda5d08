"""What stands at a letter's foot: closing, signature, owner, slogan, remarks of those who received it."""

from __future__ import annotations

from ita_docs.corpus.page.hand import draw_hand
from ita_docs.corpus.page.pen import draw_code, scribble
from ita_docs.corpus.page.setter import Setter
from ita_docs.corpus.paper.blocks import Block

__all__ = ["set_closing", "set_endorsement", "set_owner", "set_qr", "set_signature", "set_slogan"]


def _middle(setter: Setter) -> float:
    return setter.sheet.width * 0.56


def set_closing(setter: Setter, block: Block) -> None:
    setter.down(0.5)
    setter.centre(block.text, _middle(setter), setter.advance(), block.part)


def set_signature(setter: Setter, block: Block) -> None:
    if not setter.room(2 + len(block.rows)):
        setter.turn(block.rows[0])
    middle, top = _middle(setter), setter.sheet.y + setter.leading * 0.5
    setter.down(2.1)
    wide = setter.typesetter.cm(1.7)
    if not any("...." in row for row in block.rows):
        low = setter.sheet.y + setter.leading * 0.2
        scribble(setter.sheet.image, (middle - wide, top, middle + wide, low), setter.dice)
    widest = max(setter.typesetter.width(row, setter.style.size) for row in block.rows)
    setter.signature_left = middle - widest / 2
    for row in block.rows:
        setter.centre(row, middle, setter.advance(), block.part)


def set_owner(setter: Setter, block: Block) -> None:
    needed = len(block.rows) + 0.8 + setter.below
    end = setter.sheet.height - setter.typesetter.cm(setter.style.bottom)
    widest = max(setter.typesetter.width(row, setter.style.size) for row in block.rows)
    beside = setter.left + widest < setter.signature_left - setter.typesetter.cm(0.4)
    if not setter.room(needed) and not beside:
        if not setter.room(needed - setter.typesetter.cm(1.1) / setter.leading):
            setter.turn()
    elif not setter.room(needed) or setter.dice.chance(0.35):
        setter.sheet.y = end - needed * setter.leading
    setter.down(0.8)
    for row in block.rows:
        setter.sheet.put(row, setter.left, setter.advance(), block.part, size=setter.style.size)


def set_slogan(setter: Setter, block: Block) -> None:
    setter.down(0.2)
    if setter.sheet.y + setter.leading > setter.sheet.height - setter.typesetter.cm(0.9):
        setter.turn()
    baseline = setter.advance()
    setter.centre(block.text, setter.sheet.width / 2, baseline, block.part, bold=setter.dice.chance(0.5))


def set_endorsement(setter: Setter, block: Block) -> None:
    """Pen marks of the office that received the letter, at the left beside the signature."""
    pen = setter.hand or draw_hand(setter.typesetter, setter.dice)
    if pen is not None:
        baseline = setter.sheet.y + setter.leading * 2
        for place, row in enumerate(block.rows):
            pen.note(setter.sheet, row, setter.left * 0.5, baseline + place * setter.leading, block.part)


def set_qr(setter: Setter, block: Block) -> None:
    """A square of random dots that no telephone reads, and its caption."""
    if not setter.room(4.2):
        setter.turn()
    side = setter.leading * 2.6
    x = setter.right - side - setter.typesetter.cm(1.2)
    draw_code(setter.sheet.image, (x, setter.sheet.y + setter.leading * 0.5), side, setter.dice)
    setter.down(3.4)
    setter.centre(block.text, x + side / 2, setter.advance(), block.part, size=13)
