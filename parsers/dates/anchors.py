"""What a period counts from: the receipt, the letter's own date, a day that is named, or an event."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from parsers.dates.dated import dated_reading
from parsers.dates.ends import end_of
from parsers.dates.reader import Reader

__all__ = ["EVENT", "Anchor", "anchor_at", "tokens_behind", "unsaid_anchor"]

_RECEIPT = re.compile(
    r"\s{0,2}(?:วัน)?(?:ถัดจาก)?\s{0,2}(?:เมื่อ|วัน(?:ที่)?)?\s{0,2}(?:ที่)?\s{0,2}(?:[^\s\d,;()\n]{2,40}?\s?(?=ได้รับ(?:หนังสือ|แจ้ง)))?(?:ได้)?\s{0,1}(?:ลง)?รับ\s{0,2}"
    r"(?P<what>หนังสือแจ้ง|หนังสือ|แจ้ง|เรื่อง|คำสั่ง|เอกสาร|ทราบ|สำเนา|วิทยุ|หมาย)(?:[^\s\d,.;()]{0,24})"
)
_LETTER = re.compile(
    r"\s{0,2}วัน(?:ที่)?\s{0,2}(?:ที่)?\s{0,2}(?:ที่?ลง(?:วันที่)?|ปรากฏ|ออก|มี|ตาม)?\s{0,2}(?:ใน|ของ)?\s{0,2}หนังสือ"
    r"(?:ลงวันที่)?(?:ฉบับ)?(?:\s?นี้)?"
)
_NOW = re.compile(r"\s{0,2}(?:วันนี้|บัดนี้)(?:เป็นต้นไป)?")
EVENT = re.compile(r"\s{0,2}(?P<event>[^\s\d,;()\x00][^,;()\n\x00]{1,58}?)(?=\s|[,;()\n\x00]|\Z)")
_COUNTED_EARLIER = re.compile(
    r"นับ(?:แต่|จาก|ตั้งแต่|ถัดจาก|ถัด)\s?วัน(?:ที่)?\s?(?:ได้)?รับ(?:หนังสือ|แจ้ง)[^\d\n]{0,60}\Z"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a period counts from: `receipt`, `letter`, `date`, or the event in the letter's words."""

    name: str
    day: dt.date | None
    assumed: bool = False


def anchor_at(r: Reader, j: int) -> tuple[Anchor | None, int, int]:
    """What stands behind `นับแต่`, with where its text ends and the place behind it."""
    k = j
    while k < j + 3 and r.follows(k, "COUNT", "FROM", "AFTER"):
        k += 1
    if k == j:
        return None, r.end(j), j
    found = dated_reading(r, k, past=True) if r.tokens[k].joined else None
    if found is not None and found[0].date is not None:
        return Anchor("date", found[0].date), r.end(found[1]), found[1]
    ended = end_of(r, k + 1, limited=False) if r.follows(k, "END") and r.tokens[k + 1].joined else None
    if ended is not None and ended[0].last and not ended[0].issues:
        return Anchor("date", ended[0].last), r.end(ended[1]), ended[1]
    at = r.end(k)
    for pattern, name, day in (
        (_RECEIPT, "receipt", r.received),
        (_LETTER, "letter", r.letter_date),
        (_NOW, "letter", r.letter_date),
    ):
        if matched := pattern.match(r.text, at):
            return Anchor(name, day), matched.end(), tokens_behind(r, k, matched.end())
    event = EVENT.match(r.text, at)
    if event is None:
        return None, r.end(j), j
    return Anchor(event["event"].strip(), None), event.end(), tokens_behind(r, k, event.end())


def tokens_behind(r: Reader, k: int, end: int) -> int:
    while r.tokens[k].kind and r.tokens[k].start < end:
        k += 1
    return k


def unsaid_anchor(r: Reader, begin: int) -> Anchor:
    """The receipt where the clause spoke of it before, else the letter's own date, which is an assumption."""
    start = r.tokens[begin].start
    if _COUNTED_EARLIER.search(r.text[max(0, start - 100) : start]):
        return Anchor("receipt", r.received)
    return Anchor("letter", r.letter_date, assumed=True)
