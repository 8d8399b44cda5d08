"""What a page begins: the head of a letter, the title of a notice, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from parsers.cues import cues
from parsers.heads import number_line, title_head
from parsers.labels import label_of
from parsers.linekinds import NAME_IN_BRACKETS, is_furniture, is_gazette, is_page_number
from parsers.lines import SourceLine
from parsers.script import skeleton

__all__ = ["has_substance", "kind_by_foot", "line_after_marks", "page_lines", "page_opening"]

_TITLE_REACH = 9
_HEAD_REACH = 26
_NOTICE_REACH = 160


def page_lines(lines: Sequence[SourceLine], index: int) -> list[SourceLine]:
    """The lines of the page that begins at `index`."""
    page = lines[index].page
    return list(takewhile(lambda line: line.page == page, lines[index:]))


def page_opening(lines: Sequence[SourceLine], index: int) -> str | None:
    """`letter`, `announcement`, `order` ... for a page that opens such a document, else None.

    Looked at where the document before has come to its end: labels within running text would mislead.
    """
    page = page_lines(lines, index)
    for offset in range(min(len(page), _TITLE_REACH)):
        kind = title_head(lines, index + offset)
        if kind:
            return kind
    names = [found.name for line in page[:_HEAD_REACH] if (found := label_of(line)) is not None]
    if "to" in names or ("subject" in names and "recipient" in names):
        return "letter"
    if "recipient" in names and any(number_line(line) for line in page[:_TITLE_REACH]):
        return "letter"
    if any(found is not None and found.name == "subject" for found in map(label_of, page[:_TITLE_REACH])):
        return kind_by_foot(lines[index : index + _NOTICE_REACH])
    return None


def kind_by_foot(lines: Sequence[SourceLine]) -> str | None:
    """A title too bruised to read: สั่ง ณ วันที่ or ประกาศ ณ วันที่ at the end tells what it is."""
    for line in lines:
        flat = line.skeleton.replace(" ", "")
        for cue in cues("foot_date"):
            if flat.startswith(skeleton(cue.text).replace(" ", "")):
                return cue.value
    return None


def has_substance(page: Sequence[SourceLine]) -> bool:
    """Whether a page holds more than marks and specks, or the signature that the page before left over."""
    kept = [line for line in page if not _is_mark(line)]
    if len(kept) <= 6 and any(NAME_IN_BRACKETS.match(line.arabic) for line in kept):
        return False
    return sum(len(line.text) for line in kept) >= 25


def line_after_marks(page: Sequence[SourceLine]) -> SourceLine:
    """The first line of a page that is neither page number nor slogan; its first where there is none."""
    return next((line for line in page if not _is_mark(line)), page[0])


def _is_mark(line: SourceLine) -> bool:
    return is_page_number(line) or is_furniture(line) or is_gazette(line)
