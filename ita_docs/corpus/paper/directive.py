"""Orders and announcements (หนังสือสั่งการ, หนังสือประชาสัมพันธ์)."""

from __future__ import annotations

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Letter
from ita_docs.corpus.paper.blocks import Block, Part
from ita_docs.corpus.paper.external import closing_blocks

__all__ = ["announcement_blocks", "order_blocks"]


def order_blocks(letter: Letter, dice: Dice) -> list[Block]:
    """คำสั่ง, clause 16: title, number by year, subject, text, สั่ง ณ วันที่."""
    assert letter.number is not None
    number = letter.number.written(dice)
    if dice.chance(0.25):
        number = number.replace("/", " / ")
    head = [f"คำสั่ง{letter.sender.name}", f"ที่ {number}"]
    return _directive(letter, dice, [*head, f"เรื่อง {letter.subject}"])


def announcement_blocks(letter: Letter, dice: Dice) -> list[Block]:
    """ประกาศ, clause 20."""
    names = [letter.sender.name, *letter.sender.also_named]
    return _directive(letter, dice, [f"ประกาศ{max(names, key=len)}", f"เรื่อง {letter.subject}"])


def _directive(letter: Letter, dice: Dice, title: list[str]) -> list[Block]:
    blocks = [Block(Part.TITLE, rows=title), Block(Part.RULE)]
    blocks += [Block(Part.PARAGRAPH, paragraph.text) for paragraph in letter.body]
    blocks.append(Block(Part.PARAGRAPH, letter.ending))
    return [*blocks, *closing_blocks(letter, dice)]
