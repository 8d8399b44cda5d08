"""Regulations, certificates, news and minutes on paper."""

from __future__ import annotations

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Letter
from ita_docs.corpus.paper.blocks import Block, Part
from ita_docs.corpus.paper.external import closing_blocks
from ita_docs.corpus.thai_dates import long_day

__all__ = ["certificate_blocks", "minutes_blocks", "news_blocks", "regulation_blocks"]


def _body(letter: Letter) -> list[Block]:
    return [Block(Part.PARAGRAPH, paragraph.text) for paragraph in letter.body]


def regulation_blocks(letter: Letter, dice: Dice) -> list[Block]:
    """ระเบียบ, clause 18: a title of three lines, a rule, ข้อ by ข้อ."""
    title = Block(Part.TITLE, rows=letter.printed["title"].split("\n"))
    ending = Block(Part.PARAGRAPH, letter.ending)
    return [title, Block(Part.RULE), *_body(letter), ending, *closing_blocks(letter, dice)]


def certificate_blocks(letter: Letter, dice: Dice) -> list[Block]:
    """หนังสือรับรอง, clause 24: เลขที่ at the left, the office at the right."""
    assert letter.number is not None
    head = [Block(Part.NUMBER, f"เลขที่ {letter.number.canonical}")]
    head.append(Block(Part.OFFICE, rows=[letter.sender.letterhead, *letter.sender.address]))
    if dice.chance(0.5):
        head.append(Block(Part.TITLE, rows=["หนังสือรับรอง"]))
    ending = Block(Part.PARAGRAPH, letter.ending)
    return [*head, *_body(letter), ending, *closing_blocks(letter, dice)]


def news_blocks(letter: Letter, dice: Dice) -> list[Block]:
    """ข่าว, clause 22: subject, text, and at the foot the office and the day."""
    title = Block(Part.TITLE, rows=["ข่าว", f"เรื่อง {letter.subject}"])
    foot = Block(Part.SEAL, rows=[letter.sender.name, long_day(letter.day)])
    return [title, *_body(letter), Block(Part.PARAGRAPH, letter.ending), foot]


def minutes_blocks(letter: Letter, dice: Dice) -> list[Block]:
    """รายงานการประชุม, clause 25: title, who came, the agenda, who wrote it down."""
    title = Block(Part.TITLE, rows=letter.printed["title"].split("\n"))
    lines = [Block(Part.LINE, paragraph.text) for paragraph in letter.body]
    return [title, *lines, Block(Part.LINE, letter.ending)]
