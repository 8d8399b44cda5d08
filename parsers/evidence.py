"""Where each value of a document stands: JSON pointers to page, line, box and what is written."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.contract import Evidence
from parsers.flow import Flow
from parsers.lines import SourceLine
from parsers.page import BBox, around

__all__ = ["Trace"]

_FULL = 0.4
"""Share of the page's width that a line of a paragraph fills; the words in a seal are shorter."""


class Trace:
    """Collects the evidence of one document, keyed by JSON pointer (`/deadlines/0/due`)."""

    def __init__(self) -> None:
        self.provenance: dict[str, Evidence] = {}

    def note(self, pointer: str, lines: Sequence[SourceLine], text: str | None = None) -> None:
        """Says that the value at `pointer` stands on these lines, as `text` (default: the whole lines)."""
        if not lines:
            return
        first = lines[0]
        written = text if text is not None else " ".join(line.text for line in lines)
        confidence = min(line.confidence for line in lines)
        box = _around([line for line in lines if line.page == first.page])
        self.provenance[pointer] = Evidence(first.page, box, written, round(confidence, 4), first.no)

    def note_span(self, pointer: str, flow: Flow, start: int, end: int) -> None:
        """Says that the value at `pointer` stands at these characters of the running text."""
        self.note(pointer, flow.lines_of(start, end), " ".join(flow.text[start:end].split()))

    def note_between(self, pointer: str, above: Sequence[SourceLine], below: Sequence[SourceLine]) -> bool:
        """Says that the value at `pointer` stands somewhere between two parts of a scanned page, unread."""
        placed = [line for line in above if line.bbox is not None]
        full = [line for line in placed if line.bbox and line.bbox[2] - line.bbox[0] > _FULL]
        last = next(reversed(full or placed), None)
        if last is None or last.bbox is None:
            return False
        tops = [line.bbox[1] for line in below if line.bbox is not None and line.page == last.page]
        top, bottom = last.bbox[3], min((y for y in tops if y > last.bbox[3]), default=1.0)
        self.provenance[pointer] = Evidence(last.page, (0.0, top, 1.0, bottom), "", 0.0, last.no)
        return True

    def copy(self, pointer: str, other: Evidence) -> None:
        """Gives a value the evidence of another document of the file."""
        self.provenance[pointer] = other


def _around(lines: Sequence[SourceLine]) -> BBox | None:
    boxes = [line.bbox for line in lines if line.bbox is not None]
    return around(boxes) if boxes else None
