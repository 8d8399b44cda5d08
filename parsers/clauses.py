"""The clause around a deadline: what must be done, and by whom.

Thai letters put no full stops; a clause begins after โดย, แล้ว, และ, ทั้งนี้, จึงขอ ... and runs to the next.
"""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.cues import alternatives

__all__ = ["action_around", "clause_start", "responsible_in"]

_CUT = re.compile(
    r"(?:เห็นควร(?:แจ้ง)?(?:ให้)?|โดยขอให้|โดยให้|โดยขอความร่วมมือ|โดย(?=[ก-ฮเ-ไ])(?!ด่วน|เร็ว|พร้อม|เคร่ง|ทั่ว|ละเอียด|ตรง|เฉพาะ)|แล้วให้|และขอให้|และให้|พร้อมทั้ง(?:ขอ)?ให้|พร้อมทั้ง|"
    r"ทั้งนี้\s*(?:ขอ)?ให้|ทั้งนี้|ในการนี้|จึงขอให้|จึงขอความร่วมมือ|จึงขอ|จึงให้|ขอความร่วมมือ|ขอความอนุเคราะห์|"
    r"ขอได้โปรด|โปรด|ขอให้|เพื่อขอให้|ดังนี้|อนึ่ง|รวมทั้ง(?:ขอ)?ให้|ตลอดจน(?:ขอ)?ให้|"
    r"เรียบร้อยแล้ว\s*(?:ให้|และ)?|นั้น(?=\s))\s*"
)
_EMPTY = re.compile(
    r"^\s*(?:ขอ)?(?:ให้)?\s*(?:ดำเนินการ|ปฏิบัติ|ถือปฏิบัติ|กระทำ|ทำ|จัดทำ)?\s*(?:ดังกล่าว)?\s*(?:ให้)?(?:แล้วเสร็จ|เสร็จสิ้น|เสร็จเรียบร้อย|เรียบร้อย|ทัน)?\s*$"
)
_ITEM = re.compile(r"^\s*(?:ข้อ\s*)?\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s*")
_AFTER_END = re.compile(r"\s(?:ทั้งนี้|รายละเอียด|เพื่อ(?:จะ)?(?:ได้)?|โดย|อนึ่ง|หาก|และขอ|ตามสิ่ง|ปรากฏ|จึง)|\n|นั้น\s")
_AND = re.compile(r"^\s*(?:และ|แล้ว|พร้อมทั้ง)(?:ขอ)?(?:ให้)?\s*")
_LONGEST = 420
_WHO = re.compile(
    r"(?:ขอให้|แจ้งให้|กำหนดให้|มอบหมายให้|ขอความร่วมมือ(?:ให้)?|ขอเชิญ|สั่งการให้|กำชับให้|แจ้ง(?=องค์กร|หน่วย|ส่วน|อำเภอ|เทศบาล)"
    r"|ระยะเวลาให้|(?:^|(?<=\s)|(?<=จึง)|(?<=และ)|(?<=โดย)|(?<=แล้ว))ให้)\s*",
    re.MULTILINE,
)
_INFORMED = re.compile(r"\s*(?:(?:[ก-ฮ]\.){2,}\s*)?(?:ทราบ|พิจารณา|เห็นชอบ|อนุมัติ)")


@lru_cache
def _actor() -> re.Pattern[str]:
    heads = f"(?:{alternatives('offices')}|{alternatives('posts')}|ผู้)"
    return re.compile(
        rf"({heads}[^\s\n]{{0,60}}?(?:\s?(?:ทุก|ใน)[^\s\n]{{2,30}}?)?)\s*"
        rf"(?:(?<!พื้น)(?<!หน้า)(?<!สถาน)(?<!การ(?=ศึกษา))(?={alternatives('duty_verb')}(?!เสริม))|(?=\s|\n|$))"
    )


def clause_start(text: str, paragraph: int, at: int) -> int:
    """Where the clause that ends at `at` begins."""
    floor = max(paragraph, at - _LONGEST)
    cuts = [found.end() for found in _CUT.finditer(text, floor, at)]
    start = cuts[-1] if cuts else floor
    item = _ITEM.match(text[start:at]) if start == paragraph else None
    return start + (item.end() if item else 0)


def action_around(text: str, paragraph: int, start: int, end: int) -> str | None:
    """What is to be done by the time that stands from `start` to `end`, in the letter's words.

    A clause that only says ให้แล้วเสร็จ takes the one before it along; where nothing stands before the
    day, the action follows it.
    """
    begin = clause_start(text, paragraph, start)
    clause = text[begin:start]
    while _EMPTY.match(clause) and begin > paragraph:
        earlier = _before_cut(text, paragraph, begin)
        if earlier >= begin:
            break
        begin = earlier
        clause = text[begin:start]
        if not _EMPTY.match(_CUT.sub("", clause)):
            break
    if _EMPTY.match(_ITEM.sub("", clause)):
        after = _AFTER_END.search(text, end, end + _LONGEST)
        clause = f"{clause}{text[end : after.start() if after else min(end + 160, len(text))]}"
    return _tidy(clause)


def _before_cut(text: str, paragraph: int, begin: int) -> int:
    cuts = [found for found in _CUT.finditer(text, max(paragraph, begin - _LONGEST), begin)]
    last = cuts[-1].start() if cuts else begin
    return clause_start(text, paragraph, last) if last > paragraph else paragraph


def _tidy(clause: str) -> str | None:
    action = " ".join(_AND.sub("", _ITEM.sub("", clause)).split()).strip(" ,;:")
    return action or None


def responsible_in(text: str, paragraph: int, start: int) -> str | None:
    """The office or post that the sentence asks to act, where it names one.

    `ให้สำนักงานส่งเสริมฯ แจ้งให้องค์กรปกครองส่วนท้องถิ่น เข้าร่วม...` asks the latter; who is only told
    (`รายงานให้จังหวัดทราบ`) is asked nothing. `หน่วยงานของรัฐเผยแพร่...` names who acts at its head.
    """
    named = None
    for found in _WHO.finditer(text, max(paragraph, start - _LONGEST), start):
        named = _actor_at(text, found.end(), start) or named
    return named or _actor_at(text, clause_start(text, paragraph, start), start)


def _actor_at(text: str, at: int, end: int) -> str | None:
    actor = _actor().match(text, at)
    if not actor or actor.end() > end or _INFORMED.match(text, actor.end(1)):
        return None
    return actor[1].strip() or None
