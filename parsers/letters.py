"""A letter, memo or sealed letter put together from its zones."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.attachments import attachments_of
from parsers.contacts import contacts_of
from parsers.contract import Document
from parsers.duties import deadlines_of
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.issuers import complete_issuer
from parsers.layout import Zone, Zones
from parsers.letterhead import read_letterhead
from parsers.lines import SourceLine
from parsers.meetings import meetings_of
from parsers.owner import find_owner
from parsers.parsed import Parsed
from parsers.receipts import receipts_of
from parsers.recipients import recipients_of
from parsers.references import references_of
from parsers.script import arabic
from parsers.sealed import day_at_foot
from parsers.signatory import find_signatory
from parsers.topics import fiscal_years_in, topics_in

__all__ = ["letter"]


def letter(zones: Zones, kind: str, lines: Sequence[SourceLine]) -> Parsed:
    """The document of one letter, with what its head literally says (for the checks)."""
    trace = Trace()
    head = read_letterhead(zones, trace, sealed=kind == "stamped_letter")
    body, foot = Flow(zones.lines(Zone.BODY)), Flow(zones.lines(Zone.FOOT))
    if head.day is None:
        day_at_foot(zones, head, trace, sealed=kind == "stamped_letter")
    document = Document(kind, urgency=head.urgency, secrecy=head.secrecy, number=head.number, date=head.date)
    document.issuer = head.issuer
    document.subject = _subject(zones, trace)
    document.recipients = recipients_of(zones.parts[Zone.RECIPIENT], trace)
    document.copies_to = recipients_of(zones.parts[Zone.COPIES], trace, "copies_to")
    document.references, impossible = references_of(zones, body, trace, head.date)
    document.attachments = attachments_of(zones.parts[Zone.ENCLOSURE], trace)
    document.meetings, meeting_times = meetings_of(body, trace, head.date)
    document.deadlines, due_times = deadlines_of(
        body, trace, head.date, document.recipients, document.meetings
    )
    document.signatory = find_signatory(zones, trace)
    document.owner = find_owner(zones, trace)
    document.contacts = contacts_of(Flow(zones.lines(Zone.HEAD)), body, foot, trace)
    document.receipts = receipts_of(zones.stamps, trace)
    complete_issuer(document, zones, body, trace)
    _about(document, zones, body, trace)
    document.provenance = trace.provenance
    return Parsed(0, document, lines, head, zones, meeting_times, due_times, impossible)


def _subject(zones: Zones, trace: Trace) -> str | None:
    parts = zones.parts[Zone.SUBJECT]
    if not parts:
        return None
    flow = Flow([part.line for part in parts], hanging=True)
    text = flow.text[parts[0].start :].strip()
    trace.note("/subject", flow.lines, text)
    return arabic(" ".join(text.split())) or None


def _about(document: Document, zones: Zones, body: Flow, trace: Trace) -> None:
    flows = [Flow(zones.lines(zone)) for zone in (Zone.SUBJECT, Zone.REFERENCE, Zone.ENCLOSURE)]
    flows.append(body)
    document.body = body.text
    text = "\n".join(flow.text for flow in flows)
    document.topics = topics_in(text)
    document.fiscal_years = fiscal_years_in(arabic(text))
    for index, year in enumerate(document.fiscal_years):
        _note_year(index, str(year), flows, trace)


def _note_year(index: int, year: str, flows: Sequence[Flow], trace: Trace) -> None:
    for flow in flows:
        at = flow.arabic.find(year)
        if at >= 0:
            trace.note_span(f"/fiscal_years/{index}", flow, at, at + len(year))
            return
