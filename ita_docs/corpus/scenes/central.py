"""Scenes above the province: the calendar announcement and the department's circular."""

from __future__ import annotations

from datetime import date, timedelta

from ita_docs.corpus.citing import cite
from ita_docs.corpus.contacts import contact, coordinator_phone, spell_phone
from ita_docs.corpus.data_files import people, vocabulary
from ita_docs.corpus.duty_words import Term
from ita_docs.corpus.letter import Duty, Letter, Paragraph
from ita_docs.corpus.matter import Matter
from ita_docs.corpus.numerals import as_is
from ita_docs.corpus.people import invent_person
from ita_docs.corpus.phrases import ENDINGS, subject_of
from ita_docs.corpus.requests import plan_duties, write_requests
from ita_docs.corpus.scenes.drafting import background, enclose, finish, one_addressee, sign, start_letter
from ita_docs.corpus.thai_dates import MONTHS, long_day, workday

__all__ = ["announcement", "authority_letter", "circular", "coordinator_sentence", "further_words"]


def announcement(matter: Matter, day: date) -> Letter:
    """The authority's announcement: a calendar of steps, each with its window."""
    letter = start_letter(matter, "announcement", "announcement", matter.authority, day, matter.notice)
    letter.numerals = "thai"
    laws = matter.dice.pick(matter.topic.laws)
    made = f"อาศัยอำนาจตามความใน{laws} {matter.authority.name}จึงกำหนด{matter.notice}"
    letter.body.append(Paragraph(f"{made} เพื่อให้หน่วยงานของรัฐถือปฏิบัติ ดังต่อไปนี้"))
    start = day + timedelta(days=matter.dice.number(25, 45))
    doer = matter.dice.pick(("หน่วยงาน", "หน่วยงานของรัฐ", "หน่วยงานภาครัฐ"))
    head = matter.dice.pick(("ข้อ {0} ", "{0}. ", "({0}) "))
    for no, phrase in enumerate(matter.dice.some(matter.topic.duties, 3, 5), 1):
        term, start = _step(matter, start)
        duty = Duty(
            matter.fill(phrase, matter.authority.name), doer, term.due, item=str(no), key=f"{letter.id}/{no}"
        )
        duty.text = f"{duty.responsible}{duty.action} {term.words}"
        letter.body.append(Paragraph(head.format(no) + duty.text, item=str(no)))
        letter.duties.append(duty)
    letter.body.append(Paragraph("จึงประกาศมาให้ทราบโดยทั่วกัน"))
    letter.ending = f"ประกาศ ณ วันที่ {long_day(day, era=True)}"
    sign(matter, letter)
    return letter


def _step(matter: Matter, start: date) -> tuple[Term, date]:
    end = workday(start + timedelta(days=matter.dice.number(20, 45)))
    if start.year != end.year:
        days = f"{long_day(start)} - {long_day(end)}"
    elif start.month == end.month:
        days = f"{start.day} - {long_day(end)}"
    else:
        days = f"{start.day} {MONTHS[start.month - 1]} - {long_day(end)}"
    return Term(f"ระหว่างวันที่ {days}", end), end + timedelta(days=1)


def authority_letter(matter: Matter, day: date, notice: Letter | None) -> Letter:
    """The authority writes to the department and encloses its announcement."""
    letter = start_letter(
        matter,
        "authority_letter",
        "external_letter",
        matter.authority,
        day,
        f"ขอแจ้ง{matter.notice}",
        circular=False,
    )
    letter.recipients = [one_addressee(matter.department.head)]
    if notice:
        citation = cite(notice, "enclosure", matter.dice, link="forwards")
        letter.citations.append(citation)
        enclose(matter, letter, [f"สำเนา{citation.printed}"])
    enclose(matter, letter, [matter.fill(matter.dice.pick(matter.topic.forms), anywhere=True)])
    purpose = matter.dice.pick(matter.topic.purpose)
    said = f"ด้วย{matter.authority.name}ได้กำหนด{matter.notice} เรียบร้อยแล้ว {purpose}"
    letter.body.append(Paragraph(f"{said} จึงขอส่งเอกสารดังกล่าวมาเพื่อประกอบการดำเนินการ รายละเอียดตามสิ่งที่ส่งมาด้วย"))
    planned = plan_duties(matter, letter, 1, matter.authority.name, first=day + timedelta(days=20))
    planned[0][0].responsible = matter.department.name
    write_requests(matter, letter, planned)
    return finish(matter, letter, ENDINGS)


def circular(matter: Matter, day: date, earlier: list[Letter]) -> Letter:
    """The department's circular to the governors."""
    dice = matter.dice
    letter = start_letter(
        matter,
        "circular",
        "external_letter",
        matter.department,
        day,
        subject_of("circular", matter.matter, dice),
    )
    excluding = [f"จังหวัด{dice.pick(('นนทบุรี', 'ภูเก็ต', 'ชลบุรี'))}"] if dice.chance(0.12) else []
    excluding = [name for name in excluding if name != f"จังหวัด{matter.province.name}"]
    letter.recipients = [
        one_addressee("ผู้ว่าราชการจังหวัด", "ทุกจังหวัด", excluding, "" if dice.chance(0.25) else " ")
    ]
    letter.citations = [cite(old, "header", dice) for old in earlier]
    enclose(
        matter, letter, [matter.fill(form, anywhere=True) for form in dice.some(matter.topic.forms, 1, 4)]
    )
    told = f"ได้{dice.pick(('แจ้ง', 'ส่ง', 'กำหนด'))}{matter.notice}"
    if letter.citations:
        letter.body.append(Paragraph(background(matter, letter.citations, told)))
    else:
        letter.body.append(Paragraph(f"ด้วย{matter.authority.name}{told} เพื่อให้หน่วยงานที่เกี่ยวข้องถือปฏิบัติ"))
    planned = plan_duties(
        matter, letter, dice.number(1, 4), matter.department.name, first=day + timedelta(days=30)
    )
    for duty, _ in planned:
        duty.responsible = "จังหวัด"
    write_requests(matter, letter, planned)
    further_words(matter, letter)
    coordinator_sentence(matter, letter)
    return finish(matter, letter, ENDINGS)


def further_words(matter: Matter, letter: Letter) -> None:
    """Sentences that bind nobody: where to load the papers, whom the rule spares."""
    dice = matter.dice
    if dice.chance(0.22):
        host = dice.pick(("www", "ita", "e-office"))
        address = as_is(f"https://{host}.example.go.th/{dice.pick('abcd')}{dice.digits(3)}")
        text = f"ทั้งนี้ สามารถดาวน์โหลดเอกสารที่เกี่ยวข้องได้ที่ {address}"
        letter.body.append(Paragraph(text + dice.pick(("", " หรือทาง QR Code ที่ปรากฏท้ายหนังสือนี้"))))
    if dice.chance(0.15):
        letter.body.append(Paragraph(matter.fill(dice.pick(vocabulary()["asides"]))))


def coordinator_sentence(matter: Matter, letter: Letter) -> None:
    """`ทั้งนี้ ได้มอบหมายให้ ... โทร. ... เป็นผู้ประสานงาน`, in a quarter of the letters."""
    dice = matter.dice
    if not dice.chance(0.25):
        return
    person, phone = invent_person(dice, ranks=False), coordinator_phone(dice)
    post = dice.pick(people()["posts"])
    spelled = spell_phone(phone, dice)
    letter.body.append(
        Paragraph(
            f"ทั้งนี้ ได้มอบหมายให้{person.full} ตำแหน่ง {post} "
            f"{dice.pick(('หมายเลขโทรศัพท์', 'โทรศัพท์', 'โทร.'))} {spelled} เป็นผู้ประสานงาน"
        )
    )
    letter.contacts.gold.append(contact("phone", phone, None, person.full))
