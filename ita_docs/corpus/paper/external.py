"""The three forms that leave an office: external letter, stamped letter, and the memo inside it."""

from __future__ import annotations

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Letter, Signer
from ita_docs.corpus.paper.blocks import Block, Part
from ita_docs.corpus.thai_dates import long_day

__all__ = ["closing_blocks", "external_blocks", "memo_blocks", "recipients_line", "stamped_blocks"]


def recipients_line(letter: Letter, dice: Dice) -> str:
    """All recipients as one line: `ก ข และค`."""
    printed = [to.printed or to.name for to in letter.recipients]
    if len(printed) == 1:
        return printed[0]
    return f"{' '.join(printed[:-1])} {dice.pick(('และ', 'และ'))}{printed[-1]}"


def _number_line(letter: Letter, dice: Dice) -> Block:
    assert letter.number is not None
    return Block(
        Part.NUMBER,
        f"ที่{dice.pick((' ', ' ', '  '))}{letter.printed.get('number') or letter.number.written(dice)}",
    )


def _head(letter: Letter, dice: Dice) -> list[Block]:
    blocks = [Block(Part.SECRECY, letter.secrecy)] if letter.secrecy else []
    if letter.urgency:
        blocks.append(Block(Part.URGENCY, letter.urgency))
    return [*blocks, _number_line(letter, dice)]


def _numbered(rows: list[str]) -> list[str]:
    return [f"{no}. {row}" for no, row in enumerate(rows, 1)] if len(rows) > 1 else rows


def _header_fields(letter: Letter, dice: Dice) -> list[Block]:
    blocks = [Block(Part.FIELD, label="เรื่อง", rows=[letter.subject])]
    salutation = letter.printed.get("salutation", "เรียน")
    to = (
        [recipients_line(letter, dice)]
        if len(letter.recipients) < 3
        else [a.printed for a in letter.recipients]
    )
    blocks.append(Block(Part.FIELD, label=salutation, rows=to))
    cited = [c.printed for c in letter.citations if c.where == "header"]
    if cited:
        blocks.append(Block(Part.FIELD, label="อ้างถึง", rows=_numbered(cited)))
    if letter.enclosures:
        blocks.append(Block(Part.FIELD, label="สิ่งที่ส่งมาด้วย", rows=_numbered(_enclosure_rows(letter, dice))))
    return blocks


def _enclosure_rows(letter: Letter, dice: Dice) -> list[str]:
    gap = dice.pick((" ", " ", "  ", "\t"))
    return [
        e.title + (f"{gap}จำนวน {e.quantity} {e.unit}" if e.quantity is not None else "")
        for e in letter.enclosures
    ]


def signature_rows(signer: Signer, dice: Dice) -> list[str]:
    """The name in brackets and the post, over two to four lines."""
    rows = [signer.person.title] if signer.person.ranked else []
    rows.append(f"({signer.person.in_brackets})")
    if signer.capacity is None:
        return [*rows, signer.position]
    if dice.chance(0.7):
        return [*rows, f"{signer.position} {signer.capacity}", signer.acting_for or ""]
    return [*rows, signer.position, signer.capacity, signer.acting_for or ""]


def closing_blocks(letter: Letter, dice: Dice) -> list[Block]:
    """Closing word, signature, owner unit, contacts."""
    blocks = []
    if letter.kind == "external_letter":
        blocks.append(Block(Part.CLOSING, letter.printed.get("closing", "ขอแสดงความนับถือ")))
    if letter.signer:
        blocks.append(Block(Part.SIGNATURE, rows=signature_rows(letter.signer, dice)))
    return blocks


def _owner(letter: Letter) -> list[Block]:
    rows = [*letter.sender.owner, *letter.contacts.lines]
    blocks = [Block(Part.OWNER, rows=rows)] if rows else []
    if letter.copies:
        blocks.append(Block(Part.COPIES, label="สำเนาส่ง", rows=[to.printed for to in letter.copies]))
    if letter.printed.get("slogan"):
        blocks.append(Block(Part.SLOGAN, letter.printed["slogan"]))
    return blocks


def external_blocks(letter: Letter, dice: Dice) -> list[Block]:
    """หนังสือภายนอก, clause 11 of the correspondence regulation."""
    blocks = _head(letter, dice)
    blocks.append(
        Block(Part.OFFICE, rows=[letter.printed.get("office") or letter.sender.letterhead, *_address(letter)])
    )
    blocks.append(Block(Part.DATE, letter.printed.get("date") or long_day(letter.day)))
    blocks += _header_fields(letter, dice)
    blocks += [Block(Part.PARAGRAPH, paragraph.text) for paragraph in letter.body]
    blocks.append(Block(Part.PARAGRAPH, letter.ending))
    return [*blocks, *closing_blocks(letter, dice), *_owner(letter)]


def _address(letter: Letter) -> list[str]:
    return [letter.printed["address"]] if "address" in letter.printed else list(letter.sender.address)


def stamped_blocks(letter: Letter, dice: Dice) -> list[Block]:
    """หนังสือประทับตรา, clause 14: ถึง, no subject, seal and date in place of the signature."""
    blocks = _head(letter, dice)
    blocks.append(Block(Part.FIELD, label="ถึง", rows=[recipients_line(letter, dice)]))
    blocks += [Block(Part.PARAGRAPH, paragraph.text) for paragraph in letter.body]
    blocks.append(Block(Part.PARAGRAPH, letter.ending))
    blocks.append(Block(Part.SEAL, rows=[letter.sender.name, long_day(letter.day)]))
    return [*blocks, *_owner(letter)]


def memo_blocks(letter: Letter, dice: Dice) -> list[Block]:
    """บันทึกข้อความ, clause 12."""
    assert letter.number is not None
    place = letter.sender.province.name if letter.sender.province else ""
    unit = " ".join([letter.sender.owner[0] + place, *letter.sender.owner[1:]])
    blocks = [Block(Part.URGENCY, letter.urgency)] if letter.urgency else []
    blocks += [
        Block(Part.MEMO_HEAD, "บันทึกข้อความ"),
        Block(Part.MEMO_LINE, label="ส่วนราชการ", rows=[f"{unit} {letter.contacts.lines[0]}"]),
        Block(Part.MEMO_LINE, label="ที่", rows=[letter.printed.get("number") or letter.number.written(dice)]),
        Block(Part.MEMO_LINE, label="วันที่", rows=[letter.printed.get("date") or long_day(letter.day)]),
        Block(Part.MEMO_LINE, label="เรื่อง", rows=[letter.subject]),
        Block(Part.FIELD, label="เรียน", rows=[recipients_line(letter, dice)]),
    ]
    blocks += [Block(Part.PARAGRAPH, paragraph.text) for paragraph in letter.body]
    return [*blocks, Block(Part.PARAGRAPH, letter.ending), *closing_blocks(letter, dice)]
