"""Ways to ask for something by a day: one sentence, two in one, a closing sentence, items, sub-items."""

from __future__ import annotations

from collections.abc import Callable

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.duty_words import Term
from ita_docs.corpus.letter import Duty, Letter, Paragraph
from ita_docs.corpus.phrases import do_the_following

__all__ = ["ask_for_many", "ask_for_one", "clause"]

Planned = list[tuple[Duty, Term]]

_CHANNELS = (
    ("QR Code", " ผ่าน QR Code ที่ปรากฏท้ายหนังสือนี้"),
    ("QR Code", " ผ่านช่องทาง QR Code"),
    ("QR Code", " โดยสแกน QR Code"),
    ("Google Forms", " ทาง Google Forms"),
    ("ไปรษณีย์อิเล็กทรอนิกส์", " ทางไปรษณีย์อิเล็กทรอนิกส์"),
    ("ระบบสารบรรณอิเล็กทรอนิกส์", " ผ่านระบบสารบรรณอิเล็กทรอนิกส์"),
    ("ไลน์กลุ่ม", " ทางแอปพลิเคชันไลน์กลุ่ม"),
)


def clause(duty: Duty, term: Term, letter: Letter, dice: Dice) -> str:
    """`action term channel enclosure`, or with the term in brackets."""
    bracketed = term.due is not None and term.words.startswith("ภายในวันที่") and dice.chance(0.05)
    words = f"{duty.action} ({term.words})" if bracketed else f"{duty.action} {term.words}"
    if dice.chance(0.18) and term.words != "ต่อไป" and not bracketed:
        duty.via, tail = dice.pick(_CHANNELS)
        words += tail
    if letter.enclosures and dice.chance(0.4):
        words += _pointer(duty, letter, dice)
    return words


def _pointer(duty: Duty, letter: Letter, dice: Dice) -> str:
    count = len(letter.enclosures)
    no = dice.number(1, count)
    duty.enclosures = [no]
    which = f" {no}" if count > 1 else ""
    if count > 2 and no < count and dice.chance(0.2):
        duty.enclosures, which = [no, no + 1], f" {no} - {no + 1}"
    if dice.chance(0.15):
        return f" (สิ่งที่ส่งมาด้วย{which})"
    return f" {dice.pick(('รายละเอียดตาม', 'ตาม', 'รายละเอียดปรากฏตาม'))}สิ่งที่ส่งมาด้วย{which}"


def ask_for_one(letter: Letter, lead: str, planned: Planned, dice: Dice) -> None:
    """A single duty: in the running sentence, or in the sentence that closes the letter."""
    duty, term = planned[0]
    if letter.kind == "external_letter" and not term.optional and dice.chance(0.2):
        letter.body.append(Paragraph(lead + dice.pick(("ดำเนินการในส่วนที่เกี่ยวข้อง", "แจ้งหน่วยงานในสังกัดทราบ"))))
        duty.text = f"{dice.pick(_PLEASE)}{clause(duty, term, letter, dice)}{dice.pick(_THANKS)}"
        letter.ending = duty.text
        return
    duty.text = f"{lead}{duty.responsible}{clause(duty, term, letter, dice)}"
    letter.body.append(Paragraph(duty.text))


_PLEASE = (
    "จึงเรียนมาเพื่อโปรดพิจารณา และขอได้โปรด",
    "จึงเรียนมาเพื่อโปรดทราบ และโปรด",
    "จึงเรียนมาเพื่อทราบ และขอให้",
)
_THANKS = ("", " ด้วย จะขอบคุณยิ่ง", " ต่อไปด้วย", " ด้วย")


def two_in_one(letter: Letter, lead: str, planned: Planned, dice: Dice) -> None:
    """Two duties in one sentence, joined by และ."""
    (one, first), (two, second) = planned
    joint = dice.pick(("และ", "พร้อมทั้ง", "และให้", "รวมทั้ง"))
    parts = clause(one, first, letter, dice), clause(two, second, letter, dice)
    text = f"{lead}{one.responsible}{parts[0]} {joint}{parts[1]}"
    one.text = two.text = text
    letter.body.append(Paragraph(text))


def items(letter: Letter, lead: str, planned: Planned, dice: Dice) -> None:
    """Numbered paragraphs, the number in one of its shapes."""
    head = dice.weighted({"{0}. ": 7, "{0}) ": 1, "({0}) ": 1, "ข้อ {0} ": 0.7})
    letter.body.append(Paragraph(f"{lead}{planned[0][0].responsible}{do_the_following(dice)}"))
    for no, (duty, term) in enumerate(planned, 1):
        duty.item = str(no)
        duty.text = clause(duty, term, letter, dice)
        if no > 1 and term.due and dice.chance(0.06):
            duty.text = f"{dice.pick(_AFTER).format(no - 1)}{duty.text}"
            duty.extra = duty.extra | {"depends_on": str(no - 1)}
        letter.body.append(Paragraph(head.format(no) + duty.text, item=str(no)))


_AFTER = ("เมื่อดำเนินการตามข้อ {0} แล้วเสร็จ ให้", "ภายหลังจากดำเนินการตามข้อ {0} เรียบร้อยแล้ว ให้")


def sub_items(letter: Letter, lead: str, planned: Planned, dice: Dice) -> None:
    """Two numbered headings with items 1.1, 1.2, 2.1 under them."""
    letter.body.append(Paragraph(f"{lead}{planned[0][0].responsible}{do_the_following(dice)}"))
    cut = len(planned) // 2
    for no, (title, part) in enumerate(
        zip(dice.pick(_HEADINGS), (planned[:cut], planned[cut:]), strict=True), 1
    ):
        letter.body.append(Paragraph(f"{no}. {title}", item=str(no)))
        for sub, (duty, term) in enumerate(part, 1):
            duty.item = f"{no}.{sub}"
            duty.text = clause(duty, term, letter, dice)
            letter.body.append(Paragraph(f"{no}.{sub} {duty.text}", item=duty.item))


_HEADINGS = (
    ("ด้านการเตรียมการ", "ด้านการดำเนินงาน"),
    ("การดำเนินการก่อนการประเมิน", "การดำเนินการระหว่างการประเมิน"),
    ("ระยะที่ 1", "ระยะที่ 2"),
)


def ask_for_many(letter: Letter, lead: str, planned: Planned, dice: Dice) -> None:
    """Several duties, in the shape that their number allows."""
    shapes: dict[Callable[[Letter, str, Planned, Dice], None], float] = {items: 6}
    if len(planned) == 2:
        shapes[two_in_one] = 4
    if len(planned) >= 3:
        shapes[sub_items] = 1.2
    dice.weighted(shapes)(letter, lead, planned, dice)
