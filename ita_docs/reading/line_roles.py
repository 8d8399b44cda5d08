"""What a read line is on the paper: print, a stamp, handwriting, or furniture such as a page number."""

from __future__ import annotations

import re

from ita_docs.reading.engine import LineReading
from ita_docs.reading.layout.page_layout import FoundLine
from parsers.page import BBox, LineRole

__all__ = ["role_of"]

_LEGIBLE = 0.72
"""Mean confidence of the recogniser under which a line with few letters is taken for handwriting."""

_LARGE_PRINT = 1.3
_PAGE_NUMBER = re.compile(r"[-–—]?\s*[0-9๐-๙]{1,3}\s*[-–—]?")
_CATCHWORD = re.compile(r"/?.{2,40}?[.…]{2,}")
_HEAD, _FOOT, _LEFT_OF_CENTRE = 0.12, 0.94, 0.1


def role_of(found: FoundLine, reading: LineReading, letter: float) -> LineRole:
    """The role of a line; `letter` is the page's letter height. Where in doubt a line is print."""
    if reading.confidence < _LEGIBLE:
        return LineRole.HANDWRITING
    if found.framed:
        return LineRole.STAMP
    if found.coloured:  # ด่วนที่สุด is stamped in large letters, but it speaks for the letter
        return LineRole.PRINT if found.row.letter > _LARGE_PRINT * letter else LineRole.STAMP
    return LineRole.FURNITURE if _is_furniture(reading.text.strip(), found.bbox) else LineRole.PRINT


def _is_furniture(text: str, box: BBox) -> bool:
    """A page number alone in the middle of the head or foot, or the next page's first words at the foot."""
    centred = abs((box[0] + box[2]) / 2 - 0.5) < _LEFT_OF_CENTRE
    outside = box[3] < _HEAD or box[1] > _FOOT
    if _PAGE_NUMBER.fullmatch(text):
        return centred and outside
    return bool(_CATCHWORD.fullmatch(text)) and box[1] > 0.8 and box[0] > 0.55
