"""Other documents of the correspondence regulation: regulation, certificate, news, minutes."""

from __future__ import annotations

from datetime import date, timedelta

from ita_docs.corpus.data_files import bodies, people, provinces, topics, vocabulary
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Addressee, Event, Letter, Paragraph, Signer
from ita_docs.corpus.numbering import LetterNumber, Register
from ita_docs.corpus.offices import Office, central_office, local_office, provincial_office
from ita_docs.corpus.people import invent_person
from ita_docs.corpus.scenes.drafting import sign_with
from ita_docs.corpus.thai_dates import buddhist, long_day, workday

__all__ = ["record"]


def record(name: str, year: int, register: Register) -> list[Letter]:
    """One document of a rarer kind."""
    dice = Dice(name)
    day = workday(date(year - 543, 1, 1) + timedelta(days=dice.number(0, 360)))
    province = dice.pick(provinces())
    offices = (
        central_office(dice.pick(sorted(bodies())), dice),
        provincial_office(dice.pick(("district", "local", "province")), province, dice),
        local_office(province, dice),
    )
    write = dice.weighted({_regulation: 3, _certificate: 3, _news: 2, _minutes: 3})
    letter = write(f"{name}-01", dice.pick(offices), day, register, dice)
    letter.numerals = "thai" if dice.chance(0.8) else "arabic"
    return [letter]


def _regulation(name: str, office: Office, day: date, register: Register, dice: Dice) -> Letter:
    """ระเบียบ or ข้อบังคับ: ว่าด้วย..., ข้อ 1, ประกาศ ณ วันที่."""
    word = dice.weighted({"ระเบียบ": 4, "ข้อบังคับ": 1})
    about = dice.pick(vocabulary()["regulated"])
    subject = f"{word}{office.name} ว่าด้วย{about} พ.ศ. {buddhist(day)}"
    letter = Letter(name, "record", "regulation", office, day, subject)
    letter.printed["title"] = f"{word}{office.name}\nว่าด้วย{about}\nพ.ศ. {buddhist(day)}"
    letter.extra["accept_subject"] = [about, f"ว่าด้วย{about}", f"ว่าด้วย{about} พ.ศ. {buddhist(day)}"]
    reason = f"โดยที่เป็นการสมควรกำหนดหลักเกณฑ์เกี่ยวกับ{about} {office.head}จึงออก{word}ไว้ ดังต่อไปนี้"
    letter.body = [
        Paragraph(reason),
        Paragraph(f"ข้อ 1 {word}นี้เรียกว่า “{subject}”", "1"),
        Paragraph(f"ข้อ 2 {word}นี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศเป็นต้นไป", "2"),
        Paragraph(f"ข้อ 3 ให้{office.head}รักษาการตาม{word}นี้", "3"),
    ]
    letter.ending = f"ประกาศ ณ วันที่ {long_day(day, era=True)}"
    letter.signer = Signer(invent_person(dice), office.head)
    return letter


def _certificate(name: str, office: Office, day: date, register: Register, dice: Dice) -> Letter:
    """หนังสือรับรอง: เลขที่, ให้ไว้เพื่อรับรองว่า, ให้ไว้ ณ วันที่."""
    serial = register.next_serial(f"certificate {office.name}", buddhist(day), dice)
    letter = Letter(name, "record", "certificate", office, day, "")
    letter.number = LetterNumber(None, None, str(serial), year=buddhist(day))
    person, post = invent_person(dice, ranks=False), dice.pick(people()["posts"])
    fact = dice.pick(
        (
            f"{person.full} ตำแหน่ง {post} เป็นข้าราชการสังกัด{office.name}จริง",
            f"{person.full} ได้ผ่านการฝึกอบรมหลักสูตรที่{office.name}จัดขึ้น และมีความประพฤติเรียบร้อย",
        )
    )
    letter.body = [Paragraph(f"หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า {fact}")]
    letter.ending = f"ให้ไว้ ณ วันที่ {long_day(day, era=True)}"
    letter.extra |= {"subject": None, "unread": ["subject", "owner", "contacts"]}
    sign_with(letter, dice, invent_person(dice))
    return letter


def _news(name: str, office: Office, day: date, register: Register, dice: Dice) -> Letter:
    """ข่าว: the issuing office at the foot, then the day."""
    subject = f"{office.name}{dice.pick(('ขอเชิญร่วมกิจกรรม', 'เตือนประชาชนระวัง', 'ชี้แจงข้อเท็จจริงเกี่ยวกับ'))}"
    subject += dice.pick(vocabulary()["regulated"])
    letter = Letter(name, "record", "news", office, day, subject)
    topic = dice.pick(sorted(topics().values(), key=lambda one: one.key))
    purpose = dice.pick([text for text in topic.purpose if "{" not in text])
    letter.body = [Paragraph(f"{office.name}ขอแจ้งให้ประชาชนทราบว่า {subject} {purpose}")]
    letter.ending = "จึงประชาสัมพันธ์ให้ทราบโดยทั่วกัน"
    letter.extra["unread"] = ["signatory", "owner", "contacts"]
    return letter


def _minutes(name: str, office: Office, day: date, register: Register, dice: Dice) -> Letter:
    """รายงานการประชุม: who came, what was said, who wrote it down."""
    group = dice.pick(vocabulary()["groups"])
    turn = f"ครั้งที่ {dice.number(1, 12)}/{buddhist(day)}"
    letter = Letter(name, "record", "minutes", office, day, f"รายงานการประชุม{group} {turn}")
    venue = f"{dice.pick(vocabulary()['rooms'])} {office.letterhead}"
    letter.events = [Event(day, "09:30", None, f"ประชุม{group} {turn}", venue, optional=True)]
    meeting = letter.events[0].gold()
    chair, clerk = invent_person(dice), invent_person(dice, ranks=False)
    letter.printed["title"] = f"รายงานการประชุม{group}\n{turn}\nวันที่ {long_day(day)}\nณ {venue}"
    rows = ["ผู้มาประชุม", f"1. {chair.full} ประธาน", f"2. {clerk.full} เลขานุการ", "เริ่มประชุมเวลา 09.30 น."]
    rows += ["ระเบียบวาระที่ 1 เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", "ประธานกล่าวเปิดการประชุม มติที่ประชุม รับทราบ"]
    rows += ["ระเบียบวาระที่ 2 เรื่องรับรองรายงานการประชุม", "มติที่ประชุม รับรอง"]
    rows += ["ระเบียบวาระที่ 3 เรื่องเสนอเพื่อพิจารณา", "มติที่ประชุม เห็นชอบ", "เลิกประชุมเวลา 12.00 น."]
    letter.body = [Paragraph(row) for row in rows]
    letter.ending = f"{clerk.full} ผู้จดรายงานการประชุม"
    letter.recipients = list[Addressee]()
    letter.extra |= {
        "number": None,
        "meetings": [event | {"optional": True} for event in (meeting, meeting | {"start": None})],
        "unread": ["number", "date", "issuer", "subject", "signatory", "owner", "recipients", "deadlines"],
    }
    return letter
