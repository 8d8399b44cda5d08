"""Telephones, faxes, e-mail and web addresses: the ones at the foot, and telephones named in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from parsers.contract import Contact
from parsers.cues import alternatives
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.phones import find_phones

__all__ = ["contacts_of"]

_EMAIL = re.compile(r"[A-Za-z0-9._%+\-]+\s?@\s?[A-Za-z0-9\-]+(?:\s?\.\s?[A-Za-z0-9\-]+)+")
_URL = re.compile(r"(?:https?\s*:\s*//\s*|www\s*\.\s*)[A-Za-z0-9\-._~:/?#\[\]@!$&*+,;=%]+", re.IGNORECASE)
_LINE_ID = re.compile(
    r"(?:line\s*id|id\s*line|ไลน์ไอดี|ไอดีไลน์)\s*[:.]?\s*(@?[A-Za-z0-9._\-]{3,30})", re.IGNORECASE
)
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
        located = [*_phones(flow, at_foot), *_emails(flow), *(_addresses(flow) if at_foot else ())]
        for contact, start, end in sorted(located, key=lambda item: item[1]):
            if any(_same(one, contact) for one in found):
                continue
            trace.note_span(f"/contacts/{len(found)}/value", flow, start, end)
            found.append(contact)
    return found


def _phones(flow: Flow, at_foot: bool) -> Iterator[tuple[Contact, int, int]]:
    reach = 0
    for phone in find_phones(flow.text):
        if not (phone.labelled or at_foot):
            continue
        person = _person_before(flow, max(reach, 0), phone.start)
        yield Contact(phone.kind, phone.value, phone.ext, person), phone.start, phone.end
        reach = phone.end if not phone.spread else reach


def _person_before(flow: Flow, reach: int, at: int) -> str | None:
    """The person named in the same line or clause before a telephone."""
    start = max(flow.text.rfind("\n", 0, at), at - _PERSON_REACH, reach)
    found = list(_person().finditer(flow.text, start, at))
    return " ".join(found[-1][1].split()) if found else None


def _emails(flow: Flow) -> Iterator[tuple[Contact, int, int]]:
    for found in _EMAIL.finditer(flow.text):
        yield Contact("email", re.sub(r"\s", "", found[0])), found.start(), found.end()


def _addresses(flow: Flow) -> Iterator[tuple[Contact, int, int]]:
    for found in _URL.finditer(flow.text):
        yield Contact("url", re.sub(r"\s", "", found[0]).rstrip(".,)")), found.start(), found.end()
    for found in _LINE_ID.finditer(flow.text):
        yield Contact("line", found[1]), found.start(1), found.end(1)


def _same(one: Contact, other: Contact) -> bool:
    """Told again; a telephone and a fax that share their number are two."""
    if (one.value, one.ext) != (other.value, other.ext):
        return False
    return {one.kind, other.kind} != {"phone", "fax"}
