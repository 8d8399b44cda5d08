"""Enclosed papers that are no letters: agendas, schedules, forms, lists, slides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.contract import Document
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.heads import attachment_label
from parsers.letterhead import Letterhead
from parsers.linekinds import attachment_kind, is_page_number
from parsers.lines import SourceLine
from parsers.meetings import meetings_of
from parsers.parsed import Parsed
from parsers.script import arabic
from parsers.topics import fiscal_years_in, topics_in
from parsers.venues import online_of

__all__ = ["enclosed"]

_HEAD_LINES = 12
_AGENDA = re.compile(r"^(?:ระเบียบ)?วาระที่\s*\d")


def enclosed(lines: Sequence[SourceLine]) -> Parsed:
    """An attachment with its kind, its own title, and the meeting that its head announces."""
    trace = Trace()
    kept = [line for line in lines if not is_page_number(line)]
    text = [line for line in kept if attachment_label(line) is None]
    title = next((line for line in text if len(line.text) >= 6), None)
    document = Document("attachment", attachment_kind=_kind(text))
    if title is not None:
        document.title = arabic(title.text)
        trace.note("/title", [title])
    head = Flow(text[:_HEAD_LINES], apart=True)
    meetings, times = meetings_of(head, trace, None, strict=False)
    document.meetings = meetings[:1]
    if document.meetings:
        meeting = document.meetings[0]
        meeting.online = online_of(Flow(text).text) or meeting.online
        meeting.agenda = [line.text for line in text if _AGENDA.match(line.arabic)]
    document.body = Flow(text).text
    document.topics = topics_in(document.body)
    document.fiscal_years = fiscal_years_in(arabic(document.body))
    document.provenance = trace.provenance
    return Parsed(0, document, lines, Letterhead(), None, times[:1])


def _kind(lines: Sequence[SourceLine]) -> str:
    for line in lines[:6]:
        kind = attachment_kind(line.text)
        if kind:
            return kind
    bullets = sum(line.bullet for line in lines)
    return "slides" if bullets >= 3 and bullets * 3 >= len(lines) else "other"
