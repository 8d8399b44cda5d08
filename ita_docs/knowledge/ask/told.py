"""What was understood of a question, told in words of its language."""

from __future__ import annotations

import datetime as dt
import re

from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.thai_days import thai_day

__all__ = ["in_english", "told_in_words"]

_KINDS = {
    "duties": ("สิ่งที่ต้องทำ", "What must be done"),
    "meetings": ("การประชุม", "Meetings"),
    "signatory": ("ผู้ลงนาม", "Who signed"),
    "senders": ("ผู้ส่ง", "Who sent"),
    "recipients": ("ผู้รับ", "To whom"),
    "contacts": ("ช่องทางติดต่อ", "Whom to call"),
    "attachments": ("สิ่งที่ส่งมาด้วย", "Enclosures"),
    "dates": ("วันที่ของหนังสือ", "Date of the letter"),
    "subject": ("เรื่องของหนังสือ", "Subject"),
    "cites": ("หนังสือที่อ้างถึง", "What it cites"),
    "cited_by": ("หนังสือที่อ้างถึงฉบับนี้", "What cites it"),
    "family": ("หนังสือทั้งสาย", "The whole chain"),
    "missing": ("หนังสือที่ถูกอ้างถึงแต่ไม่มีในคลัง", "Letters cited but not held"),
    "letters": ("หนังสือ", "Letters"),
    "search": ("ค้นหาตามคำ", "Search by words"),
}
_LINKS = {
    "cancels": ("ที่ยกเลิก", "that cancel"),
    "changes": ("ที่เปลี่ยนแปลงกำหนด", "that change"),
    "replies": ("ที่ตอบ", "that reply"),
    "reminds": ("ที่เร่งรัด", "that remind"),
    "forwards": ("ที่ส่งต่อ", "that forward"),
    "acts_on": ("ที่ดำเนินการตาม", "that act on"),
    "follows": ("ที่อ้าง", "that follow"),
}
_PARTIES = {
    "province": "จังหวัด", "provincial_agency": "ส่วนราชการประจำจังหวัด", "district": "อำเภอ",
    "local_office": "อปท.", "pao": "อบจ.", "municipality": "เทศบาล", "sao": "อบต.",
    "local_promotion": "สถจ.", "department": "กรม",
    "ministry": "กระทรวง", "agency": "หน่วยงานของรัฐ", "state_enterprise": "รัฐวิสาหกิจ", "school": "สถานศึกษา",
    "education_area": "เขตพื้นที่การศึกษา", "police_station": "สถานีตำรวจ", "hospital": "โรงพยาบาล",
    "health_office": "สำนักงานสาธารณสุข", "village": "ตำบล หมู่บ้าน", "university": "มหาวิทยาลัย",
}  # fmt: skip
_STATES = {
    "moved": ("ที่ถูกเลื่อน", "moved"),
    "cancelled": ("ที่ถูกยกเลิก", "cancelled"),
    "overdue": ("ที่เลยกำหนด", "overdue"),
    "proposed": ("ที่เสนอ ยังไม่สั่ง", "proposed only"),
}
_ORDERS = {
    "next": ("ครั้งถัดไป", "the next"),
    "latest": ("ครั้งล่าสุด", "the latest"),
    "first": ("แรกสุด", "the first"),
    "final": ("ท้ายสุด", "the last of all"),
}


def in_english(text: str) -> bool:
    """Whether a question is asked in English, the letter's number aside.

    >>> in_english("who signed มท 0322/ว 1861"), in_english("ITA 2568 ต้องทำอะไร")
    (True, False)
    """
    latin = sum(len(word) for word in re.findall(r"[A-Za-z]{2,}", text) if not word.isupper())
    thai = sum(len(word) for word in re.findall(r"[ก-๎]{4,}", text))
    return latin > thai


def told_in_words(question: Question, *, english: bool) -> str:
    """The query as one line of words.

    >>> told_in_words(Question(kind="duties", topics=["ITA"], fiscal_year=2568), english=False)
    'สิ่งที่ต้องทำ · ITA · ปีงบประมาณ 2568'
    """
    pick = 1 if english else 0
    parts = [_KINDS[question.kind][pick]]
    parts += [table[value][pick] for table, value in _said(question) if value in table]
    parts += question.topics
    parts += _of_whom(question, english)
    parts += _when(question, english)
    if question.about:
        parts.append(f"{'subject' if english else 'เรื่อง'} “{question.about}”")
    if question.words or question.hints:
        parts.append(f"{'words' if english else 'คำ'}: {' '.join([*question.words, *question.hints])}")
    for wrong, right in question.corrected.items():
        parts.append(f"{'read' if english else 'อ่าน'} “{wrong}” {'as' if english else 'เป็น'} “{right}”")
    return " · ".join(parts)


def _said(question: Question) -> list[tuple[dict[str, tuple[str, str]], str]]:
    return [
        (_ORDERS, question.order or ""),
        (_STATES, question.state or ""),
        (_LINKS, question.link or ""),
    ]


def _of_whom(question: Question, english: bool) -> list[str]:
    found = [question.number] if question.number else []
    if question.party:
        name = question.party.replace("_", " ") if english else _PARTIES.get(question.party, question.party)
        found.append(f"{'for' if english else 'ของ'} {name}")
    if question.online:
        found.append("online" if english else "ออนไลน์")
    if question.mine:
        found.append("our office" if english else "หน่วยงานเรา")
    pairs = (
        (question.bound, "for", "ผู้ต้องทำ"),
        (question.agency, "issued by", "ออกโดย"),
        (question.province, "province", "จังหวัด"),
        (question.person, "person", "บุคคล"),
        (question.addressed, "addressed to", "ส่งถึง"),
        (question.document_kind, "kind", "ชนิด"),
        (question.urgency, "urgency", "ชั้นความเร็ว"),
    )
    return found + [f"{one if english else other} {value}" for value, one, other in pairs if value]


def _when(question: Question, english: bool) -> list[str]:
    found = []
    if question.fiscal_year:
        found.append(f"{'fiscal year' if english else 'ปีงบประมาณ'} {question.fiscal_year}")
    if question.year:
        found.append(f"{'calendar year' if english else 'ปี พ.ศ.'} {question.year}")
    since, until = _day(question.since, english), _day(question.until, english)
    if since and until and since == until:
        found.append(f"{'on' if english else 'วันที่'} {since}")
    else:
        found += [f"{'from' if english else 'ตั้งแต่'} {since}"] if since else []
        found += [f"{'to' if english else 'ถึง'} {until}"] if until else []
    return found


def _day(day: dt.date | None, english: bool) -> str:
    if day is None:
        return ""
    return f"{day.day} {day:%B %Y}" if english else thai_day(day)
