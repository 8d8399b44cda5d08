"""Orders, announcements, regulations, statements, certificates, minutes: documents under a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.citations import citations_in
from parsers.contract import Document, Issuer, Number, Reference
from parsers.cues import alternatives, cues
from parsers.dates import TimeExpression, find_times
from parsers.duties import deadlines_of
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.labels import label_of
from parsers.layout import Part, Zone, Zones
from parsers.letterhead import Letterhead
from parsers.linekinds import is_page_number
from parsers.lines import SourceLine, arabic, skeleton
from parsers.meetings import meetings_of
from parsers.numbers import find_numbers
from parsers.offices import province_in
from parsers.parsed import Parsed
from parsers.references import add_citations
from parsers.signatory import find_signatory
from parsers.topics import fiscal_years_in, topics_in

__all__ = ["notice"]

_TITLE_REACH = 14
_ABOUT = re.compile(r"ว่าด้วย|^เรื่อง")
_EDITION = re.compile(r"^(?:\(?ฉบับที่\s*\d+\)?|พ\.?\s*ศ\.?\s*\d{4}|\(?แก้ไขเพิ่มเติม)")
_RULE_LINE = re.compile(r"^[-_.=\s…]{3,}$")


@lru_cache
def _foot() -> re.Pattern[str]:
    return re.compile(rf"^\s*{alternatives('foot_date')}")


def notice(lines: Sequence[SourceLine], kind: str) -> Parsed:
    """An order, announcement, regulation ...: title, number, subject, text, ณ วันที่, signature."""
    trace = Trace()
    kept = [line for line in lines if not is_page_number(line)]
    title, subject, body_at = _title(kept, kind)
    foot_at = next(
        (i for i in range(len(kept) - 1, body_at - 1, -1) if _foot().match(kept[i].text)), len(kept)
    )
    body = Flow(kept[body_at:foot_at])
    document = Document(kind, issuer=_issuer(title, kind, trace))
    document.number = _number(title, trace)
    document.subject = _subject(subject, kind, trace)
    document.date = _date(kept[foot_at : foot_at + 2], trace)
    meeting_times, due_times = _content(document, body, trace)
    zones = Zones()
    zones.parts[Zone.SIGNATURE] = [Part(line) for line in kept[foot_at + 1 :]]
    document.signatory = find_signatory(zones, trace)
    document.provenance = trace.provenance
    head = Letterhead(date=document.date, number=document.number)
    return Parsed(0, document, lines, head, None, meeting_times, due_times)


def _title(lines: Sequence[SourceLine], kind: str) -> tuple[list[SourceLine], list[SourceLine], int]:
    """Title lines, subject lines, and where the text begins."""
    title: list[SourceLine] = []
    subject: list[SourceLine] = []
    for index, line in enumerate(lines[:_TITLE_REACH]):
        if _RULE_LINE.match(line.text):
            return title, subject, index + 1
        if subject and (_begins_text(line) or len(subject) >= 6):
            return title, subject, index
        if subject or _ABOUT.search(line.text):
            subject.append(line)
        elif len(line.text) > 110:
            return title, subject, index
        else:
            title.append(line)
    return title, subject, min(len(title) + len(subject), len(lines))


def _begins_text(line: SourceLine) -> bool:
    if _EDITION.match(line.arabic):
        return False
    return bool(re.match(alternatives("body_start"), line.text)) and len(line.text) > 30


def _issuer(title: Sequence[SourceLine], kind: str, trace: Trace) -> Issuer:
    for line in title:
        flat = line.skeleton
        for cue in cues("heading"):
            word = skeleton(cue.text)
            if cue.value == kind and flat.replace(" ", "").startswith(word):
                rest = arabic(_after(line.text, cue.text))
                name = re.split(r"\s*(?:ที่\s*\d|ว่าด้วย|เรื่อง)", rest)[0].strip() or None
                if name:
                    trace.note("/issuer/name", [line], name)
                return Issuer(name, None, None, province_in(name) if name else None)
    return Issuer()


def _after(text: str, word: str) -> str:
    at = text.find(word)
    return text[at + len(word) :].strip() if at >= 0 else text[len(word) :].strip()


def _number(title: Sequence[SourceLine], trace: Trace) -> Number | None:
    for line in title:
        found = find_numbers(line.text) or (
            find_numbers(f"คำสั่งที่ {line.text.removeprefix('ที่').strip()}")
            if re.match(r"^(?:ที่\s*)?\d+\s*/\s*\d{4}$", line.arabic)
            else []
        )
        found = [one for one in found if one.number.serial and one.kind != "meeting"]
        if found:
            trace.note("/number", [line], found[0].text)
            return found[0].number
    return None


def _subject(lines: Sequence[SourceLine], kind: str, trace: Trace) -> str | None:
    if not lines:
        return None
    flow = Flow(lines)
    label = label_of(lines[0])
    start = label.end if label is not None and label.name == "subject" else 0
    text = flow.text[start:]
    about = text.find("ว่าด้วย")
    text = text[about:] if kind == "regulation" and about >= 0 else text
    trace.note("/subject", lines, text)
    return arabic(" ".join(text.split())) or None


def _date(lines: Sequence[SourceLine], trace: Trace) -> str | None:
    flow = Flow(lines)
    for found in find_times(flow.text):
        if found.kind == "date" and found.value:
            trace.note_span("/date", flow, found.start, found.end)
            return found.value
    return None


def _content(
    document: Document, body: Flow, trace: Trace
) -> tuple[list[TimeExpression], list[TimeExpression]]:
    references: list[Reference] = []
    _ = add_citations(references, citations_in(body, "body"), body, trace)
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
