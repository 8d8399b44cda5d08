"""What a letter says, before it is put on paper: the generator's own model, richer than the printed page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ita_docs.corpus.contacts import ContactLines
from ita_docs.corpus.letter_parts import (
    Addressee,
    Citation,
    Duty,
    Enclosure,
    Event,
    Paragraph,
    Signer,
    Stamp,
)
from ita_docs.corpus.numbering import LetterNumber
from ita_docs.corpus.numerals import Numerals
from ita_docs.corpus.offices import Office

__all__ = [
    "Addressee",
    "Citation",
    "Duty",
    "Enclosure",
    "Event",
    "Letter",
    "Paragraph",
    "Signer",
    "Stamp",
]

JSON = dict[str, Any]


@dataclass(slots=True)
class Letter:
    """A whole document. `id` names it in the world; `role` says what it does in its chain.

    `fiscal_years` are those of its matter, named on the paper or not. `printed` holds words that stand on
    paper in place of the usual ones, `extra` what then changes in the gold.
    """

    id: str
    role: str
    kind: str
    sender: Office
    day: date
    subject: str
    number: LetterNumber | None = None
    urgency: str | None = None
    secrecy: str | None = None
    recipients: list[Addressee] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    enclosures: list[Enclosure] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    ending: str = ""
    duties: list[Duty] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    signer: Signer | None = None
    contacts: ContactLines = field(default_factory=ContactLines)
    copies: list[Addressee] = field(default_factory=list)
    fiscal_years: list[int] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    flags: list[JSON] = field(default_factory=list)
    numerals: Numerals = "thai"
    extra: JSON = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
