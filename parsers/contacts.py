"""Telephones, faxes, e-mail and web addresses: the ones at the foot, and telephones named in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from parsers.contract import Contact
from parsers.cues import alternatives
from parsers.evidence import Trace
from parsers.flow import Flow

__all__ = ["contacts_of"]

_EMAIL = re.compile(r"[A-Za-z0-9._%+\-]+\s?@\s?[A-Za-z0-9\-]+(?:\s?\.\s?[A-Za-z0-9\-]+)+")
_URL = re.compile(r"(?:https?\s*:\s*//\s*|www\s*\.\s*)[A-Za-z0-9\-._~:/?#\[\]@!$&*+,;=%]+", re.IGNORECASE)
_LINE_ID = re.compile(
    r"(?:line\s*id|id\s*line|ไลน์ไอดี|ไอดีไลน์)\s*[:.]?\s*(@?[A-Za-z0-9._\-]{3,30})", re.IGNORECASE
)
_PHONE_LABEL = re.compile(
    r"(?P<both>(?:โทรศัพท์|โทร)\s*\.?\s*(?:/|และ|,)\s*(?:โทรสาร|แฟกซ์|fax))|(?P<fax>โทรสาร|แฟกซ์|fax)"
    r"|(?P<phone>โทรศัพท์(?:มือถือ|เคลื่อนที่)?|โทร|มือถือ|หมายเลข|tel|mobile)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"0(?:[\s\-.]?\d){7,9}(?!\d)|(?<!\d)1\d{3}(?!\d)")
_TAIL = re.compile(r"\s*[-–]\s*(\d{1,2})(?!\d)")
_EXT = re.compile(r"\s*(?:\(?\s*(?:ต่อ|ext\.?|กด)\s*)(\d{1,6}(?:\s*[-–,]\s*\d{1,6})*)", re.IGNORECASE)
_BETWEEN = re.compile(r"^[\s.:,/()\-–]*(?:ที่|เลขที่|หมายเลข|และ|หรือ|คือ|ได้ที่|ภายใน)?[\s.:,/()\-–]*$")
_PERSON_REACH = 110


@lru_cache
def _person() -> re.Pattern[str]:
    title = alternatives("titles")
    return re.compile(rf"({title}\s?[ก-๎]{{2,}}\s+(?:ณ\s+)?[ก-๎]{{2,}})")


def contacts_of(head: Flow, body: Flow, foot: Flow, trace: Trace) -> list[Contact]:
    """All contacts of a letter in the order in which they stand; web addresses only from the foot.

    A memo has its telephone in the ส่วนราชการ line of its head.
    """
    found: list[Contact] = []
    for flow, at_foot in ((head, False), (body, False), (foot, True)):
        located = [*_phones(flow), *_emails(flow), *(_addresses(flow) if at_foot else ())]
        for contact, start, end in sorted(located, key=lambda item: item[1]):
            if any((one.value, one.ext) == (contact.value, contact.ext) for one in found):
                continue
            trace.note_span(f"/contacts/{len(found)}/value", flow, start, end)
            found.append(contact)
    return found


def _phones(flow: Flow) -> Iterator[tuple[Contact, int, int]]:
    text = flow.arabic
    kind, reach = None, 0
    labels = list(_PHONE_LABEL.finditer(text))
    for number in _NUMBER.finditer(text):
        before = [label for label in labels if label.end() <= number.start()]
        if not before:
            continue
        label = before[-1]
        near = text[max(label.end(), reach if kind == label.lastgroup else 0) : number.start()]
        if not _BETWEEN.match(near) or (len(number[0]) == 4 and number.start() - label.end() > 4):
            continue
        kind = label.lastgroup
        extension = _EXT.match(text, number.end())
        reach = extension.end() if extension else number.end()
        yield _contact(flow, str(kind), number, extension), number.start(), reach


def _contact(flow: Flow, group: str, number: re.Match[str], extension: re.Match[str] | None) -> Contact:
    value = re.sub(r"\D", "", number[0])
    kind = {"both": "phone_fax", "fax": "fax"}.get(group, "phone")
    ext = re.sub(r"\s*[–-]\s*", "-", re.sub(r"\s*,\s*", ",", extension[1])) if extension else None
    return Contact(kind, value, ext, _person_before(flow, number.start()))


def _person_before(flow: Flow, at: int) -> str | None:
    """The person named in the same line or clause before a telephone."""
    start = max(flow.text.rfind("\n", 0, at), at - _PERSON_REACH, 0)
    window = flow.text[start:at]
    earlier = list(_NUMBER.finditer(flow.arabic, start, at))
    if earlier:
        window = flow.text[earlier[-1].end() : at]
    found = list(_person().finditer(window))
    return " ".join(found[-1][1].split()) if found else None


def _emails(flow: Flow) -> Iterator[tuple[Contact, int, int]]:
    for found in _EMAIL.finditer(flow.text):
        yield Contact("email", re.sub(r"\s", "", found[0])), found.start(), found.end()


def _addresses(flow: Flow) -> Iterator[tuple[Contact, int, int]]:
    for found in _URL.finditer(flow.text):
        yield Contact("url", re.sub(r"\s", "", found[0]).rstrip(".,)")), found.start(), found.end()
    for found in _LINE_ID.finditer(flow.text):
        yield Contact("line", found[1]), found.start(1), found.end(1)
