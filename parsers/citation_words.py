"""The words around a citation: whose letter it is, and what it is about."""

from __future__ import annotations

import re

__all__ = ["DATE_CUE", "issuer_of", "subject_after", "subject_before"]

DATE_CUE = re.compile(
    r"(?:ลง\s*วันที่|ลว\s*\.|ลว(?=\s*\d)|ลงวัน|(?:ประกาศ|สั่ง|ให้ไว้)\s*ณ\s*วันที่)\s*(?:วัน[ก-๎]{2,10}ที่\s*)?$"
)
_SUBJECT = re.compile(r"\s*เรื่อง\s*")
_SUBJECT_END = re.compile(
    r"\s*(?:นั้น(?=\s|$|\n)|\n|;|\s(?:และ|กับ)(?=คำสั่ง|ประกาศ|หนังสือ|ระเบียบ)|ลงวันที่|ฉบับลงวันที่|\s(?:ได้กำหนด|กำหนดให้|จังหวัด|จึง|ขอให้|โดยให้)|จำนวน\s*\d+\s*(?:ฉบับ|ชุด|แผ่น|เล่ม)|\s(?:มา|ไป)(?:ยัง|เพื่อ|ให้)|$)"
)
_BACKGROUND = re.compile(r"(?:ตามที่|ตาม|อนุสนธิ|ด้วย|เนื่องจาก|สืบเนื่องจาก(?:ที่)?|โดยที่|ซึ่ง|\n|^)\s*")
_HAS_ISSUED = re.compile(r"\s*(?:ได้)?(?:มี|ออก|แจ้งตาม|จัดทำ|ลงนามใน|กำหนดตาม|แจ้ง|ส่ง)\s*$")


def issuer_of(words: str, text: str, kind_at: int) -> str | None:
    """`หนังสือ<issuer>`, or `<issuer>ได้มีหนังสือ`."""
    name = words.strip(" ,:;()").removeprefix("ของ").strip()
    if name.startswith(("ที่อ้างถึง", "ราชการ")):
        name = ""
    if name:
        return name if len(name) <= 120 else None
    start = text.rfind("\n", 0, kind_at) + 1
    clause = text[max(start, kind_at - 120) : kind_at]
    issued = _HAS_ISSUED.search(clause)
    if not issued:
        return None
    subject = clause[: issued.start()]
    opened = list(_BACKGROUND.finditer(subject))
    name = subject[opened[-1].end() :] if opened else subject
    return name.strip() or None


def subject_after(text: str, end: int) -> tuple[str | None, int]:
    """What stands after เรื่อง behind a citation, and where it ends."""
    opened = _SUBJECT.match(text, end)
    if not opened:
        return None, end
    stop = _SUBJECT_END.search(text, opened.end())
    last = stop.start() if stop else len(text)
    subject = " ".join(text[opened.end() : last].split())
    return (subject or None), last


def subject_before(text: str, start: int, end: int) -> str | None:
    """What stands after เรื่อง before ลงวันที่."""
    found = _SUBJECT.search(text, start, end)
    if not found:
        return None
    subject = DATE_CUE.sub("", text[found.end() : end]).strip()
    subject = re.sub(r"\s*(?:ฉบับ)?(?:ลง\s*วันที่|ลว\.?)?\s*$", "", subject)
    return " ".join(subject.split()) or None
