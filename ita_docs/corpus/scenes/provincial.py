"""Scenes of a province: the order, the covering letter, the invitation, the reply from below."""

from __future__ import annotations

from datetime import date, timedelta

from ita_docs.corpus.citing import cite
from ita_docs.corpus.duty_words import due_term
from ita_docs.corpus.event_words import event_words, invent_event
from ita_docs.corpus.letter import Duty, Enclosure, Letter, Paragraph
from ita_docs.corpus.matter import Matter
from ita_docs.corpus.offices import Office
from ita_docs.corpus.phrases import ENDINGS, SEALED_ENDINGS, subject_of, told_before
from ita_docs.corpus.requests import plan_duties, relay_duties, write_requests
from ita_docs.corpus.scenes.central import coordinator_sentence, further_words
from ita_docs.corpus.scenes.drafting import (
    addressees,
    background,
    cite_more,
    enclose,
    finish,
    one_addressee,
    sign,
    start_letter,
)
from ita_docs.corpus.thai_dates import long_day, workday

__all__ = ["cover", "invitation", "order", "reply"]


def order(matter: Matter, day: date) -> Letter:
    """A provincial order that appoints a working group."""
    subject = f"แต่งตั้งคณะทำงาน{matter.dice.pick(('ขับเคลื่อน', 'ส่งเสริมและติดตาม', 'กำกับติดตาม'))}{matter.short}"
    letter = start_letter(matter, "order", "order", matter.unit, day, subject)
    letter.number = matter.give_order_number(matter.unit, day)
    dice, post = matter.dice, matter.unit.head
    purpose = dice.pick(matter.topic.purpose)
    letter.body = [
        Paragraph(f"{purpose} {matter.unit.name}จึงแต่งตั้งคณะทำงาน โดยมีองค์ประกอบและหน้าที่ ดังนี้"),
        Paragraph(f"1. {post if dice.chance(0.5) else 'รองผู้ว่าราชการจังหวัด'} ประธานคณะทำงาน", "1"),
        Paragraph("2. หัวหน้าส่วนราชการที่เกี่ยวข้อง คณะทำงาน", "2"),
        Paragraph(f"3. {matter.unit.owner[-1]} คณะทำงานและเลขานุการ", "3"),
        Paragraph("ให้คณะทำงานมีหน้าที่กำหนดแนวทาง ประสานงาน ติดตาม และแก้ไขปัญหาอุปสรรคในการดำเนินงาน"),
        Paragraph("ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"),
    ]
    letter.ending = f"สั่ง ณ วันที่ {long_day(day, era=True)}"
    sign(matter, letter)
    return letter


def cover(matter: Matter, day: date, source: Letter, *, kind: str, also: Letter | None = None) -> Letter:
    """The province hands a circular down with its own days; the circular may lie in the same file."""
    dice = matter.dice
    letter = start_letter(matter, "cover", kind, matter.unit, day, subject_of("cover", matter.matter, dice))
    letter.recipients = addressees(matter, "sealed_to" if kind == "stamped_letter" else "to")
    if dice.chance(0.6) or kind == "stamped_letter":
        citation = cite(source, "enclosure", dice, link="forwards")
        letter.enclosures.append(Enclosure(f"สำเนา{citation.printed}", 1, dice.pick(("ฉบับ", "ชุด")), "letter"))
        if kind == "stamped_letter":
            letter.enclosures.clear()
            citation.where = "body"
    else:
        citation = cite(source, "header", dice, link="forwards")
    letter.citations.append(citation)
    if also is not None:
        letter.citations.append(
            cite(also, "body", dice, link="acts_on" if also.kind == "order" else "follows")
        )
    if letter.citations[0].where == "header":
        cite_more(matter, letter)
    letter.body.append(Paragraph(_received(matter, letter, source)))
    if kind != "stamped_letter":
        enclose(
            matter,
            letter,
            [matter.fill(form) for form in dice.some(matter.topic.forms, 0, 8 if dice.chance(0.1) else 4)],
        )
    planned = plan_duties(matter, letter, dice.number(1, 4), "จังหวัด", first=day + timedelta(days=6))
    if dice.chance(0.35):
        planned = relay_duties(matter, letter, source) or planned
    write_requests(matter, letter, planned)
    further_words(matter, letter)
    coordinator_sentence(matter, letter)
    return finish(matter, letter, SEALED_ENDINGS if kind == "stamped_letter" else ENDINGS)


def _received(matter: Matter, letter: Letter, source: Letter) -> str:
    """The first paragraph: what the department told us (and what our order says)."""
    dice, name = matter.dice, matter.unit.name
    told = told_before(dice, matter.short)
    named = next((c for c in letter.citations if c.where == "body" and c.target == source.id), None)
    if named is not None:
        text = f"ตาม{named.printed} {told} นั้น"
    elif letter.citations[0].where == "header":
        text = background(matter, letter.citations, told)
    else:
        text = f"ด้วย{name}ได้รับแจ้งจาก{source.sender.name}ว่า {source.sender.name}{told}"
    acted = next((c for c in letter.citations if c.where == "body" and c.target != source.id), None)
    if acted is None:
        return text
    return f"{text} และ{name}ได้มี{acted.printed} {'แล้ว' if dice.chance(0.5) else 'ไว้แล้ว'} นั้น".replace(
        " นั้น และ", " และ"
    )


def invitation(matter: Matter, day: date, earlier: Letter | None, *, kind: str) -> Letter:
    """A meeting: when, where, who comes, and by when to answer."""
    dice, office = matter.dice, matter.unit
    title = matter.fill(dice.pick(matter.topic.events))
    letter = start_letter(matter, "invitation", kind, office, day, f"ขอเชิญ{dice.pick(('', 'เข้าร่วม'))}{title}")
    letter.recipients = addressees(matter, "sealed_to" if kind == "stamped_letter" else "to")
    if earlier is not None and kind != "stamped_letter":
        letter.citations.append(cite(earlier, "header", dice))
        cite_more(matter, letter)
    meeting_day = workday(day + timedelta(days=dice.number(7, 20)))
    agenda = [matter.fill(item) for item in dice.some(matter.topic.agenda, 2, 4)]
    event = invent_event(meeting_day, title, office, dice, agenda=agenda)
    letter.events.append(event)
    if kind != "stamped_letter":
        title, paper = dice.pick((("ระเบียบวาระการประชุม", "agenda"), ("กำหนดการประชุม", "schedule")))
        letter.enclosures.append(Enclosure(title, 1, "ฉบับ", paper))
        if dice.chance(0.6):
            letter.enclosures.append(Enclosure("แบบตอบรับเข้าร่วมประชุม", 1, dice.pick(("ฉบับ", "แผ่น")), "form"))
    _invite(matter, letter, event_words(event, dice))
    _answer_by(matter, letter, meeting_day)
    further_words(matter, letter)
    coordinator_sentence(matter, letter)
    return finish(matter, letter, SEALED_ENDINGS if kind == "stamped_letter" else ENDINGS)


def _invite(matter: Matter, letter: Letter, when: str) -> None:
    dice, name, title = matter.dice, letter.sender.name, letter.events[0].title
    if letter.citations:
        letter.body.append(
            Paragraph(background(matter, letter.citations, told_before(matter.dice, matter.short)))
        )
    lead = "ในการนี้ " if letter.citations else "ด้วย"
    purpose = matter.fill(dice.pick(matter.topic.purpose))
    text = f"{lead}{name}กำหนด{dice.pick(('จัดการ', 'จัด', 'ให้มีการ'))}{title} ใน{when} {purpose}"
    letter.body.append(Paragraph(text))


def _answer_by(matter: Matter, letter: Letter, meeting_day: date) -> None:
    dice = matter.dice
    who = matter.doer()
    text = f"จึงขอเชิญ{who}เข้าร่วมประชุมตามวัน เวลา และสถานที่ดังกล่าว"
    if dice.chance(0.75):
        due = workday(meeting_day - timedelta(days=dice.number(3, 5)))
        due = due if letter.day < due < meeting_day else meeting_day - timedelta(days=1)
        term = due_term(due, dice, plain=dice.chance(0.5))
        action = dice.pick(("ตอบรับเข้าร่วมประชุม", "ส่งแบบตอบรับเข้าร่วมประชุม", "แจ้งรายชื่อผู้เข้าร่วมประชุม"))
        duty = Duty(action, who, term.due, key=f"{letter.id}/rsvp")
        text += f" {dice.pick(('โดยขอให้', 'และขอให้', 'ทั้งนี้ ขอให้'))}{action} {term.words}"
        if dice.chance(0.4):
            duty.via, text = "QR Code", f"{text} ผ่านช่องทาง QR Code"
        duty.text = text
        letter.duties.append(duty)
    letter.body.append(Paragraph(text))


def reply(matter: Matter, day: date, asked: Letter, office: Office) -> Letter:
    """A district or local government reports back to the governor."""
    dice = matter.dice
    letter = start_letter(
        matter,
        "reply",
        "external_letter",
        office,
        day,
        subject_of("reply", matter.short, dice),
        circular=False,
    )
    letter.recipients = [one_addressee(matter.unit.head)]
    letter.citations.append(cite(asked, "header", dice, link="replies"))
    cite_more(matter, letter)
    dated = [duty for duty in asked.duties if duty.due and not duty.restated and not duty.extra]
    told = told_before(matter.dice, matter.short)
    if dated:
        old = dice.pick(dated)
        told = f"ขอให้{old.responsible}{old.action} ภายในวันที่ {long_day(old.due or day)}"
        letter.duties.append(
            Duty(old.action, old.responsible, old.due, restated=True, key=old.key, text=told)
        )
    letter.body.append(Paragraph(background(matter, letter.citations, told)))
    form = matter.fill(dice.pick(matter.topic.forms))
    enclose(matter, letter, [form])
    letter.body.append(Paragraph(f"{office.name}ได้ดำเนินการเรียบร้อยแล้ว จึงขอส่ง{form} รายละเอียดตามสิ่งที่ส่งมาด้วย"))
    return finish(matter, letter, ("จึงเรียนมาเพื่อโปรดทราบ", "จึงเรียนมาเพื่อโปรดพิจารณา"))
