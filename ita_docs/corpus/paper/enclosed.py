"""Papers that lie behind a letter: agenda, schedule of the day, reply form, list."""

from __future__ import annotations

from itertools import pairwise

from ita_docs.corpus.data_files import people, vocabulary
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.event_words import when_words
from ita_docs.corpus.letter import Event, Letter
from ita_docs.corpus.paper.blocks import Block, Paper, Part
from ita_docs.corpus.paper.gold import attachment_gold
from ita_docs.corpus.paper.put import turn_digits
from ita_docs.corpus.people import invent_person

__all__ = ["agenda_paper", "form_paper", "list_paper", "report_form_paper", "schedule_paper"]


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


def schedule_paper(letter: Letter) -> Paper:
    """กำหนดการ: the hours of the meeting, one row each, ends and starts meeting."""
    dice, event = Dice(f"schedule {letter.id}"), letter.events[0]
    blocks = [Block(Part.TITLE, rows=_heading("กำหนดการ", event, dice))]
    hours = _hours(event, len(event.agenda) + 2, dice)
    items = ["ลงทะเบียน", *event.agenda, dice.pick(("ตอบข้อซักถามและปิดการประชุม", "สรุปผลการประชุม"))]
    for (start, end), item in zip(hours, items, strict=True):
        blocks.append(Block(Part.ROW, rows=[f"{start} - {end} น.", item]))
    blocks.append(Block(Part.LINE, "หมายเหตุ กำหนดการอาจเปลี่ยนแปลงได้ตามความเหมาะสม"))
    return _attachment("schedule", "กำหนดการ", letter, blocks)


def _hours(event: Event, count: int, dice: Dice) -> list[tuple[str, str]]:
    """`count` stretches from the meeting's start to its end, on quarters of an hour."""
    start = _minutes(event.start or "09:00")
    end = _minutes(event.end) if event.end else start + 180
    marks = [start + round((end - start) * n / count / 15) * 15 for n in range(count)] + [end]
    return [(_clock(a), _clock(b)) for a, b in pairwise(marks)]


def _minutes(time: str) -> int:
    return int(time[:2]) * 60 + int(time[3:])


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}.{minutes % 60:02d}"


def list_paper(letter: Letter, title: str) -> Paper:
    """A list of names or items behind a letter, with a number before each."""
    dice = Dice(f"list {letter.id} {title}")
    blocks = [Block(Part.TITLE, rows=[title])]
    for no in range(1, dice.number(6, 14)):
        person = invent_person(dice, ranks=False)
        row = [person.full, dice.pick(people()["posts"])]
        if "สถานศึกษา" in title:
            row = [f"โรงเรียนบ้าน{dice.pick(vocabulary()['local_places'])}", f"จำนวน {dice.number(40, 600)} คน"]
        blocks.append(Block(Part.ROW, rows=[f"{no}.", *row]))
    turn_digits(blocks, letter.numerals)
    return Paper(None, blocks, attachment_gold("list", title, []))


def report_form_paper(letter: Letter, title: str) -> Paper:
    """A form to be filled and sent back: a title, labels and dotted blanks."""
    dice, dots = Dice(f"report {letter.id} {title}"), "." * 50
    labels = dice.some(
        ("หน่วยงาน", "อำเภอ", "จังหวัด", "ชื่อผู้รายงาน", "ตำแหน่ง", "ผลการดำเนินงาน", "ปัญหาและอุปสรรค"), 4, 7
    )
    blocks = [Block(Part.TITLE, rows=[title])]
    blocks += [Block(Part.LINE, f"{no}. {label}{dots}") for no, label in enumerate(labels, 1)]
    blocks.append(
        Block(
            Part.SIGNATURE,
            rows=["ลงชื่อ..............................ผู้รายงาน", "(..............................)"],
        )
    )
    turn_digits(blocks, letter.numerals)
    return Paper(None, blocks, attachment_gold("form", title, []))
