"""How each block of a document is set: letterhead, header fields, body, closing, owner."""

from __future__ import annotations

from collections.abc import Callable

from PIL import ImageDraw

from ita_docs.corpus.page.breaking import break_lines
from ita_docs.corpus.page.emblem import emblem
from ita_docs.corpus.page.fields import set_field, set_memo_line
from ita_docs.corpus.page.foot import (
    set_closing,
    set_endorsement,
    set_owner,
    set_qr,
    set_signature,
    set_slogan,
)
from ita_docs.corpus.page.setter import Setter
from ita_docs.corpus.page.stamps import draw_seal
from ita_docs.corpus.page.table import set_row
from ita_docs.corpus.paper.blocks import Block, Paper, Part

__all__ = ["set_paper"]

_RED = (196, 24, 32)


def set_paper(setter: Setter, paper: Paper) -> None:
    """Set one document from a fresh page."""
    setter.open_document()
    memo = paper.garuda == "small"
    if paper.garuda != "none":
        height = round(setter.typesetter.cm(1.5 if memo else 2.9))
        picture = emblem(height)
        x = setter.left if memo else (setter.sheet.width - picture.width) / 2
        setter.sheet.image.paste(picture, (round(x), round(setter.typesetter.cm(1.4))), picture)
        setter.sheet.y = setter.typesetter.cm(2.3 if memo else 3.4)
        if paper.blocks[0].part == Part.TITLE:
            setter.sheet.y = setter.typesetter.cm(4.5)
    for place, block in enumerate(paper.blocks):
        if _opens_tail(paper.blocks, place) and not setter.room(_tail_height(paper.blocks[place:])):
            setter.turn(block.text)
        setter.below = sum(len(later.rows) + 0.3 for later in paper.blocks[place + 1 :])
        _HANDLERS[block.part](setter, block)


def _opens_tail(blocks: list[Block], place: int) -> bool:
    """The last paragraph goes to the next page with the closing: a signature never stands alone."""
    following = [block.part for block in blocks[place + 1 : place + 2]]
    return blocks[place].part == Part.PARAGRAPH and following in (
        [Part.CLOSING],
        [Part.SIGNATURE],
        [Part.SEAL],
    )


def _tail_height(blocks: list[Block]) -> float:
    """Lines that the last paragraph, closing word and signature take."""
    rows = sum(len(block.rows) for block in blocks if block.part == Part.SIGNATURE)
    return 4.6 + len(blocks[0].text) / 85 + rows


def _urgency(setter: Setter, block: Block) -> None:
    baseline = setter.sheet.y + setter.typesetter.pixels(4)
    setter.sheet.put(block.text, setter.left, baseline, block.part, size=32, bold=True, ink=_RED)


def _secrecy(setter: Setter, block: Block) -> None:
    for baseline in (setter.typesetter.cm(1.2), setter.sheet.height - setter.typesetter.cm(0.8)):
        setter.centre(block.text, setter.sheet.width / 2, baseline, block.part, size=32, bold=True, ink=_RED)


def _number(setter: Setter, block: Block) -> None:
    setter.sheet.y = max(setter.sheet.y, setter.typesetter.cm(4.0))
    if setter.hand and setter.hand.number and "/" in block.text:
        setter.hand.fill_number(setter.sheet, block.text, setter.left, setter.advance(), setter.style.size)
        return
    setter.sheet.put(block.text, setter.left, setter.advance(), block.part, size=setter.style.size)


def _office(setter: Setter, block: Block) -> None:
    x = setter.left + (setter.right - setter.left) * 0.58
    widest = max(setter.typesetter.width(row, setter.style.size) for row in block.rows)
    x = min(x, setter.right - widest)
    setter.sheet.y -= setter.leading
    for row in block.rows:
        setter.sheet.put(row, x, setter.advance(), block.part, size=setter.style.size)


def _date(setter: Setter, block: Block) -> None:
    setter.down(0.35)
    x = setter.sheet.width / 2 - setter.typesetter.cm(0.3)
    if setter.hand and setter.hand.day and " " in block.text:
        setter.hand.fill_day(setter.sheet, block.text, x, setter.advance(), setter.style.size)
        setter.down(0.15)
        return
    setter.sheet.put(block.text, x, setter.advance(), block.part, size=setter.style.size)
    setter.down(0.15)


def _paragraph(setter: Setter, block: Block) -> None:
    setter.down(0.3)
    if block.text.startswith(("ประกาศ ณ วันที่", "สั่ง ณ วันที่", "ให้ไว้ ณ วันที่")):
        setter.down(0.5)
        setter.centre(block.text, setter.sheet.width / 2, setter.advance(), "date")
        return
    setter.paragraph(block.text, block.part, first=setter.typesetter.cm(setter.style.indent), hang=0)


def _title(setter: Setter, block: Block) -> None:
    setter.sheet.y = max(setter.sheet.y, setter.typesetter.cm(2.4))
    room = setter.right - setter.left
    for row in block.rows:
        for pieces in break_lines(row, room, room, setter.measure(bold=True)):
            setter.centre(
                "".join(pieces), (setter.left + setter.right) / 2, setter.advance(), block.part, bold=True
            )


def _rule(setter: Setter, block: Block) -> None:
    y, middle, half = setter.sheet.y + setter.leading * 0.5, setter.sheet.width / 2, setter.typesetter.cm(2.2)
    ImageDraw.Draw(setter.sheet.image).line((middle - half, y, middle + half, y), fill=(20, 20, 20), width=2)
    setter.down(0.7)


def _memo_head(setter: Setter, block: Block) -> None:
    setter.sheet.y = setter.typesetter.cm(2.6)
    setter.centre(block.text, setter.sheet.width / 2, setter.sheet.y, block.part, size=29, bold=True)
    setter.down(0.5)


def _seal(setter: Setter, block: Block) -> None:
    if not setter.room(6):
        setter.turn()
    draw_seal(setter, block)


def _line(setter: Setter, block: Block) -> None:
    setter.paragraph(block.text, block.part, first=0, hang=setter.typesetter.cm(0.8))


_HANDLERS: dict[Part, Callable[[Setter, Block], None]] = {
    Part.URGENCY: _urgency,
    Part.SECRECY: _secrecy,
    Part.NUMBER: _number,
    Part.OFFICE: _office,
    Part.DATE: _date,
    Part.FIELD: set_field,
    Part.PARAGRAPH: _paragraph,
    Part.CLOSING: set_closing,
    Part.SIGNATURE: set_signature,
    Part.OWNER: set_owner,
    Part.SLOGAN: set_slogan,
    Part.TITLE: _title,
    Part.RULE: _rule,
    Part.MEMO_HEAD: _memo_head,
    Part.MEMO_LINE: set_memo_line,
    Part.SEAL: _seal,
    Part.LINE: _line,
    Part.ROW: set_row,
    Part.COPIES: set_field,
    Part.ENDORSEMENT: set_endorsement,
    Part.QR: set_qr,
}
