"""Papers that lie behind a letter: agenda, schedule of the day, reply form, list."""

from __future__ import annotations

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.event_words import clock, when_words
from ita_docs.corpus.letter import Event, Letter
from ita_docs.corpus.paper.blocks import Block, Paper, Part
from ita_docs.corpus.paper.gold import attachment_gold
from ita_docs.corpus.paper.put import turn_digits

__all__ = ["agenda_paper", "form_paper"]


def _heading(kind_title: str, event: Event, dice: Dice) -> list[str]:
    rows = [kind_title, event.title, when_words(event, dice)]
    if event.venue:
        rows.append(f"ณ {event.venue}")
    return rows


def agenda_paper(letter: Letter) -> Paper:
    """ระเบียบวาระการประชุม of the letter's meeting."""
    dice, event = Dice(f"agenda {letter.id}"), letter.events[0]
    blocks = [Block(Part.TITLE, rows=_heading("ระเบียบวาระการประชุม", event, dice))]
    blocks += [Block(Part.LINE, "ระเบียบวาระที่ 1 เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ")]
    blocks += [Block(Part.LINE, "ระเบียบวาระที่ 2 เรื่องเพื่อทราบ"), Block(Part.LINE, f"2.1 {event.agenda[0]}")]
    blocks += [Block(Part.LINE, "ระเบียบวาระที่ 3 เรื่องเพื่อพิจารณา")]
    blocks += [Block(Part.LINE, f"3.{no} {item}") for no, item in enumerate(event.agenda[1:], 1)]
    blocks += [Block(Part.LINE, f"ระเบียบวาระที่ 4 เรื่องอื่น{dice.pick((' ๆ', 'ๆ'))} (ถ้ามี)")]
    return _attachment("agenda", "ระเบียบวาระการประชุม", letter, blocks)


def form_paper(letter: Letter) -> Paper:
    """แบบตอบรับ with dotted blanks."""
    dice, event = Dice(f"form {letter.id}"), letter.events[0]
    rows = _heading("แบบตอบรับเข้าร่วมประชุม", event, dice)
    dots = "." * 60
    blocks = [Block(Part.TITLE, rows=rows)]
    blocks += [Block(Part.LINE, f"หน่วยงาน{dots}"), Block(Part.LINE, f"1. ชื่อ - สกุล{dots}")]
    blocks += [Block(Part.LINE, f"ตำแหน่ง{dots}"), Block(Part.LINE, f"โทรศัพท์{dots}")]
    blocks += [Block(Part.LINE, "(   ) เข้าร่วมประชุม        (   ) ไม่สามารถเข้าร่วมประชุม")]
    blocks += [
        Block(Part.SIGNATURE, rows=["ลงชื่อ..............................", "(..............................)"])
    ]
    return _attachment("form", "แบบตอบรับเข้าร่วมประชุม", letter, blocks)


def _attachment(kind: str, title: str, letter: Letter, blocks: list[Block]) -> Paper:
    meetings = [event.gold() for event in letter.events]
    for meeting in meetings:
        meeting["online"] = None
    turn_digits(blocks, letter.numerals)
    return Paper(None, blocks, attachment_gold(kind, title, meetings))


def schedule_row(start: str, end: str, what: str) -> Block:
    """One line of a programme of the day."""
    return Block(Part.ROW, rows=[f"{clock(start)} - {clock(end)} น.", what])
