"""Figures in a text: numeric dates, clocks in figures, and plain runs of digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["figures"]

_NUMERIC_DATE = (
    r"(?:\d{1,4} ?(?P<mark>[./]) ?\d{1,2} ?(?P=mark) ?\d{2,4}|(?<!-)\d{1,4} ?- ?\d{1,2} ?- ?\d{2,4})"
    r"(?![\d/]|[.,-]\d)"
)
_CLOCK_END = r"(?:น\.(?! ?[ก-ฮ]{1,2}\.)|น(?![ก-๎.])|นาฬิกา)"
_CLOCK = (
    rf"(?:\d ?\d|\d) ?[.:] ?\d ?\d(?:[.:]\d\d)? ?{_CLOCK_END}"
    rf"|(?:[01]?\d|2[0-4])[;,]\d\d ?{_CLOCK_END}"
    r"|\d{1,2} ?[.:] ?\d\d(?:[.:]\d\d)?(?![\d/]|[.,:]\d)"
    rf"|(?:\d{{4}}|\d{{1,2}}) ?{_CLOCK_END}(?: ?\d{{1,2}} ?นาที)?"
)
_DIGITS = re.compile(r"\d+")
_DATE_OR_CLOCK = re.compile(rf"(?<![\d/.,])(?P<DATE>{_NUMERIC_DATE})|(?<![\d.,:/]){_CLOCK}")


def figures(text: str) -> Iterator[tuple[int, int, str, int | tuple[int, ...]]]:
    """Start, end, kind (DATE, CLOCK, DIGITS) and value of every run of digits, or of what it begins.

    >>> [(kind, value) for _, _, kind, value in figures("5/2/2568 14.30 น. 12")]
    [('DATE', (5, 2, 2568)), ('CLOCK', (14, 30, 2)), ('DIGITS', 12)]
    """
    done = 0
    for run in _DIGITS.finditer(text):
        start, end = run.span()
        if start < done:
            continue
        found = _DATE_OR_CLOCK.match(text, start)
        if found is None:
            yield start, end, "DIGITS", int(run.group()[:9])
            continue
        done = found.end()
        kind = "DATE" if found["DATE"] else "CLOCK"
        yield start, done, kind, _clock(found.group()) if kind == "CLOCK" else _three(found.group())


def _three(written: str) -> tuple[int, ...]:
    return tuple(map(int, _DIGITS.findall(written)))


def _clock(written: str) -> tuple[int, ...]:
    """Hour, minute, and how sure it is that this is a clock: 2 with น., 1 with a colon, else 0."""
    named = "น" in written
    if named and "นาที" not in written:
        written = re.sub(r"(?<=\d) (?=\d)", "", written)
    parts = re.findall(r"\d+", written)
    hour, minute = parts[0], parts[1] if len(parts) > 1 else "0"
    if len(hour) > 2:
        hour, minute = hour[:-2], hour[-2:]
    return int(hour), int(minute), 2 if named else 1 if ":" in written else 0
