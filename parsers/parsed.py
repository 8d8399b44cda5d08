"""One document with what the checks need beside it: its lines, its zones, what its head literally says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parsers.contract import Document
from parsers.dates import TimeExpression
from parsers.layout import Zones
from parsers.letterhead import Letterhead
from parsers.lines import SourceLine

__all__ = ["LETTERS", "Parsed"]

LETTERS = {"external_letter", "memo", "stamped_letter"}


@dataclass(slots=True)
class Parsed:
    """A document of the file being checked; `index` counts from 0 within the file.

    `meeting_times` holds the expressions from which the meetings were read, in their order, `due_times`
    those of the deadlines, `impossible_citations` a cited day that does not exist beside each reference.
    """

    index: int
    document: Document
    lines: Sequence[SourceLine]
    head: Letterhead
    zones: Zones | None = None
    meeting_times: Sequence[TimeExpression] = ()
    due_times: Sequence[TimeExpression] = ()
    impossible_citations: Sequence[str | None] = ()

    @property
    def is_letter(self) -> bool:
        """Whether the document is a letter with number, addressee and issuer."""
        return self.document.kind in LETTERS
