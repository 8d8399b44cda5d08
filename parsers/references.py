"""The references of one letter, from its อ้างถึง lines, its enclosure lines and its body, each once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.alike import same_words
from parsers.attachments import enclosure_items
from parsers.citations import Citation, citations_in
from parsers.contract import Reference
from parsers.cues import alternatives, value_of
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.gazetteer import agencies
from parsers.layout import Part, Zone, Zones
from parsers.script import arabic, skeleton

__all__ = ["add_citations", "references_of"]

_WORDS = 12


def references_of(
    zones: Zones, body: Flow, trace: Trace, letter_date: str | None
) -> tuple[list[Reference], list[str | None]]:
    """What the letter cites: header first, then enclosure lines, then the body.

    Beside each reference stands the day that is written but does not exist, if so.
    """
    found: list[Reference] = []
    impossible: list[str | None] = []
    for flow, start in _flows(zones.parts[Zone.REFERENCE]):
        cited = citations_in(flow, "header")
        if not cited:
            cited = _undated(flow, start)
        impossible += add_citations(found, cited, flow, trace)
    for flow, _ in _flows(zones.parts[Zone.ENCLOSURE]):
        impossible += add_citations(found, citations_in(flow, "enclosure"), flow, trace)
    impossible += add_citations(found, citations_in(body, "body", letter_date), body, trace)
    return found, impossible


def _flows(parts: Sequence[Part]) -> list[tuple[Flow, int]]:
    return [(item.flow, len(item.flow.text) - len(item.text)) for item in enclosure_items(parts)]


def _undated(flow: Flow, start: int) -> list[Citation]:
    """A law or regulation named under อ้างถึง without number and day."""
    text = " ".join(flow.text[start:].split())
    kind = re.match(alternatives("ref_kind"), text)
    if not kind or value_of("ref_kind", kind[0]) not in {"regulation", "announcement", "law", "resolution"}:
        return []
    reference = Reference("header", value_of("ref_kind", kind[0]) or "other", subject=text)
    return [Citation(reference, start, len(flow.text), None, None)]


def add_citations(
    found: list[Reference], cited: Sequence[Citation], flow: Flow, trace: Trace
) -> list[str | None]:
    """Adds the citations that are not yet among the references found; gives their impossible days."""
    impossible: list[str | None] = []
    for citation in cited:
        reference = citation.reference
        if reference.subject:
            reference.subject = arabic(reference.subject)
        if any(_same(reference, known) for known in found if _elsewhere(reference, known)):
            continue
        pointer = f"/references/{len(found)}"
        trace.note_span(pointer, flow, citation.start, citation.end)
        for key, span in (("number", citation.number_span), ("date", citation.date_span)):
            if span is not None and getattr(reference, key) is not None:
                trace.note_span(f"{pointer}/{key}", flow, *span)
        found.append(reference)
        span = citation.date_span
        impossible.append(flow.text[slice(*span)] if span and reference.date is None else None)
    return impossible


def _elsewhere(one: Reference, other: Reference) -> bool:
    """Numbered items of one list are never the same; the body tells again what the header cites."""
    return one.where == "body" or other.where != one.where


def _same(one: Reference, other: Reference) -> bool:
    if one.number is not None or other.number is not None:
        numbers = [ref.number.canonical if ref.number else None for ref in (one, other)]
        return numbers[0] == numbers[1] and (one.date == other.date or None in (one.date, other.date))
    return one.date == other.date and one.kind == other.kind and _alike(one, other)


def _alike(one: Reference, other: Reference) -> bool:
    if one.issuer and other.issuer and _opening(one.issuer) != _opening(other.issuer):
        return False
    if one.subject and other.subject:
        return same_words(one.subject, other.subject) or one.subject.endswith(other.subject)
    return True


def _opening(issuer: str) -> str:
    """How the name of a body begins, an abbreviation (`ก.ท.`) written out."""
    return skeleton(_written_out().get(issuer.strip(), issuer))[:_WORDS]


@lru_cache
def _written_out() -> dict[str, str]:
    return {agency.abbreviation: agency.name for agency in agencies()}
