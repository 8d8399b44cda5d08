"""Orders, announcements, regulations, statements, certificates, minutes: documents under a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from parsers.citations import citations_in
from parsers.contacts import contacts_of
from parsers.contract import Document, Reference
from parsers.cues import phrases
from parsers.dates import TimeExpression, find_times
from parsers.duties import deadlines_of
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.footing import foot_start, seal_lines
from parsers.furniture import is_page_furniture
from parsers.issuers import province_of_name
from parsers.layout import Part, Zone, Zones
from parsers.letterhead import Letterhead
from parsers.linekinds import NAME_IN_BRACKETS, is_contact
from parsers.lines import SourceLine
from parsers.meetings import meetings_of
from parsers.notice_title import read_title
from parsers.offices import speaker_of_office
from parsers.owner import find_owner
from parsers.parsed import Parsed
from parsers.references import add_citations
from parsers.script import arabic, skeleton
from parsers.signatory import find_signatory
from parsers.topics import fiscal_years_in, topics_in

__all__ = ["notice"]

_ABOVE_NAME = 6
_BEGUN = re.compile(r"(?:เริ่ม|เปิด)(?:การ)?ประชุม")
_ENDED = re.compile(r"(?:เลิก|ปิด)(?:การ)?ประชุม")
_DATED = re.compile(r"(?:พ\.?\s*ศ\.?\s*)?25\d\d\W*$")


def notice(lines: Sequence[SourceLine], kind: str) -> Parsed:
    """An order, announcement, regulation ...: title, number, subject, text, ณ วันที่, signature."""
    trace = Trace()
    kept = [line for index, line in enumerate(lines) if not is_page_furniture(lines, index)]
    title = read_title(kept)
    foot = _foot_at(kept, title.body_at)
    below = sorted(seal_lines(kept, len(kept))) if foot == len(kept) else []
    body = Flow([line for index, line in enumerate(kept[:foot]) if title.body_at <= index not in below])
    document = Document(kind, issuer=title.issuer(kind, trace))
    document.number = title.number(trace)
    document.subject = title.about(kind, trace)
    document.date = _date(kept[foot : foot + 3], trace)
    if document.date is None and kind == "minutes":
        document.date = _date([*title.title, *title.subject, *body.lines[:3]], trace)
    if below:
        _below_the_text(document, [kept[index] for index in below], trace)
    meeting_times, due_times = _content(document, body, trace)
    if kind == "minutes":
        meeting_times = _sitting(document, [*title.title, *title.subject, *body.lines[:3]], trace)
        _hours(document, kept, trace)
    zones = _below(kept[foot + 1 :])
    document.signatory = find_signatory(zones, trace)
    if kind == "certificate":
        document.owner = find_owner(zones, trace)
        document.contacts = contacts_of(Flow([]), Flow([]), Flow(zones.lines(Zone.FOOT)), trace)
    document.provenance = trace.provenance
    head = Letterhead(date=document.date, number=document.number)
    return Parsed(0, document, lines, head, None, meeting_times, due_times)


def _below(lines: Sequence[SourceLine]) -> Zones:
    """What stands below the day: the signature, and under it the owner and its telephone."""
    zones = Zones()
    foot = foot_start(lines, -1) if any(is_contact(line) for line in lines) else len(lines)
    for index, line in enumerate(lines):
        zones.parts[Zone.FOOT if index >= foot else Zone.SIGNATURE].append(Part(line))
    return zones


@lru_cache
def _foot_words() -> tuple[str, ...]:
    return tuple(skeleton(text).replace(" ", "") for text in phrases("foot_date"))


def _foot_at(lines: Sequence[SourceLine], body_at: int) -> int:
    """The line ประกาศ ณ วันที่; where it cannot be read, the dated line above the signature."""
    for index in range(len(lines) - 1, 0, -1):
        if lines[index].text.startswith("เลิกประชุม"):
            return index
        if lines[index].skeleton.replace(" ", "").lstrip(".,'\"").startswith(_foot_words()):
            return index
    names = [i for i, line in enumerate(lines) if i > body_at and NAME_IN_BRACKETS.match(line.arabic)]
    if names:
        above = range(names[-1] - 1, max(names[-1] - _ABOVE_NAME, body_at), -1)
        dated = [
            index for index in above if _DATED.search(lines[index].arabic) and len(lines[index].text) < 60
        ]
        return dated[-1] if dated else names[-1] - 1
    return len(lines)


def _date(lines: Sequence[SourceLine], trace: Trace) -> str | None:
    flow = Flow(lines)
    for found in find_times(flow.text):
        if found.kind in {"date", "datetime", "datetime_range"} and found.value:
            trace.note_span("/date", flow, found.start, found.end)
            return str(found.value)[:10]
    return None


def _below_the_text(document: Document, below: Sequence[SourceLine], trace: Trace) -> None:
    """News ends with its office and its day, without ประกาศ ณ วันที่."""
    document.date = _date(below[-1:], trace)
    if document.issuer.name is None and len(below) > 1:
        document.issuer.name = speaker_of_office(below[0].text)
        document.issuer.province = province_of_name(below[0].text)
        trace.note("/issuer/name", below[:1])


def _sitting(document: Document, lines: Sequence[SourceLine], trace: Trace) -> list[TimeExpression]:
    """The meeting that minutes are about, from their title; a record's own day is that meeting's."""
    flow = Flow(list(takewhile(lambda line: not line.text.startswith("ผู้"), lines)), apart=True)
    document.meetings, times = meetings_of(flow, trace, None, strict=False)
    document.subject = document.subject or " ".join(arabic(lines[0].text).split())
    return times


def _hours(document: Document, lines: Sequence[SourceLine], trace: Trace) -> None:
    """`เริ่มประชุมเวลา ๐๙.๓๐ น.` and `เลิกประชุมเวลา ๑๒.๐๐ น.` are the sitting's hours."""
    if not document.meetings:
        return
    sitting = document.meetings[0]
    for key, opening in (("start", _BEGUN), ("end", _ENDED)):
        line = next((line for line in lines if opening.match(line.text)), None)
        times = find_times(line.text) if line else []
        clock = next((time for time in times if time.kind == "time" and time.value), None)
        if line and clock and getattr(sitting, key) is None:
            setattr(sitting, key, str(clock.value).removeprefix("T")[:5])
            trace.note(f"/meetings/0/{key}", [line], clock.text)


def _content(
    document: Document, body: Flow, trace: Trace
) -> tuple[list[TimeExpression], list[TimeExpression]]:
    references: list[Reference] = []
    _ = add_citations(references, citations_in(body, "body", document.date), body, trace)
    document.references = references
    document.meetings, meeting_times = meetings_of(body, trace, document.date)
    due_times: list[TimeExpression] = []
    if document.kind != "regulation":
        document.deadlines, due_times = deadlines_of(body, trace, document.date, [], document.meetings)
    document.body = body.text
    text = f"{document.subject or ''}\n{body.text}"
    document.topics = topics_in(text)
    document.fiscal_years = fiscal_years_in(arabic(text))
    return meeting_times, due_times
