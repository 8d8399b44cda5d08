"""Running numbers and days that were filled in by pen or numbering machine, put back where they belong.

Coloured ink lies apart from print, as stamps do. Digits that continue a printed `ที่ มท ๐๘๐๓.๓/ว`, or stand
before a printed month, are no stamp of their own: they complete the line, which says what was filled in, so
that a person is asked. Where all ink is black, a pen shows in digits that are hardly legible beside print
that is read with ease. What can hardly be read is never taken for a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.dates.month_names import month_words
from parsers.page import BBox, Line, LineRole, around
from parsers.script import arabic

__all__ = ["with_filled_in"]

_PEN = {LineRole.STAMP, LineRole.HANDWRITING}
_SERIAL = re.compile(r"(?:ว\.?\s*)?[\d/ ]*\d")
_DAY = re.compile(r"\d{1,2}")
_AWAITS_SERIAL = re.compile(r"ที่\s.{0,40}(?:/|/\s*ว\.?|\sว\.?)[\s.…]*$")
_AWAITS_DAY = re.compile(r"^[\d\s.]{0,4}(?P<month>[ก-๎]{4,})\s*(?:พ\.?\s?ศ\.?)?\s*\d{2,4}")
_SERIAL_AT_END = re.compile(r"^.{0,4}ที่\s(?P<print>[^/]{0,30}\d\s?/)(?:\s*ว\.?(?=\s*\d))?(?P<pen>.*\d.*)$")
_DAY_AT_START = re.compile(
    r"^(?P<pen>[^ก-๎]{1,6}?)\s*(?P<month>[ก-๎]{4,})\s*(?P<print>(?:พ\.?\s?ศ\.?)?\s*\d{4})$"
)
_DOTS = re.compile(r"[\s.…]+$")
_LEGIBLE, _SURE = 0.9, 0.95
"""Confidence under which what a pen wrote is no value, and over which print is read with ease."""
_GAP = 0.05
"""Share of the page's width between print and what goes on from it."""


def with_filled_in(lines: Iterable[Line]) -> list[tuple[int, Line]]:
    """The lines of a page, counted from 1, those filled in by pen completed by what the pen wrote."""
    kept = {no: _told_apart(line) for no, line in enumerate(lines, 1)}
    for no, pen in list(kept.items()):
        if pen.role in _PEN and pen.bbox is not None:
            for at, line in kept.items():
                completed = _filled(line, pen)
                if completed is not None:
                    kept[at] = completed
                    del kept[no]
                    break
    return list(kept.items())


def _told_apart(line: Line) -> Line:
    """A line of print without the running number or day in it that was hardly legible, told apart."""
    if line.role is not LineRole.PRINT or line.char_confidences is None:
        return line
    text = arabic(line.text)
    for pattern in (_SERIAL_AT_END, _DAY_AT_START):
        found = pattern.search(text)
        if found is None:
            continue
        pen, print_ = _least(line, found.span("pen")), _least(line, found.span("print"))
        if pen < _LEGIBLE and print_ >= _SURE and _is_month(found.groupdict().get("month")):
            start, end = found.span("pen")
            rest = f"{line.text[:start]}{line.text[end:]}".strip()
            return line.rewritten(rest, line.bbox, pen, line.text[start:end].strip())
    return line


def _least(line: Line, span: tuple[int, int]) -> float:
    """The confidence of the most doubtful digit in a part of the line; of any mark where it has no digit."""
    part = list(zip(line.text, line.char_confidences or (), strict=False))[slice(*span)]
    digits = [sure for char, sure in part if char.isdigit()]
    return min(digits or [sure for char, sure in part if not char.isspace()], default=1.0)


def _is_month(word: str | None) -> bool:
    return word is None or word in month_words()


def _filled(line: Line, pen: Line) -> Line | None:
    """The printed line with what a pen wrote into it; None where the pen has nothing to do with the line."""
    if line.role is not LineRole.PRINT or line.bbox is None or not _level(line.bbox, pen.bbox):
        return None
    written = pen.text.strip()
    if _SERIAL.fullmatch(arabic(written)) and _is_serial(line, pen):
        return _completed(line, pen, f"{_DOTS.sub('', line.text)} {written}")
    if _DAY.fullmatch(arabic(written)) and _is_day(line, pen):
        return _completed(line, pen, f"{written} {_without_remains(line.text)}")
    return None


def _level(line: BBox, pen: BBox | None) -> bool:
    """Whether both stand on one row."""
    if pen is None:
        return False
    overlap = min(line[3], pen[3]) - max(line[1], pen[1])
    return overlap > 0.4 * min(line[3] - line[1], pen[3] - pen[1])


def _is_serial(line: Line, pen: Line) -> bool:
    """Whether pen goes on where a printed number breaks off."""
    if line.bbox is None or pen.bbox is None:
        return False
    near = -0.02 <= pen.bbox[0] - line.bbox[2] <= _GAP or line.bbox[0] < pen.bbox[0] < line.bbox[2]
    return near and bool(_AWAITS_SERIAL.search(line.text))


def _is_day(line: Line, pen: Line) -> bool:
    """Whether pen stands before a printed month and year, where traces of it may be seen among the print."""
    if line.bbox is None or pen.bbox is None:
        return False
    found = _AWAITS_DAY.match(arabic(line.text.strip()))
    if found is None or found["month"] not in month_words():
        return False
    return pen.bbox[0] - 0.02 <= line.bbox[0] <= pen.bbox[2] + _GAP


def _without_remains(text: str) -> str:
    found = _AWAITS_DAY.match(arabic(text.strip()))
    return text.strip()[found.start("month") :] if found else text


def _completed(line: Line, pen: Line, text: str) -> Line:
    """The line with what was filled in; only marked as such where the pen is hardly legible."""
    return line.rewritten(
        text if pen.confidence >= _LEGIBLE else line.text,
        around(part.bbox for part in (line, pen) if part.bbox is not None),
        min(line.confidence, pen.confidence),
        pen.text.strip(),
    )
