"""The parts of a letter as the generator knows them: who is addressed, what is cited, asked and signed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ita_docs.corpus.numbering import LetterNumber
from ita_docs.corpus.numerals import Numerals, arabic
from ita_docs.corpus.people import Person

__all__ = ["Addressee", "Citation", "Duty", "Enclosure", "Event", "Paragraph", "Signer", "Stamp"]

JSON = dict[str, Any]


@dataclass(slots=True)
class Addressee:
    """One recipient; `printed` is how it stands after เรียน or ถึง."""

    name: str
    scope: str | None = None
    excluding: list[str] = field(default_factory=list)
    printed: str = ""

    def gold(self) -> JSON:
        """The contract's recipient."""
        return {"name": arabic(self.name), "scope": self.scope, "excluding": self.excluding}


@dataclass(slots=True)
class Citation:
    """A letter, order or announcement cited: what is printed, and which letter is meant (`target`)."""

    where: str
    kind: str
    issuer: str | None
    number: LetterNumber | None
    day: date | None
    urgency: str | None = None
    subject: str | None = None
    target: str | None = None
    link: str = "follows"
    printed: str = ""
    extra: JSON = field(default_factory=dict)

    def gold(self) -> JSON:
        """The contract's REFERENCE; `target` stays null until a store resolves it."""
        return {
            "where": self.where,
            "kind": self.kind,
            "issuer": self.issuer,
            "urgency": self.urgency,
            "number": self.number.gold() if self.number else None,
            "date": self.day.isoformat() if self.day else None,
            "subject": arabic(self.subject) if self.subject else None,
            "target": None,
        } | self.extra


@dataclass(slots=True)
class Enclosure:
    """An enclosure line; `papers` says which kind of attachment follows in the file, if any."""

    title: str
    quantity: int | None = 1
    unit: str | None = "ฉบับ"
    paper: str | None = None

    def gold(self, no: int | None) -> JSON:
        """The contract's attachment."""
        return {"no": no, "title": arabic(self.title), "quantity": self.quantity, "unit": self.unit}


@dataclass(slots=True)
class Duty:
    """What must be done by when; `key` names the duty through the chain."""

    action: str
    responsible: str
    due: date | None = None
    rule: JSON | None = None
    item: str | None = None
    via: str | None = None
    enclosures: list[int] = field(default_factory=list)
    restated: bool = False
    optional: bool = False
    text: str = ""
    key: str = ""
    extra: JSON = field(default_factory=dict)

    def gold(self) -> JSON:
        """The contract's DEADLINE."""
        out: JSON = {
            "due": self.due.isoformat() if self.due else None,
            "item": self.item,
            "responsible": arabic(self.responsible),
            "action": arabic(self.action),
            "text": arabic(self.text) or None,
            "rule": self.rule,
            "respond_via": self.via,
            "attachments": self.enclosures,
            "restated": self.restated,
        }
        return out | ({"optional": True} if self.optional else {}) | self.extra


@dataclass(slots=True)
class Event:
    """A meeting: day, hours, place or channel."""

    day: date
    start: str | None
    end: str | None
    title: str
    venue: str | None = None
    online: JSON | None = None
    end_day: date | None = None
    agenda: list[str] = field(default_factory=list)
    optional: bool = False
    written_weekday: str | None = None
    also: list[JSON] = field(default_factory=list)

    def gold(self) -> JSON:
        """The contract's MEETING."""
        out: JSON = {
            "date": self.day.isoformat(),
            "end_date": self.end_day.isoformat() if self.end_day else None,
            "start": self.start,
            "end": self.end,
            "title": arabic(self.title),
            "venue": arabic(self.venue) if self.venue else None,
            "online": self.online,
            "agenda": [arabic(item) for item in self.agenda],
        }
        return out | ({"optional": True} if self.optional else {})


@dataclass(slots=True)
class Signer:
    """Who signs; `position` may speak for `acting_for` in a `capacity`."""

    person: Person
    position: str
    capacity: str | None = None
    acting_for: str | None = None

    def gold(self) -> JSON:
        """The contract's signatory."""
        return {
            "name": self.person.full,
            "position": self.position,
            "capacity": self.capacity,
            "acting_for": self.acting_for,
        }


@dataclass(slots=True)
class Paragraph:
    """One paragraph of the body; `item` is its number where it is a numbered one."""

    text: str
    item: str | None = None
    centred: bool = False


@dataclass(slots=True)
class Stamp:
    """A receiving stamp. `digits` says which numerals its dater prints."""

    office: str
    number: str | None
    day: date | None
    time: str | None
    written_day: str = ""
    numerals: Numerals = "arabic"

    def gold(self) -> JSON:
        """The contract's receipt."""
        return {
            "office": self.office,
            "number": self.number,
            "date": self.day.isoformat() if self.day else None,
            "time": self.time,
        }
