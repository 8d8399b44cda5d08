"""What the page adds to a letter's text: page numbers, catchwords, heads of the Gazette."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.linekinds import catchword_of, is_gazette, is_message_heading, is_page_number
from parsers.lines import SourceLine
from parsers.script import skeleton

__all__ = ["is_page_furniture"]

_AHEAD = 3


def is_page_furniture(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a line is none of the letter's text.

    A catchword (`/๒. ติดตาม...`) is known by the same words opening the next page.
    """
    line = lines[index]
    if is_page_number(line) or is_gazette(line) or is_message_heading(line):
        return True
    if catchword_of(line) is None:
        return False
    following = lines[index + 1 : index + 1 + _AHEAD]
    if following and following[0].page != line.page and len(line.text) <= 40:
        return True
    key = _key(line).lstrip("/ 1l|!I")
    return bool(key) and any(_key(after).lstrip("/ 1l|!I").startswith(key) for after in following)


def _key(line: SourceLine) -> str:
    return skeleton(line.arabic).rstrip(". …")[:40].replace(" ", "")
