"""Splits the lines of one file into its documents: a covering letter, the one it forwards, agendas, forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from parsers.cues import alternatives
from parsers.heads import attachment_label, is_letter_head, title_head
from parsers.labels import label_of
from parsers.linekinds import (
    NAME_IN_BRACKETS,
    attachment_kind,
    is_closing,
    is_contact,
    is_furniture,
    is_page_number,
    is_unit,
)
from parsers.lines import SourceLine
from parsers.pagetops import has_substance, line_after_marks, page_lines, page_opening
from parsers.script import skeleton

__all__ = ["Segment", "segments"]

_HEAD_REACH = 10
_OWN_HEAD = 6
_LONG_LINE = 100
_FOOT_REACH = 7
_DIGITS_OF_A_TELEPHONE = 6
_LEAST = 25
_LONGEST_TITLE = 90
_ONE_PAGERS = {"agenda", "form", "schedule", "list"}


@dataclass(slots=True)
class Segment:
    """The lines of one document; `kind` is what its head says (None: to be seen), `label` its number."""

    lines: list[SourceLine]
    kind: str | None = None
    label: int | None = None


@dataclass(slots=True)
class _Progress:
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
        return self.signed or self.foot


def segments(lines: Sequence[SourceLine]) -> list[Segment]:
    """The documents of a file in page order; every line belongs to one."""
    found: list[Segment] = []
    start, progress = 0, _Progress()
    letter = progress
    for index, line in enumerate(lines):
        begun = _begins(lines, index, start, progress, letter)
        if begun is not None:
            begin = _from_page_top(lines, index, start, begun)
            if begin > start:
                found.append(Segment(list(lines[start:begin]), progress.kind, progress.label))
            start, progress = begin, begun
            letter = begun if begun.kind != "attachment" else letter
        _note(progress, line, lines[index - 1] if index > start else None)
    if lines:
        found.append(Segment(list(lines[start:]), progress.kind, progress.label))
    return _without_scraps(found)


def _without_scraps(found: list[Segment]) -> list[Segment]:
    """A caption or a label left alone behind a document is part of it."""
    kept: list[Segment] = []
    for segment in found:
        text = sum(len(line.text) for line in segment.lines if not is_furniture(line))
        scrap = segment.kind == "attachment" and text < _LEAST
        if scrap and kept:
            kept[-1].lines.extend(segment.lines)
        else:
            kept.append(segment)
    return kept


def _begins(
    lines: Sequence[SourceLine], index: int, start: int, now: _Progress, letter: _Progress
) -> _Progress | None:
    line = lines[index]
    fresh = index - start
    if fresh and line.page_start and (now.over or now.closed or now.kind == "attachment"):
        opened = _page_begins(lines, index, now)
        if opened is not None:
            return opened
    if fresh and _may_end(now, fresh) and is_letter_head(lines, index):
        return _Progress()
    if _may_be_title(lines, index, start, now):
        kind = title_head(lines, index)
        if kind and not (fresh <= 4 and now.kind is None and not now.recipient):
            return _Progress(kind=kind)
        if kind and now.kind is None:
            now.kind = kind
    if not (now.over or now.kind == "attachment"):
        return None
    if not now.foot and now.signed and _foot_follows(lines, index):
        return None
    return _attachment(lines, index, fresh, now, letter)


def _page_begins(lines: Sequence[SourceLine], index: int, now: _Progress) -> _Progress | None:
    """What begins at the top of a page, where the document before it has come to its end."""
    opening = page_opening(lines, index)
    if opening is not None:
        return _Progress(kind=None if opening == "letter" else opening)
    page = page_lines(lines, index)
    if now.signed and not now.foot and _foot_follows(lines, index):
        return None
    if now.kind == "attachment" or not has_substance(page) or _copies(line_after_marks(page)):
        return None
    labels = [label for line in page[:5] if (label := attachment_label(line)) is not None]
    return _Progress(kind="attachment", label=labels[0] if labels else None)


def _copies(line: SourceLine) -> bool:
    label = label_of(line)
    return label is not None and label.name == "copies"


def _foot_follows(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether the owner and its telephone still come: what stands before them belongs to the letter."""
    page = lines[index].page
    ahead = [line for line in lines[index : index + _FOOT_REACH] if line.page == page]
    return any(is_unit(one) and is_contact(two) for one, two in pairwise(ahead))


def _may_end(now: _Progress, fresh: int) -> bool:
    """Whether enough has been seen of a document for a letter's head to begin the next one."""
    return (
        now.recipient or now.over or now.kind == "attachment" or (now.kind is not None and fresh > _OWN_HEAD)
    )


def _may_be_title(lines: Sequence[SourceLine], index: int, start: int, now: _Progress) -> bool:
    if index == start or now.over or now.kind == "attachment":
        return True
    near_top = any(line.page_start for line in lines[max(index - 4, 0) : index + 1])
    return near_top and (index - start > 4 or now.kind is None)


def _attachment(
    lines: Sequence[SourceLine], index: int, fresh: int, now: _Progress, letter: _Progress
) -> _Progress | None:
    line = lines[index]
    label = attachment_label(line)
    if label is not None:
        if label == 0 and all(_copies(after) for after in lines[index + 1 : index + 2]):
            return None  # the caption of a code, at the foot of the letter
        same = now.kind == "attachment" and (fresh <= 2 or label == now.label)
        return None if same else _Progress(kind="attachment", label=label)
    if is_page_number(line) or is_furniture(line) or is_contact(line) or _copies(line):
        return None
    if now.kind == "attachment":
        return _next_attachment(line, fresh, now, letter)
    opens = attachment_kind(line.text) and len(line.text) >= 10 and not is_unit(line)
    if opens or _announced(line.text, [letter.subject, *letter.enclosures]):
        return _Progress(kind="attachment")
    return None


def _next_attachment(line: SourceLine, fresh: int, now: _Progress, letter: _Progress) -> _Progress | None:
    """Another attachment begins where another enclosure line is repeated at the head of a page or block."""
    kind = attachment_kind(line.text) if line.page_start and len(line.text) <= _LONGEST_TITLE else None
    if kind in _ONE_PAGERS and not _announced(line.text, [now.title]):
        return _Progress(kind="attachment", title=line.text)
    if fresh < 4 or len(letter.enclosures) < 2 or not (line.page_start or line.gap):
        return None
    if not attachment_kind(line.text):
        return None
    return _Progress(kind="attachment") if _announced(line.text, letter.enclosures) else None


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


def _from_page_top(lines: Sequence[SourceLine], index: int, start: int, begun: _Progress) -> int:
    """Stamps and marks that stand above the head on its page belong to the new document."""
    top = index
    while top > start + 1 and not lines[top].page_start and index - top < _HEAD_REACH:
        if len(lines[top - 1].text) > _LONG_LINE:
            return index
        top -= 1
    return top if lines[top].page_start and begun.kind != "attachment" else index


def _note(now: _Progress, line: SourceLine, above: SourceLine | None) -> None:
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


def _note_label(now: _Progress, name: str, rest: str) -> None:
    if name in {"recipient", "to"}:
        now.recipient = True
        now.sealed = now.sealed or name == "to"
    elif name == "subject" and not now.subject:
        now.subject = rest
    elif name == "enclosure" and not now.enclosures:
        now.enclosures.append(re.sub(r"^[\d๐-๙]{1,2}\.\s*", "", rest))


def _foot_contact(line: SourceLine, above: SourceLine | None, now: _Progress) -> bool:
    """A telephone line ends a sealed letter, which has neither closing nor signature.

    In other letters it does so only below an office: coordinators are named in the text too.
    """
    told = sum(letter.isdigit() for letter in line.text) >= _DIGITS_OF_A_TELEPHONE or "@" in line.text
    opens = re.match(r"^\(?(?:โทร|ผู้ประสานงาน|e-?mail)", line.text, re.IGNORECASE)
    below = now.sealed or (above is not None and is_unit(above))
    return now.recipient and now.kind is None and told and below and bool(opens)
