"""Splits the lines of one file into its documents: a covering letter, the one it forwards, agendas, forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.attachment_heads import attachment_begins, is_copies
from parsers.heads import attachment_label, is_letter_head, title_head
from parsers.linekinds import is_contact, is_furniture, is_unit
from parsers.lines import SourceLine
from parsers.pagetops import has_substance, line_after_marks, page_lines, page_opening
from parsers.progress import Progress, note

__all__ = ["Segment", "segments"]

_HEAD_REACH = 10
_OWN_HEAD = 6
_LONG_LINE = 100
_FOOT_REACH = 7
_LEAST = 25


@dataclass(slots=True)
class Segment:
    """The lines of one document; `kind` is what its head says (None: to be seen), `label` its number."""

    lines: list[SourceLine]
    kind: str | None = None
    label: int | None = None


def segments(lines: Sequence[SourceLine]) -> list[Segment]:
    """The documents of a file in page order; every line belongs to one."""
    found: list[Segment] = []
    start, progress = 0, Progress()
    letter = progress
    for index, line in enumerate(lines):
        begun = _begins(lines, index, start, progress, letter)
        if begun is not None:
            begin = _from_page_top(lines, index, start, begun)
            if begin > start:
                found.append(Segment(list(lines[start:begin]), progress.kind, progress.label))
            start, progress = begin, begun
            letter = begun if begun.kind != "attachment" else letter
        note(progress, line, lines[index - 1] if index > start else None)
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
    lines: Sequence[SourceLine], index: int, start: int, now: Progress, letter: Progress
) -> Progress | None:
    line = lines[index]
    fresh = index - start
    if fresh and line.page_start and (now.over or now.closed or now.kind == "attachment"):
        opened = _page_begins(lines, index, now)
        if opened is not None:
            return opened
    if fresh and _may_end(now, fresh) and is_letter_head(lines, index):
        return Progress()
    if _may_be_title(lines, index, start, now):
        kind = title_head(lines, index)
        if kind and not (fresh <= 4 and now.kind is None and not now.recipient):
            return Progress(kind=kind)
        if kind and now.kind is None:
            now.kind = kind
    if not (now.over or now.kind == "attachment"):
        return None
    if not now.foot and now.signed and _foot_follows(lines, index):
        return None
    return attachment_begins(lines, index, fresh, now, letter)


def _page_begins(lines: Sequence[SourceLine], index: int, now: Progress) -> Progress | None:
    """What begins at the top of a page, where the document before it has come to its end."""
    opening = page_opening(lines, index)
    if opening is not None:
        return Progress(kind=None if opening == "letter" else opening)
    page = page_lines(lines, index)
    if now.signed and not now.foot and _foot_follows(lines, index):
        return None
    if now.kind == "attachment" or not has_substance(page) or is_copies(line_after_marks(page)):
        return None
    labels = [label for line in page[:5] if (label := attachment_label(line)) is not None]
    return Progress(kind="attachment", label=labels[0] if labels else None)


def _foot_follows(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether the owner and its telephone still come: what stands before them belongs to the letter."""
    page = lines[index].page
    ahead = [line for line in lines[index : index + _FOOT_REACH] if line.page == page]
    return any(is_unit(one) and is_contact(two) for one, two in pairwise(ahead))


def _may_end(now: Progress, fresh: int) -> bool:
    """Whether enough has been seen of a document for a letter's head to begin the next one."""
    return (
        now.recipient or now.over or now.kind == "attachment" or (now.kind is not None and fresh > _OWN_HEAD)
    )


def _may_be_title(lines: Sequence[SourceLine], index: int, start: int, now: Progress) -> bool:
    if index == start or now.over or now.kind == "attachment":
        return True
    near_top = any(line.page_start for line in lines[max(index - 4, 0) : index + 1])
    return near_top and (index - start > 4 or now.kind is None)


def _from_page_top(lines: Sequence[SourceLine], index: int, start: int, begun: Progress) -> int:
    """Stamps and marks that stand above the head on its page belong to the new document."""
    top = index
    while top > start + 1 and not lines[top].page_start and index - top < _HEAD_REACH:
        if len(lines[top - 1].text) > _LONG_LINE:
            return index
        top -= 1
    return top if lines[top].page_start and begun.kind != "attachment" else index
