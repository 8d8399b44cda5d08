"""The duties of a text, read as the body of a letter of a known day."""

from __future__ import annotations

from parsers.contract import Deadline, Recipient
from parsers.duties import deadlines_of
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.lines import source_lines
from parsers.meetings import meetings_of
from parsers.page import Line, Page

LETTER_DATE = "2025-01-20"


def duties(text: str) -> list[Deadline]:
    flow = Flow(source_lines([Page(1, [Line(line) for line in text.split("\n")])]))
    meetings, _ = meetings_of(flow, Trace(), LETTER_DATE)
    return deadlines_of(flow, Trace(), LETTER_DATE, [Recipient("นายอำเภอ", "ทุกอำเภอ")], meetings)[0]
