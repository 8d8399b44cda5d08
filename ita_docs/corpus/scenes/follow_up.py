"""Scenes that change what was asked: the reminder, the moved day, the cancelled meeting, the result."""

from __future__ import annotations

from datetime import date, timedelta

from ita_docs.corpus.citing import cite
from ita_docs.corpus.duty_words import due_term
from ita_docs.corpus.event_words import event_words, when_words
from ita_docs.corpus.letter import Duty, Event, Letter, Paragraph
from ita_docs.corpus.matter import Matter
from ita_docs.corpus.offices import Office
from ita_docs.corpus.phrases import ENDINGS, SEALED_ENDINGS, subject_of, told_before
from ita_docs.corpus.scenes.drafting import (
    addressees,
    background,
    cite_more,
    finish,
    one_addressee,
    sign,
    start_letter,
)
from ita_docs.corpus.thai_dates import long_day, workday

__all__ = ["cancellation", "extension", "memo", "reminder", "result"]


def _dated(letter: Letter) -> list[Duty]:
    return [duty for duty in letter.duties if duty.due and not duty.restated and not duty.extra]


def _told(duty: Duty) -> str:
    return f"ขอให้{duty.responsible}{duty.action} ภายในวันที่ {long_day(duty.due)}"  # type: ignore[arg-type]


def reminder(matter: Matter, day: date, asked: Letter, *, kind: str) -> Letter | None:
    """What was asked is not done yet: the old day restated, a new one set."""
    if not _dated(asked):
        return None
    dice, old = matter.dice, matter.dice.pick(_dated(asked))
    letter = start_letter(
        matter, "reminder", kind, asked.sender, day, subject_of("reminder", matter.short, dice)
    )
    sealed = kind == "stamped_letter"
    letter.recipients = asked.recipients if not sealed else addressees(matter, "sealed_to")
    citation = cite(asked, "body" if sealed else "header", dice, link="reminds")
    letter.citations.append(citation)
    cite_more(matter, letter)
    told = _told(old)
    first = f"ตาม{citation.printed} {told} นั้น" if sealed else background(matter, letter.citations, told)
    letter.duties.append(Duty(old.action, old.responsible, old.due, restated=True, key=old.key, text=told))
    letter.body.append(Paragraph(first))
    due = workday(max(day, old.due or day) + timedelta(days=dice.number(4, 12)))
    term = due_term(due, dice, plain=dice.chance(0.5))
    late = dice.pick(("ปรากฏว่ายังมี{0}ที่ยังไม่ได้ดำเนินการ", "ขณะนี้ยังมี{0}บางแห่งที่ยังดำเนินการไม่แล้วเสร็จ")).format(
        old.responsible
    )
    text = f"{asked.sender.name}ตรวจสอบแล้ว {late} จึงขอให้{old.responsible}เร่งรัด{old.action} {term.words}"
    letter.duties.append(Duty(f"เร่งรัด{old.action}", old.responsible, term.due, key=old.key, text=text))
    letter.body.append(Paragraph(text))
    return _finish(matter, letter, sealed)


def extension(matter: Matter, day: date, asked: Letter) -> Letter | None:
    """A day is moved: `จากเดิมภายในวันที่ ... เป็นภายในวันที่ ...`."""
    if not _dated(asked):
        return None
    dice, old = matter.dice, matter.dice.pick(_dated(asked))
    letter = start_letter(
        matter, "extension", "external_letter", asked.sender, day, subject_of("extension", matter.short, dice)
    )
    letter.recipients = asked.recipients
    letter.citations.append(cite(asked, "header", dice, link="changes"))
    cite_more(matter, letter)
    letter.body.append(Paragraph(background(matter, letter.citations, _told(old))))
    moved = Duty(
        old.action, old.responsible, old.due, restated=True, optional=True, key=old.key, text=_told(old)
    )
    new_day = workday(max(old.due or day, day) + timedelta(days=dice.number(7, 35)))
    why = dice.pick(("เนื่องจากระบบขัดข้องทำให้ไม่สามารถนำเข้าข้อมูลได้", "เพื่อให้หน่วยงานมีเวลาดำเนินการเพิ่มขึ้น"))
    term = due_term(new_day, dice, plain=True)
    how = dice.pick(
        (
            f"จึงขยายระยะเวลาให้{old.responsible}{old.action} เป็น{term.words}",
            f"จึงเปลี่ยนแปลงกำหนดเวลา โดยขอให้{old.responsible}{old.action} {term.words} แทนกำหนดเดิม",
        )
    )
    text = f"{asked.sender.name}ขอเรียนว่า {why} {how}"
    letter.body.append(Paragraph(text))
    letter.duties += [moved, Duty(old.action, old.responsible, new_day, key=old.key, text=text)]
    return _finish(matter, letter, sealed=False)


def cancellation(matter: Matter, day: date, invited: Letter) -> Letter:
    """A meeting is called off, or put on another day."""
    dice, old = matter.dice, invited.events[0]
    moved = dice.chance(0.4)
    what = "เลื่อน" if moved else "ยกเลิก"
    letter = start_letter(
        matter, "cancellation", "external_letter", invited.sender, day, f"{what}การ{old.title}"
    )
    letter.recipients = invited.recipients
    link = "changes" if moved else "cancels"
    letter.citations.append(cite(invited, "header", dice, link=link))
    cite_more(matter, letter)
    told = f"ได้เชิญ{matter.doer()}เข้าร่วม{old.title} ใน{when_words(old, dice)}"
    letter.events.append(
        Event(old.day, old.start, old.end, old.title, old.venue, None, old.end_day, optional=True)
    )
    letter.body.append(Paragraph(background(matter, letter.citations, told)))
    text = f"เนื่องจากประธานการประชุมติดราชการสำคัญ {letter.sender.name}จึงขอ{what}การประชุมดังกล่าว"
    if moved:
        new = Event(
            workday(old.day + timedelta(days=dice.number(5, 15))),
            old.start,
            old.end,
            old.title,
            old.venue,
            old.online,
        )
        letter.events.append(new)
        text += f" เป็น{event_words(new, dice)}"
    else:
        text += " และหากกำหนดวันประชุมใหม่แล้วจะแจ้งให้ทราบต่อไป"
    letter.body.append(Paragraph(text))
    return _finish(matter, letter, sealed=False)


def result(matter: Matter, day: date, cited: Letter, office: Office) -> Letter:
    """The result is made known; nothing is asked."""
    dice = matter.dice
    letter = start_letter(
        matter, "result", "external_letter", office, day, subject_of("result", matter.matter, dice)
    )
    letter.recipients = cited.recipients
    letter.citations.append(cite(cited, "header", dice))
    cite_more(matter, letter)
    letter.body.append(
        Paragraph(background(matter, letter.citations, told_before(matter.dice, matter.short)))
    )
    score = f"{dice.number(78, 97)}.{dice.digits(2)}"
    letter.body.append(
        Paragraph(f"บัดนี้ การดำเนินการดังกล่าวเสร็จสิ้นแล้ว ปรากฏว่าค่าเฉลี่ยรวมได้ {score} คะแนน จึงขอแจ้งผลให้ทราบ")
    )
    return _finish(matter, letter, sealed=False)


def memo(matter: Matter, day: date, source: Letter) -> Letter:
    """An internal memo that lays a letter before the head and proposes what to do."""
    dice, office = matter.dice, matter.unit
    letter = start_letter(
        matter, "memo", "memo", office, day, subject_of("cover", matter.matter, dice), circular=False
    )
    letter.recipients = [one_addressee(office.head)]
    citation = cite(source, "body", dice)
    letter.citations.append(citation)
    letter.body.append(
        Paragraph(
            f"1. เรื่องเดิม ตาม{citation.printed} {told_before(dice, matter.short)} ความละเอียดแจ้งแล้ว นั้น", "1"
        )
    )
    due = workday(day + timedelta(days=dice.number(5, 20)))
    term, doer = due_term(due, dice, plain=True), matter.doer()
    action = matter.fill(dice.pick(matter.topic.duties), "จังหวัด")
    text = f"2. ข้อพิจารณา เห็นควรแจ้งให้{doer}{action} {term.words}"
    letter.duties.append(
        Duty(action, doer, term.due, item="2", key=f"{letter.id}/2", text=text, optional=True)
    )
    letter.body.append(Paragraph(text, "2"))
    letter.ending = dice.pick(
        ("จึงเรียนมาเพื่อโปรดพิจารณา", "จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบโปรดลงนามในหนังสือที่แนบมาพร้อมนี้")
    )
    sign(matter, letter)
    return letter


def _finish(matter: Matter, letter: Letter, sealed: bool) -> Letter:
    return finish(matter, letter, SEALED_ENDINGS if sealed else ENDINGS)
