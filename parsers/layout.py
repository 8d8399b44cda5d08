"""The parts of one letter: head, subject, recipients, references, enclosures, body, signature, foot."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum

from parsers.lines import SourceLine

__all__ = ["HEADER", "LABEL_ZONES", "Part", "Zone", "Zones"]


class Zone(StrEnum):
    """Where on the letter a line stands."""

    HEAD = "head"
    SUBJECT = "subject"
    RECIPIENT = "recipient"
    REFERENCE = "reference"
    ENCLOSURE = "enclosure"
    BODY = "body"
    ENDORSEMENT = "endorsement"
    CLOSING = "closing"
    SIGNATURE = "signature"
    SEAL = "seal"
    FOOT = "foot"
    COPIES = "copies"
    FURNITURE = "furniture"


LABEL_ZONES = {
    "subject": Zone.SUBJECT,
    "recipient": Zone.RECIPIENT,
    "to": Zone.RECIPIENT,
    "reference": Zone.REFERENCE,
    "enclosure": Zone.ENCLOSURE,
}
HEADER = frozenset({Zone.HEAD, Zone.SUBJECT, Zone.RECIPIENT, Zone.REFERENCE, Zone.ENCLOSURE})


@dataclass(frozen=True, slots=True)
class Part:
    """A line in its zone; `start` is where the zone's content begins, after any label."""

    line: SourceLine
    start: int = 0

    @property
    def text(self) -> str:
        """The line without its label."""
        return self.line.text[self.start :]


@dataclass(slots=True)
class Zones:
    """The lines of a letter by zone, in reading order, its stamps and which labels it bears."""

    parts: dict[Zone, list[Part]] = field(default_factory=lambda: defaultdict(list))
    stamps: list[list[SourceLine]] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)

    def lines(self, zone: Zone) -> list[SourceLine]:
        """The whole lines of a zone."""
        return [part.line for part in self.parts[zone]]
