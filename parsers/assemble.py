"""From pages to documents: split, read each part, check them against one another."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.checks import check_file
from parsers.contract import Document
from parsers.enclosed import enclosed
from parsers.kinds import kind_of
from parsers.letters import letter
from parsers.lines import source_lines
from parsers.notices import notice
from parsers.page import Page
from parsers.pagetops import kind_by_foot
from parsers.parsed import Parsed
from parsers.segment import Segment, segments
from parsers.zones import zones_of

__all__ = ["documents_of"]

_TITLED = {"order", "regulation", "announcement", "statement", "news", "certificate", "minutes"}


def documents_of(pages: Sequence[Page]) -> list[Document]:
    """See `parsers.parse`."""
    file = [_parsed(index, segment) for index, segment in enumerate(segments(source_lines(pages)))]
    check_file(file)
    return [one.document for one in file]


def _parsed(index: int, segment: Segment) -> Parsed:
    one = _read(segment)
    one.index = index
    one.document.pages = (segment.lines[0].page, segment.lines[-1].page)
    return one


def _read(segment: Segment) -> Parsed:
    if segment.kind == "attachment":
        return enclosed(segment.lines)
    if segment.kind in _TITLED:
        return notice(segment.lines, segment.kind)
    zones = zones_of(segment.lines)
    kind = kind_of(zones, segment.kind)
    if segment.kind is None and not zones.labels & {"recipient", "to"}:
        footed = kind_by_foot(segment.lines)
        if footed is not None:
            return notice(segment.lines, footed)
    return enclosed(segment.lines) if kind == "attachment" else letter(zones, kind, segment.lines)
