"""Where an enclosed paper begins: by its label, by a title, by repeating what a letter announces."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from parsers.heads import attachment_label
from parsers.labels import label_of
from parsers.linekinds import attachment_kind, is_contact, is_furniture, is_page_number, is_unit
from parsers.lines import SourceLine
from parsers.progress import Progress
from parsers.script import skeleton

__all__ = ["attachment_begins", "is_copies"]

_LONGEST_TITLE = 90
_COUNT = skeleton("จำนวน")
_ONE_PAGERS = {"agenda", "form", "schedule", "list"}


def attachment_begins(
    lines: Sequence[SourceLine], index: int, fresh: int, now: Progress, letter: Progress
) -> Progress | None:
    """The enclosed paper that begins at a line, where the document before is over or enclosed itself."""
    line = lines[index]
    label = attachment_label(line)
    if label is not None:
        if label == 0 and all(is_copies(after) for after in lines[index + 1 : index + 2]):
            return None  # the caption of a code, at the foot of the letter
        same = now.kind == "attachment" and (fresh <= 2 or label == now.label)
        return None if same else Progress(kind="attachment", label=label)
    if is_page_number(line) or is_furniture(line) or is_contact(line) or is_copies(line):
        return None
    if now.kind == "attachment":
        return _next_attachment(line, fresh, now, letter)
    opens = attachment_kind(line.text) and len(line.text) >= 10 and not is_unit(line)
    if attachment_kind(line.text) and _named(line.text, letter.enclosures):
        opens = True
    if opens or _announced(line.text, [letter.subject, *letter.enclosures]):
        return Progress(kind="attachment")
    return None


def _next_attachment(line: SourceLine, fresh: int, now: Progress, letter: Progress) -> Progress | None:
    """Another attachment begins where another enclosure line is repeated at the head of a page or block."""
    kind = attachment_kind(line.text) if line.page_start and len(line.text) <= _LONGEST_TITLE else None
    if kind in _ONE_PAGERS and not _announced(line.text, [now.title]):
        return Progress(kind="attachment", title=line.text)
    if fresh < 4 or len(letter.enclosures) < 2 or not (line.page_start or line.gap):
        return None
    if not attachment_kind(line.text):
        return None
    return Progress(kind="attachment") if _announced(line.text, letter.enclosures) else None


def _named(text: str, titles: Sequence[str]) -> bool:
    """Whether a short line is a whole enclosure line of the letter, its count left out (`กำหนดการ`)."""
    said = skeleton(text).replace(" ", "")
    return any(skeleton(title).split(_COUNT)[0].replace(" ", "").strip(".") == said for title in titles)


def _announced(text: str, titles: Sequence[str]) -> bool:
    opening = skeleton(text).replace(" ", "")
    if len(opening) < 12:
        return False
    for title in titles:
        known = skeleton(title).replace(" ", "")
        size = min(len(opening), len(known), 40)
        if size >= 12 and SequenceMatcher(None, opening[:size], known[:size], autojunk=False).ratio() > 0.85:
            return True
    return False


def is_copies(line: SourceLine) -> bool:
    """Whether the line is a letter's สำเนาส่ง."""
    label = label_of(line)
    return label is not None and label.name == "copies"
