"""Parts of a text that look like dates and are none: letter numbers, telephones, addresses, names of laws."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from parsers.dates.month_names import month_words
from parsers.knowledge import laws

__all__ = ["CLAIMED", "law_years", "mask"]

CLAIMED = "\x00"

_YEAR = re.compile(r"(?:พ\. ?ศ\.?|พุทธศักราช) ?\d{4}(?!\d)")
_ADDRESSES = (
    ("http", re.compile(r"https?:\s?//\S+")),
    ("www.", re.compile(r"www\.\S+")),
    ("@", re.compile(r"(?<![\w.+-])[A-Za-z0-9._+-]{1,64}@\S+")),
    ("<", re.compile(r"<[^<>\n]{3,120}>")),
)
_TELEPHONE = re.compile(
    r"0(?<![\d/.,-].)(?: ?- ?\d{4} ?- ?\d{4}| \d{4} \d{4}|\d[ -]\d{3,4}[ -]\d{4}"
    r"|\d\d[ -]\d{3}[ -]?\d{3,4}|\d[ -]?\d{7}|\d{9})(?:-\d{1,2})?(?![\d/])"
)
_LABELLED = re.compile(
    r"(?:โทร(?:ศัพท์|สาร)?|มือถือ|Tel|Fax|Meeting ID|Passcode|Zoom ID|ID)"
    r"[.:/ ]{0,4}(?:โทรสาร)?[.: ]{0,3}[\d -]{3,16}\d"
)
_LOOK_BACK = 260
_NEAR = 80


def law_years(text: str) -> list[tuple[int, int]]:
    """Where the year in a law's name stands: `พระราชบัญญัติ... พ.ศ. 2539`.

    A year behind a month or ปีงบประมาณ belongs to a date.
    """
    found: list[tuple[int, int]] = []
    done = 0
    for year in _YEAR.finditer(text):
        before = text[max(done, year.start() - _LOOK_BACK) : year.start()]
        if not _of_a_date().search(before[-_NEAR:]) and _law().search(before.rsplit("\n\n", 1)[-1]):
            found.append(year.span())
        done = year.end()
    return found


@cache
def _law() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(law.text) for law in laws()))


@cache
def _of_a_date() -> re.Pattern[str]:
    months = "|".join(map(re.escape, month_words()))
    last = rf"{months}|[ก-๎]\. ?[ก-ฮ]\.|ปี(?:งบประมาณ)?|ประจำปี|แผน[^\n]{{0,60}}\(|\d ?-|เดือน\s?\d{{1,2}}"
    bruised = r"\d{1,2}\s?(?:เดือน)?\s?[ก-๎][ก-๎.]{2,13}(?:\s[ก-๎]{1,6})?"
    return re.compile(rf"(?:{last}|{bruised})\s*\Z")


def mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the spans, telephones and addresses blotted out, of the same length."""
    parts, done = [], 0
    found = [*spans, *law_years(text)]
    patterns = [pattern for sign, pattern in _ADDRESSES if sign in text]
    for pattern in (*patterns, _TELEPHONE, _LABELLED):
        found.extend(match.span() for match in pattern.finditer(text))
    for start, end in sorted(found):
        if start < done:
            start = done
        if end > start:
            parts += [text[done:start], CLAIMED * (end - start)]
            done = end
    return "".join([*parts, text[done:]])
