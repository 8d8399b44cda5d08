"""The labels that begin the parts of a letter's head: เรื่อง, เรียน, ถึง, อ้างถึง, สิ่งที่ส่งมาด้วย.

A scan often loses a mark above the line or one letter of a long label, so that labels are compared by the
characters on the line, and long ones may differ in one of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from parsers.cues import cues
from parsers.lines import SourceLine
from parsers.script import skeleton

__all__ = ["Label", "label_of"]

_LONG = 6
_ENOUGH = 80
_NOT_RECIPIENT = re.compile(r"\s*(?:มาเพื่อ|มายัง|มาพร้อม|ร้อง|ว่า)")
_TO = re.compile(r"^ถึง(?:\s+|(?=[ก-ฮเ-ไ]))(?!วันที่|เวลา|เดือน|ปี|กัน|\d)")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of a line; `end` is where its content begins."""

    name: str
    end: int


@lru_cache
def _labels() -> tuple[tuple[str, str], ...]:
    found = [(skeleton(cue.text), cue.value) for cue in cues("label")]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def label_of(line: SourceLine) -> Label | None:
    """The label that a line begins with, if any.

    A scan may split a label by a space (`เรื่ อง`) or misread one letter of it.
    """
    return _label_of(line.text[:_ENOUGH])


@lru_cache(maxsize=4096)
def _label_of(text: str) -> Label | None:
    compact = skeleton(text)[:40]
    for spelled, name in _labels():
        end = _match(compact, spelled)
        if end is None:
            continue
        offset = _offset(text, end)
        if _holds(name, text, offset):
            return Label(name, _after_space(text, offset))
    return None


def _match(compact: str, label: str) -> int | None:
    """How many characters of `compact` the label takes up; one may differ in a long label."""
    slips, at = 0, 0
    allowed = 1 if len(label) >= _LONG else 0
    if not allowed and compact[:1] != label[0]:
        return None
    for letter in label:
        while at < len(compact) and compact[at] == " " and at < len(label):
            at += 1
        if at >= len(compact):
            return None
        if compact[at] != letter:
            slips += 1
            if slips > allowed:
                return None
        at += 1
    return at


def _offset(text: str, count: int) -> int:
    seen = 0
    for index, letter in enumerate(text):
        if seen >= count and skeleton(letter):
            return index
        seen += len(skeleton(letter))
    return len(text)


def _after_space(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in " :.-":
        offset += 1
    return offset


def _holds(name: str, text: str, offset: int) -> bool:
    rest = text[offset:]
    if name == "recipient":
        return not _NOT_RECIPIENT.match(rest)
    if name == "to":
        return bool(_TO.match(text))
    if name in {"subject", "reference"}:
        return not rest or not rest[0].isalpha() or rest[:1] == " " or len(rest) > 3
    return True
