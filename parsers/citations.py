"""Letters, orders and announcements that a text cites: kind, issuer, urgency, number, day, subject.

A citation hangs on its number, or on ลงวันที่ where it has none; what stands before says whose it is, what
stands after says when and what about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from parsers.citation_words import DATE_CUE, issuer_of, subject_after, subject_before
from parsers.contract import Number, Reference
from parsers.cues import alternatives, value_of
from parsers.dates import TimeExpression
from parsers.flow import Flow
from parsers.numbers import NumberMatch
from parsers.script import skeleton

__all__ = ["Citation", "citations_in"]

_DATED = re.compile(
    r"\s*(?:\)|,)?\s*(?:ฉบับ)?\s*(?:ลงวันที่|ลง\s*วันที่|ลว\s*\.?|ลวท\s*\.?|ลงวัน|ล\s*งวันที่|วันที่|เมื่อวันที่|ลงที่)?\s*[:.]?\s*(?:วัน[ก-๎]{2,10}ที่\s*)?"
)
_AT = re.compile(r"(?:ที่|เลขที่|ฉบับที่|หมายเลข)\s*$")
_ISSUED = re.compile(r"(?:ประกาศ|สั่ง|ให้ไว้)\s*$")
_URGENCY = re.compile(r"\s*[(]?(ด่วนที่สุด|ด่วนมาก|ด่วน)[)]?\s*")
_SECRECY = re.compile(r"\s*(?:ลับที่สุด|ลับมาก|(?<![ก-๎])ลับ)(?=\s|$)")
_GLUE = re.compile(
    r"^[\s,;()\dก-๎.]{0,6}?(?:และ|กับ|,|;|\s|\d\.|\()*\s*(?:ด่วนที่สุด|ด่วนมาก|ด่วน)?\s*(?:ที่|เลขที่)?\s*$"
)
_WINDOW = 260
_BRUISED_REACH = 25
_DATED_LETTERS = 7


@dataclass(slots=True)
class Citation:
    """A reference and where it stands in the text."""

    reference: Reference
    start: int
    end: int
    number_span: tuple[int, int] | None
    date_span: tuple[int, int] | None


@lru_cache
def _kinds() -> re.Pattern[str]:
    return re.compile(alternatives("ref_kind"))


def citations_in(flow: Flow, where: str, letter_date: str | None = None) -> list[Citation]:
    """All citations of the text, in order; `where` is header, body or enclosure."""
    text = flow.text
    numbers = [found for found in flow.numbers if found.kind not in {"meeting", "case"}]
    days = [found for found in flow.times(letter_date) if _is_day(found)]
    cited: list[Citation] = []
    for number in numbers:
        citation = _by_number(text, number, days, where, cited)
        if citation is not None:
            cited.append(citation)
    taken = {citation.date_span for citation in cited}
    for day in days:
        if (day.start, day.end) in taken or not (where != "body" or _is_cited(text, day)):
            continue
        citation = _by_date(text, day, where, cited)
        if citation is not None:
            cited.append(citation)
    return sorted(cited, key=lambda citation: citation.start)


def _is_cited(text: str, day: TimeExpression) -> bool:
    if day.role == "cited" or _anchor(text, day) < day.start:
        return True
    return bool(DATE_CUE.search(text[max(day.start - 30, 0) : day.start]))


def _anchor(text: str, day: TimeExpression) -> int:
    """Where the words before a day begin that say it was then announced (`ประกาศ ณ วันที่ ...`)."""
    found = _ISSUED.search(text[max(day.start - 12, 0) : day.start])
    if found is None or not day.text.startswith("ณ"):
        return day.start
    return max(day.start - 12, 0) + found.start()


def _is_day(found: TimeExpression) -> bool:
    return found.kind == "date" and (found.value is not None or bool(found.issues))


def _by_number(
    text: str, found: NumberMatch, days: Sequence[TimeExpression], where: str, cited: Sequence[Citation]
) -> Citation | None:
    day = _day_after(text, found.end, days) or _bruised(text, found.end, days, where)
    start, kind, issuer, urgency = _source(text, found.start, cited)
    if kind is None:
        if found.kind == "order":
            return None
        kind = "letter" if day is not None or found.kind == "letter" else None
    if kind is None or (found.number.serial is None and day is None):
        return None
    end = day.end if day is not None else found.end
    subject, end = subject_after(text, end)
    number: Number | None = found.number if found.number.serial is not None else None
    reference = Reference(where, kind, issuer, urgency, number, _value(day), subject)
    return Citation(reference, start, end, (found.start, found.end), _span(day))


def _by_date(text: str, day: TimeExpression, where: str, cited: Sequence[Citation]) -> Citation | None:
    anchor = _anchor(text, day)
    start, kind, issuer, urgency = _source(text, anchor, cited, dated=True)
    if kind is None or kind == "law":
        return None
    subject, end = subject_after(text, day.end)
    if subject is None:
        subject = subject_before(text, start, anchor)
    if issuer and "เรื่อง" in issuer:
        issuer = issuer.split("เรื่อง")[0].strip() or None
    return Citation(
        Reference(where, kind, issuer, urgency, None, _value(day), subject), start, end, None, _span(day)
    )


def _value(day: TimeExpression | None) -> str | None:
    return day.value if day is not None else None


def _span(day: TimeExpression | None) -> tuple[int, int] | None:
    return (day.start, day.end) if day is not None else None


def _day_after(text: str, end: int, days: Sequence[TimeExpression]) -> TimeExpression | None:
    glue = _DATED.match(text, end)
    reach = glue.end() if glue else end
    return next((day for day in days if end <= day.start <= reach + 1 and day.end > reach), None)


def _bruised(text: str, end: int, days: Sequence[TimeExpression], where: str) -> TimeExpression | None:
    """A day soon after a number: the reader has bruised ลงวันที่ between them.

    On a line that only cites, anything may stand between; in the body, something like those words.
    """
    day = next((day for day in days if 0 <= day.start - end <= _BRUISED_REACH), None)
    if day is None or where != "body":
        return day
    between = skeleton(text[end : day.start]).replace(" ", "")
    return day if len(between) <= _DATED_LETTERS and set(between) & set("ลงวนท") else None


def _source(
    text: str, at: int, cited: Sequence[Citation], dated: bool = False
) -> tuple[int, str | None, str | None, str | None]:
    """Where the citation begins, its kind, its issuer and its urgency, from the words before it."""
    floor = max([0, at - _WINDOW, *(citation.end for citation in cited if citation.end <= at)])
    floor = max(floor, text.rfind("\n", 0, at) + 1)
    before = text[floor:at]
    kind_at = _kind_before(before, dated)
    if kind_at is None:
        previous = next((one for one in reversed(cited) if one.end == floor), None)
        if previous is not None and _GLUE.match(before):
            urgency = _URGENCY.search(before)
            return floor, previous.reference.kind, previous.reference.issuer, _urgency(urgency)
        urgency = _URGENCY.search(before[-25:])
        return at, None, None, _urgency(urgency)
    words = DATE_CUE.sub("", _AT.sub("", before[kind_at.end() :]).rstrip())
    urgency = _URGENCY.search(words)
    named = _SECRECY.sub(" ", _URGENCY.sub(" ", words) if urgency else words)
    issuer = issuer_of(_AT.sub("", named.strip()), text, floor + kind_at.start())
    return floor + kind_at.start(), value_of("ref_kind", kind_at[0]), issuer, _urgency(urgency)


def _kind_before(before: str, dated: bool) -> re.Match[str] | None:
    about = before.rfind("เรื่อง") if dated else -1
    found = list(_kinds().finditer(before, 0, about if about > 0 else len(before)))
    if not found and about > 0:
        found = list(_kinds().finditer(before))
    return found[-1] if found else None


def _urgency(found: re.Match[str] | None) -> str | None:
    return value_of("urgency", found[1]) if found else None
