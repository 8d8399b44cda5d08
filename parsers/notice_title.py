"""The title of an order, announcement or regulation: whose it is, its number, what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.contract import Issuer, Number
from parsers.cues import alternatives, cues, opens_with
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.issuers import province_of_name
from parsers.labels import label_of
from parsers.lines import SourceLine
from parsers.numbers import find_numbers
from parsers.offices import speaker_of_office
from parsers.script import arabic, skeleton
from parsers.spelling import within_one

__all__ = ["NoticeTitle", "read_title"]

_REACH = 14
_LONGEST_SUBJECT = 6
_FULL = 90
_WIDER = 1.4
_ABOUT = re.compile(r"ว่าด้วย|^เรื่อง|(?<=\s)เรื่อง(?=\s)")
_EDITION = re.compile(r"^(?:\(?ฉบับที่\s*\d+\)?|พ\.?\s*ศ\.?\s*\d{4}|\(?แก้ไขเพิ่มเติม)")
_SERIES = re.compile(r"^ฉบับที่\s*\d+\s*/\s*\d{4}$")
_RULE = re.compile(r"^[-_.=\s…*~—–]{3,}$")
_ISSUER_END = re.compile(r"\s*(?:ที่\s*\d|ว่าด้วย|เรื่อง|ฉบับที่)")
_BARE_NUMBER = re.compile(r"^(?:ที่\s*|เลขที่\s*)?(\d+\s*/\s*\d{4})(?=\s|$)")


@dataclass(slots=True)
class NoticeTitle:
    """The lines of a title, those of its subject, and where the text begins."""

    title: list[SourceLine]
    subject: list[SourceLine]
    body_at: int

    def issuer(self, kind: str, trace: Trace) -> Issuer:
        """The authority after คำสั่ง, ประกาศ, ระเบียบ."""
        lines = [*self.title, *self.subject]
        for index, line in enumerate(lines):
            rest = _after_heading(line, kind)
            if rest is None:
                continue
            if not rest.strip() and kind == "minutes" and index + 1 < len(lines):
                line, rest = lines[index + 1], lines[index + 1].text
            name = _ISSUER_END.split(arabic(rest), maxsplit=1)[0].strip(" .") or None
            if name:
                trace.note("/issuer/name", [line], name)
                return Issuer(speaker_of_office(name), None, None, province_of_name(name))
        return self._letterhead(trace) if kind == "certificate" else Issuer()

    def _letterhead(self, trace: Trace) -> Issuer:
        """A certificate prints its office like a letter, on the line of its number or below."""
        for line in self.title:
            for part in (line.text, *line.columns):
                if opens_with("offices", part):
                    trace.note("/issuer/name", [line], part)
                    around = " ".join(other.text for other in self.title)
                    return Issuer(speaker_of_office(part), part, None, province_of_name(around))
        return Issuer()

    def number(self, trace: Trace) -> Number | None:
        """`15/2567` of an order; a certificate's เลขที่."""
        for line in self.title:
            bare = _BARE_NUMBER.match(line.arabic)
            text = f"คำสั่งที่ {bare[1]}" if bare else line.text
            found = [one for one in find_numbers(text) if one.number.serial and one.kind != "meeting"]
            if found:
                trace.note("/number", [line], found[0].text)
                return found[0].number
        return None

    def about(self, kind: str, trace: Trace) -> str | None:
        """The subject; a regulation's begins with ว่าด้วย."""
        if not self.subject:
            return None
        flow = Flow(self.subject, hanging=True)
        text = flow.text[_subject_start(self.subject[0], flow, kind) :]
        trace.note("/subject", self.subject, text)
        return arabic(" ".join(text.split())) or None


def _subject_start(first: SourceLine, flow: Flow, kind: str) -> int:
    about = flow.text.find("ว่าด้วย")
    if kind == "regulation" and about >= 0:
        return about
    label = label_of(first)
    if label is not None and label.name == "subject":
        return label.end
    found = re.search(r"\sเรื่อง\s+", first.text)
    return found.end() if found else 0


def _after_heading(line: SourceLine, kind: str) -> str | None:
    """What follows the word of the heading; its first letter may be lost."""
    text = line.text.lstrip(".,'\"“”«»-• ")
    flat = skeleton(text)
    for cue in cues("heading"):
        word = skeleton(cue.text)
        for spelled in (word, word[1:]):
            near = within_one(flat[: len(spelled)], spelled) and len(word) > 4
            if cue.value == kind and (flat.startswith(spelled) or near):
                seen = 0
                for index, letter in enumerate(text):
                    if seen >= len(spelled) and skeleton(letter):
                        return text[index:]
                    seen += len(skeleton(letter))
                return ""
    return None


def read_title(lines: Sequence[SourceLine]) -> NoticeTitle:
    """Title and subject stand above the rule or the first paragraph."""
    title: list[SourceLine] = []
    subject: list[SourceLine] = []
    for index, line in enumerate(lines[:_REACH]):
        if _RULE.match(line.text):
            return NoticeTitle(title, subject, index + 1)
        if subject and _SERIES.match(line.arabic):
            return NoticeTitle([*title, line], subject, index + 1)
        if subject and (_begins_text(line, subject) or len(subject) >= _LONGEST_SUBJECT):
            return NoticeTitle(title, subject, index)
        if subject or _ABOUT.search(line.arabic):
            subject.append(line)
        elif len(line.text) > 110 or (title and _opens_text(line)):
            return NoticeTitle(title, subject, index)
        else:
            title.append(line)
    return NoticeTitle(title, subject, min(len(title) + len(subject), len(lines)))


def _begins_text(line: SourceLine, subject: Sequence[SourceLine]) -> bool:
    if _EDITION.match(line.arabic):
        return False
    if line.bbox is None and len(line.text) > _FULL and len(line.text) > _WIDER * len(subject[-1].text):
        return True  # a subject that ended early was not broken
    return _opens_text(line) or (line.gap and len(line.text) > 60 and bool(subject[-1].text))


def _opens_text(line: SourceLine) -> bool:
    return bool(re.match(alternatives("body_start"), line.text)) and len(line.text) > 30
