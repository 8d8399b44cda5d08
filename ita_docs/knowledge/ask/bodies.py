"""Bodies that a question names and the store knows: schools, local offices, units no table lists."""

from __future__ import annotations

import re

from sqlalchemy import select
from sqlmodel import Session

from ita_docs.knowledge.ask.vocabulary import BODIES
from ita_docs.knowledge.tables import agencies

__all__ = ["mark_bodies"]

_HEADS = re.compile(
    r"กรม|กระทรวง|กอง|การ(?=ไฟฟ้า|ประปา|ท่า|รถไฟ|เคหะ|กีฬา)|เขต|คณะกรรมการ|เทศบาล|ธนาคาร|มหาวิทยาลัย|มูลนิธิ|โรงพยาบาล"
    r"|โรงเรียน|วิทยาลัย|ศาล|ศูนย์|สถานี|สถาบัน|สภา|สมาคม|สหกรณ์|สำนัก|องค์การ|องค์กร|อำเภอ|ที่ทำการ|ที่ว่าการ|ชุมนุม|บริษัท"
)
MORE = 2
"""Characters behind the head that a name must share before names are looked up."""

LOOKED_UP = 400
"""Names compared at the most."""


def mark_bodies(session: Session, text: str) -> tuple[str, dict[str, str]]:
    """The question with a mark in place of each body of the store, and the names that the marks stand for."""
    named: dict[str, str] = {}
    at = 0
    while len(named) < len(BODIES) and (head := _HEADS.search(text, at)):
        name = _longest_name(session, text, head) or _bound_name(text, head.start())
        at = head.end()
        if name is not None:
            mark = BODIES[len(named)]
            named[mark] = name
            text = f"{text[: head.start()]} {mark} {text[head.start() + len(name) :]}"
            at = head.start() + len(mark) + 2
    return text, named


_BOUND = re.compile(
    r"(?:สำนัก|กอง|ศูนย์|โรงพยาบาล|วิทยาลัย|สถาบัน|สถานี|คณะกรรมการ)[ก-๎ ]{3,60}?"
    r"(?=\s*(?:จะ)?(?:ต้อง(?!เสร็จ|แล้วเสร็จ|ครบ|ส่งวัน|ส่งเมื่อ|ทำวัน|ทำเมื่อ)|มีหน้าที่|มีภารกิจ|ควร))"
)
_WORK = re.compile(r"(?:ตั้ง|ส่ง|แจ้ง|เสนอ|จัดทำ|รายงาน|สำรวจ|ตรวจสอบ|ปรับปรุง|พัฒนา)\s*$")
"""What is done to a body makes it no doer: `จัดตั้ง|ศูนย์ปฏิบัติการ`."""
_ASKED = re.compile("ไหน|ใด|อะไร|ใคร|เรา")


def _bound_name(text: str, start: int) -> str | None:
    """A body that the store knows by no letter of its own, named as the one that must act."""
    found = _BOUND.match(text, start)
    if _WORK.search(text[:start]):
        return None
    return found[0] if found is not None and not _ASKED.search(found[0]) else None


def _longest_name(session: Session, text: str, head: re.Match[str]) -> str | None:
    """The longest name of the store that stands in the question from the head on."""
    begin = text[head.start() : head.end() + MORE]
    if len(begin) < len(head[0]) + MORE:
        return None
    query = select(agencies.c.name).where(agencies.c.name >= begin, agencies.c.name < begin + "\U0010ffff")
    names = session.execute(query.order_by(agencies.c.name).limit(LOOKED_UP)).scalars()
    fitting = [name for name in names if text.startswith(name, head.start())]
    return max(fitting, key=len, default=None)
