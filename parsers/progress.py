"""What has been seen of the document being read: enough to tell whether it is over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from parsers.cues import alternatives
from parsers.heads import attachment_label
from parsers.labels import label_of
from parsers.linekinds import NAME_IN_BRACKETS, is_closing, is_contact, is_unit
from parsers.lines import SourceLine

__all__ = ["Progress", "note"]

_DIGITS_OF_A_TELEPHONE = 6


@dataclass(slots=True)
class Progress:
    """What has been seen of the document being read."""

    kind: str | None = None
    label: int | None = None
    recipient: bool = False
    sealed: bool = False
    closed: bool = False
    signed: bool = False
    foot: bool = False
    subject: str = ""
    title: str = ""
    enclosures: list[str] = field(default_factory=list)

    @property
    def over(self) -> bool:
        """Whether signature or foot have been seen."""
        return self.signed or self.foot


def note(now: Progress, line: SourceLine, above: SourceLine | None) -> None:
    """Takes one more line of the document into account; `above` is the line before it."""
    if now.kind == "attachment" and not now.title and attachment_label(line) is None:
        now.title = line.text
    label = label_of(line) if len(line.text) > 3 else None
    if label is not None and not now.closed:
        _note_label(now, label.name, line.text[label.end :])
    elif now.enclosures and not now.closed and re.match(r"^\d{1,2}\.\s", line.arabic):
        now.enclosures.append(re.sub(r"^\d{1,2}\.\s*", "", line.arabic))
    if is_closing(line) or re.match(alternatives("foot_date"), line.text):
        now.closed = True
    elif now.closed and NAME_IN_BRACKETS.match(line.arabic):
        now.signed = True
    elif is_contact(line) and len(line.text) < 130 and (now.signed or _foot_contact(line, above, now)):
        now.foot = True


def _note_label(now: Progress, name: str, rest: str) -> None:
    if name in {"recipient", "to"}:
        now.recipient = True
        now.sealed = now.sealed or name == "to"
    elif name == "subject" and not now.subject:
        now.subject = rest
    elif name == "enclosure" and not now.enclosures:
        now.enclosures.append(re.sub(r"^[\d๐-๙]{1,2}\.\s*", "", rest))


def _foot_contact(line: SourceLine, above: SourceLine | None, now: Progress) -> bool:
    """A telephone line ends a sealed letter, which has neither closing nor signature.

    In other letters it does so only below an office: coordinators are named in the text too.
    """
    told = sum(letter.isdigit() for letter in line.text) >= _DIGITS_OF_A_TELEPHONE or "@" in line.text
    opens = re.match(r"^\(?(?:โทร(?!ทัศน์|คมนาคม|เวช|มาตร|เลข)|ผู้ประสานงาน|e-?mail)", line.text, re.IGNORECASE)
    below = now.sealed or (above is not None and is_unit(above))
    return now.recipient and now.kind is None and told and below and bool(opens)
