"""Where each value of a document stands: JSON pointers to page, line, box and what is written."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.contract import Evidence
from parsers.flow import Flow
from parsers.lines import SourceLine
from parsers.page import BBox

__all__ = ["Trace"]


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

    def copy(self, pointer: str, other: Evidence) -> None:
        """Gives a value the evidence of another document of the file."""
        self.provenance[pointer] = other


def _around(lines: Sequence[SourceLine]) -> BBox | None:
    boxes = [line.bbox for line in lines if line.bbox is not None]
    if not boxes:
        return None
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
