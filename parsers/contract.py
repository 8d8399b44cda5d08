"""What a parse returns: the documents of one file, with evidence for each value.

The classes mirror the JSON shape one to one (`to_json` / `from_json`), so that the command line, the API and
the store speak of the same thing. Days are ISO strings of the Gregorian calendar, times `"14:30"`; running
text keeps the letter's words; `subject` and titles have Arabic digits.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from parsers.page import BBox

__all__ = [
    "Attachment",
    "Contact",
    "Deadline",
    "Document",
    "Evidence",
    "Flag",
    "Issuer",
    "Meeting",
    "Number",
    "Online",
    "Receipt",
    "Recipient",
    "Reference",
    "Signatory",
]

JSON = dict[str, Any]


@dataclass(slots=True)
class Evidence:
    """Where a value stands: page from 1, box (None in plain text), what is written, confidence 0 to 1.

    `line` is the line's place on its page from 1, so that an answer can say page and line.
    """

    page: int
    bbox: BBox | None
    text: str
    confidence: float
    line: int | None = None


@dataclass(slots=True)
class Number:
    """A letter's number (ที่): `มท 0018.1/ว 5565`, `กค (กวจ) 0405.2/ว 119`, order `15544/2567`."""

    canonical: str
    agency: str | None = None
    unit: str | None = None
    committee: str | None = None
    circular: bool = False
    serial: str | None = None
    alternatives: list[str] = dataclasses.field(default_factory=list)


@dataclass(slots=True)
class Issuer:
    """Who speaks (`name`), what the letterhead prints (`office`), where it sits."""

    name: str | None = None
    office: str | None = None
    address: str | None = None
    province: str | None = None


@dataclass(slots=True)
class Recipient:
    """One addressee (เรียน, ถึง): `นายอำเภอ`, scope `ทุกอำเภอ`, excluding `["จังหวัดนนทบุรี"]`."""

    name: str
    scope: str | None = None
    excluding: list[str] = dataclasses.field(default_factory=list)


@dataclass(slots=True)
class Reference:
    """A letter, order, announcement or law that this one cites (อ้างถึง and elsewhere)."""

    where: str
    kind: str
    issuer: str | None = None
    urgency: str | None = None
    number: Number | None = None
    date: str | None = None
    subject: str | None = None
    target: str | None = None


@dataclass(slots=True)
class Attachment:
    """One enclosure line (สิ่งที่ส่งมาด้วย)."""

    no: int | None
    title: str
    quantity: int | None = None
    unit: str | None = None


@dataclass(slots=True)
class Online:
    """Where an online meeting is joined; ids are digits only."""

    platform: str | None = None
    meeting_id: str | None = None
    passcode: str | None = None
    url: str | None = None


@dataclass(slots=True)
class Meeting:
    """An event with a day: `date`, `end_date` ISO, `start`, `end` as `"14:30"`."""

    date: str | None = None
    end_date: str | None = None
    start: str | None = None
    end: str | None = None
    title: str | None = None
    venue: str | None = None
    online: Online | None = None
    agenda: list[str] = dataclasses.field(default_factory=list)


@dataclass(slots=True)
class Deadline:
    """A duty: who must do what by when, through what channel, with which enclosures."""

    due: str | None = None
    item: str | None = None
    responsible: str | None = None
    action: str | None = None
    text: str | None = None
    rule: JSON | None = None
    respond_via: str | None = None
    attachments: list[int] = dataclasses.field(default_factory=list)
    restated: bool = False
    depends_on: str | None = None


@dataclass(slots=True)
class Signatory:
    """Who signed, in what post, and in whose place."""

    name: str | None = None
    position: str | None = None
    capacity: str | None = None
    acting_for: str | None = None


@dataclass(slots=True)
class Contact:
    """A telephone (digits only), fax, e-mail, LINE or address on the web."""

    kind: str
    value: str
    ext: str | None = None
    person: str | None = None


@dataclass(slots=True)
class Receipt:
    """One receiving stamp (ลงรับ)."""

    office: str | None = None
    number: str | None = None
    date: str | None = None
    time: str | None = None


@dataclass(slots=True)
class Flag:
    """Something that does not agree with the rest, and what was done about it."""

    field: str
    code: str
    written: str | None = None
    resolved: str | None = None
    why: str = ""
    evidence: list[str] = dataclasses.field(default_factory=list)


@dataclass(slots=True)
class Document:
    """One letter, order, announcement ... or attachment inside a file."""

    kind: str
    attachment_kind: str | None = None
    title: str | None = None
    pages: tuple[int, int] = (1, 1)
    urgency: str | None = None
    secrecy: str | None = None
    number: Number | None = None
    date: str | None = None
    issuer: Issuer = dataclasses.field(default_factory=Issuer)
    subject: str | None = None
    recipients: list[Recipient] = dataclasses.field(default_factory=list)
    references: list[Reference] = dataclasses.field(default_factory=list)
    attachments: list[Attachment] = dataclasses.field(default_factory=list)
    meetings: list[Meeting] = dataclasses.field(default_factory=list)
    deadlines: list[Deadline] = dataclasses.field(default_factory=list)
    signatory: Signatory | None = None
    owner: list[str] = dataclasses.field(default_factory=list)
    contacts: list[Contact] = dataclasses.field(default_factory=list)
    copies_to: list[Recipient] = dataclasses.field(default_factory=list)
    fiscal_years: list[int] = dataclasses.field(default_factory=list)
    topics: list[str] = dataclasses.field(default_factory=list)
    receipts: list[Receipt] = dataclasses.field(default_factory=list)
    body: str = ""
    flags: list[Flag] = dataclasses.field(default_factory=list)
    provenance: dict[str, Evidence] = dataclasses.field(default_factory=dict)

    def to_json(self) -> JSON:
        """The document as plain JSON values; `pages` and boxes become lists."""
        plain: JSON = _plain(asdict(self))
        return plain


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
