"""One day in the text: with or without weekday, month in words or figures, with its year or without."""

from __future__ import annotations

from parsers.dates.numeric_days import military_day, numeric_day
from parsers.dates.reader import Reader
from parsers.dates.worded_days import english_day, trailing_weekday, worded_day
from parsers.dates.written import WrittenDay

__all__ = ["written_day"]

_PREFIXES = ("DAY", "CITED", "PAST", "WEEKDAY", "SIGN", "THE")


def written_day(r: Reader, i: int) -> tuple[WrittenDay, int] | None:
    """The day that begins at token i, and the place behind it."""
    j, weekday, cue = _prefix(r, i)
    token = r.tokens[j]
    if j > i and not token.joined:
        return None
    if token.kind == "DATE":
        found = numeric_day(r, j, named=j > i)
    elif token.kind == "DIGITS":
        found = military_day(r, j) or worded_day(r, j, named=j > i)
    else:
        found = english_day(r, j)
    if found is None:
        return None
    day, j = found
    day.start, day.weekday, day.cue = r.tokens[i].start, weekday, cue
    j = trailing_weekday(r, j, day)
    day.end = r.end(j)
    return day, j


def _prefix(r: Reader, i: int) -> tuple[int, int | None, str]:
    """Over วันที่, วันพุธที่, ลงวันที่, (พ.) and the like."""
    j, weekday, cue = i, None, ""
    while j == i or (r.tokens[j].joined and j < i + 8):
        token = r.tokens[j]
        if token.kind in _PREFIXES:
            if token.kind in ("WEEKDAY", "SIGN") and isinstance(token.value, int):
                weekday = token.value
            cue = token.kind if token.kind in ("CITED", "PAST") else cue or "DAY"
            j += 1
        elif token.kind == "UNIT" and token.text == "วัน" and r.follows(j + 1, "WEEKDAY", "SIGN"):
            j += 1
        elif r.mark(j, "(") and r.follows(j + 1, "WEEKDAY", "SIGN") and r.mark(j + 2, ")"):
            weekday, j = int(str(r.tokens[j + 1].value)), j + 3
        else:
            break
    return j, weekday, cue
