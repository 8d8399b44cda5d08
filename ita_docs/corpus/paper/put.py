"""Put a letter on paper: choose the form, turn the digits, write the gold."""

from __future__ import annotations

from collections.abc import Callable

from ita_docs.corpus.data_files import vocabulary
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Letter
from ita_docs.corpus.numerals import Numerals, arabic, on_paper, spaced
from ita_docs.corpus.paper.blocks import Block, Paper, Part
from ita_docs.corpus.paper.directive import announcement_blocks, order_blocks
from ita_docs.corpus.paper.external import external_blocks, memo_blocks, stamped_blocks
from ita_docs.corpus.paper.gold import letter_gold
from ita_docs.corpus.paper.records import (
    certificate_blocks,
    minutes_blocks,
    news_blocks,
    regulation_blocks,
)

__all__ = ["put_on_paper", "turn_digits"]

_FORMS: dict[str, Callable[[Letter, Dice], list[Block]]] = {
    "external_letter": external_blocks,
    "stamped_letter": stamped_blocks,
    "memo": memo_blocks,
    "order": order_blocks,
    "announcement": announcement_blocks,
    "regulation": regulation_blocks,
    "certificate": certificate_blocks,
    "news": news_blocks,
    "minutes": minutes_blocks,
}
_GARUDA = {"memo": "small", "news": "none", "minutes": "none"}


def put_on_paper(letter: Letter) -> Paper:
    """The letter's printed form. The same letter gives the same paper each time."""
    blocks = _FORMS[letter.kind](letter, Dice(f"paper {letter.id}"))
    _lay_over(letter, blocks)
    text = arabic("\n".join(piece for block in blocks for piece in (block.text, *block.rows)))
    gold = letter_gold(letter, text)
    gold["id"] = letter.id
    turn_digits(blocks, letter.numerals)
    return Paper(letter.id, blocks, gold, list(letter.stamps), _GARUDA.get(letter.kind, "large"))


def _lay_over(letter: Letter, blocks: list[Block]) -> None:
    """What others add to a letter that came in (เกษียน), and the square of a QR code at its foot."""
    dice, parts = Dice(f"over {letter.id}"), [block.part for block in blocks]
    if letter.enclosures and Part.OWNER in parts and dice.chance(0.15):
        caption = dice.pick(("QR Code สิ่งที่ส่งมาด้วย", "สิ่งที่ส่งมาด้วย", "QR Code", "ดาวน์โหลดเอกสาร"))
        blocks.insert(parts.index(Part.OWNER) + 1, Block(Part.QR, caption))
    if letter.stamps and Part.CLOSING in parts and dice.chance(0.15):
        head, *notes = dice.pick(vocabulary()["endorsements"])
        rows = [f"เรียน {head}", *(f"- {note}" for note in notes)]
        blocks.insert(parts.index(Part.CLOSING), Block(Part.ENDORSEMENT, rows=rows))


def turn_digits(blocks: list[Block], numerals: Numerals) -> None:
    """Write every block's digits as the document does."""
    for block in blocks:
        block.text = on_paper(spaced(block.text), numerals)
        block.rows = [on_paper(spaced(row), numerals) for row in block.rows]
