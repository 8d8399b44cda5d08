"""Cuts a normalised text into the few tokens that can be part of a time; all other text is only a gap.

The lexer goes over the text once for numbers, once for words and once for abbreviations: three small patterns
are several times quicker than one that tries everything in every place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, TypeAlias

from parsers.dates.month_names import ABBREVIATED, abbreviated_month, bruised_month, month_words
from parsers.dates.number_words import NUMBER_WORDS, number_of_words
from parsers.dates.spoken_clock import spoken_clocks
from parsers.knowledge import time_cues, units, weekdays

__all__ = ["END_OF_TEXT", "Token", "tokenise"]

Value: TypeAlias = "int | str | tuple[int, ...] | None"
_Cut: TypeAlias = "tuple[int, int, str, Value]"


class Token(NamedTuple):
    """One token: `joined` says that only white space stands between it and the token before.

    `fresh` says that a new line begins before it. Values: a number for digits, months (1 to 12) and weekdays
    (0 to 6), hour, minute and certainty for clocks, the three numbers of a numeric date.
    """

    kind: str
    start: int
    end: int
    value: Value
    text: str
    joined: bool = False
    fresh: bool = False


END_OF_TEXT = Token("", -1, -1, None, "")

_NUMERIC_DATE = r"\d{1,4} ?(?P<mark>[./-]) ?\d{1,2} ?(?P=mark) ?\d{2,4}(?![\d/]|[.,-]\d)"
_CLOCK_END = r"(?:น\.(?! ?[ก-ฮ]{1,2}\.)|น(?![ก-๎.])|นาฬิกา)"
_CLOCK = (
    rf"(?:\d ?\d|\d) ?[.:;,] ?\d ?\d(?:[.:]\d\d)? ?{_CLOCK_END}"
    r"|\d{1,2} ?[.:] ?\d\d(?:[.:]\d\d)?(?![\d/]|[.,:]\d)"
    rf"|(?:\d{{4}}|\d{{1,2}}) ?{_CLOCK_END}(?: ?\d{{1,2}} ?นาที)?"
)
_NUMBERS = re.compile(
    rf"(?=\d)(?:(?<![\d/.,-])(?P<DATE>{_NUMERIC_DATE})|(?<![\d.,:/])(?P<CLOCK>{_CLOCK})|(?P<DIGITS>\d+))"
)
_MARKS = re.compile(r"[-,()/~\x00]")
_WEEKDAY_SIGN = r"(?<![ก-๎.])(?:{})(?=\)| ?(?:ที่ ?)?\d)"
_NUMBER_SIGN = re.compile("หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|เอ็ด")
_COUNTED = r"(?=\)? ?(?:วัน|เดือน|ปี|สัปดาห์|อาทิตย์|ชั่วโมง|นาที|{}))"
_DATED = "|".join(rf"(?<={cue}{space})" for cue in ("วันที่", "ศักราช", "พ.ศ.", "เดือน") for space in ("", " "))
_UNREAD_MONTH = re.compile(
    r"(?:(?<=\d)|(?<=เดือน))\s{0,3}(?P<word>[ก-๎][ก-๎.]{3,12}(?:\s[ก-๎]{1,6})?)"
    r"(?=\s{0,3}(?:พ\. ?ศ\. ?|พุทธศักราช ?|ปี ?)?\d\d)"
)
_WIDEST_GAP = 24


@cache
def _words() -> dict[str, tuple[str, Value]]:
    """Every word of the lexer with its token and value."""
    table: dict[str, tuple[str, Value]] = {}
    for name, (month, _) in month_words().items():
        table[name] = ("MONTH", month)
    for row in weekdays():
        if row.form != "abbreviated":
            table[row.text] = ("WEEKDAY", row.weekday)
    for unit in units():
        table[unit.text] = ("UNIT", unit.text)
    for cue in time_cues():
        table[cue.text] = (cue.token, cue.text)
    return table


@cache
def _weekday_signs() -> dict[str, int]:
    return {row.text: row.weekday for row in weekdays() if row.form == "abbreviated"}


@cache
def _word_pattern() -> re.Pattern[str]:
    spoken = [name for name, (_, form) in month_words().items() if form == "spoken"]
    words = _by_first_letter(word for word in _words() if word not in spoken)
    return re.compile(rf"{words}|(?:{_longest_first(spoken)})(?![ก-๎])|ที่(?= ?\d)")


@cache
def _abbreviation_pattern() -> re.Pattern[str]:
    signs = _WEEKDAY_SIGN.format(_longest_first(_weekday_signs()))
    return re.compile(rf"(?P<MONTH>{ABBREVIATED})|(?P<SIGN>{signs})")


@cache
def _number_words() -> re.Pattern[str]:
    counted = _COUNTED.format(_longest_first(month_words()))
    return re.compile(rf"{NUMBER_WORDS}{counted}|(?:{_DATED}){NUMBER_WORDS}")


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _by_first_letter(words: Iterable[str]) -> str:
    """One branch a first letter: the regex engine then looks at few words in any place."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{re.escape(first)}(?:{_longest_first(rest)})" for first, rest in groups.items())


def tokenise(text: str) -> list[Token]:
    """The tokens of a normalised text in order, ended by `END_OF_TEXT`.

    >>> [(t.kind, t.value) for t in tokenise("วันพุธที่ 5 มี.ค. 68")[:-1]]
    [('UNIT', 'วัน'), ('WEEKDAY', 2), ('THE', None), ('DIGITS', 5), ('MONTH', 3), ('DIGITS', 68)]
    """
    tokens: list[Token] = []
    done = -1
    for start, end, kind, value in sorted(_cuts(text), key=lambda cut: (cut[0], -cut[1])):
        if start < done:
            continue
        gap = text[done:start] if done >= 0 else "|"
        joined = not gap or (len(gap) <= _WIDEST_GAP and gap.isspace() and gap.count("\n") < 2) or gap == "T"
        tokens.append(Token(kind, start, end, value, text[start:end], joined, done < 0 or "\n" in gap))
        done = end
    tokens.append(END_OF_TEXT)
    return tokens


def _cuts(text: str) -> Iterator[_Cut]:
    """Start, end, kind and value of every token, those of each pass together; the longest of two wins."""
    words = _words()
    for found in _NUMBERS.finditer(text):
        kind = "DATE" if found["DATE"] else "CLOCK" if found["CLOCK"] else "DIGITS"
        yield found.start(), found.end(), kind, _number_value(kind, found.group())
    for found in _word_pattern().finditer(text):
        kind, value = words.get(found.group(), ("THE", None))
        yield found.start(), found.end(), kind, value
    for found in _abbreviation_pattern().finditer(text):
        kind, written = found.lastgroup or "", found.group()
        value = abbreviated_month(written) if kind == "MONTH" else _weekday_signs()[written]
        yield found.start(), found.end(), kind, value
    for found in _MARKS.finditer(text):
        yield found.start(), found.end(), "CLAIMED" if found.group() == "\x00" else "MARK", found.group()
    yield from _in_words(text)
    for found in _UNREAD_MONTH.finditer(text):
        word = found["word"]
        if word not in words and (month := bruised_month(word)):
            yield found.start("word"), found.end("word"), "BRUISED", month


def _in_words(text: str) -> Iterator[_Cut]:
    """Spoken hours, and numbers written out."""
    for start, end, clock in spoken_clocks(text):
        yield start, end, "SPOKEN", clock
    for match in _number_words().finditer(text) if _NUMBER_SIGN.search(text) else ():
        if number := number_of_words(match.group()):
            yield match.start(), match.end(), "DIGITS", number


def _number_value(kind: str, written: str) -> Value:
    if kind == "DIGITS":
        return int(written[:9])
    if kind == "DATE":
        return tuple(map(int, re.findall(r"\d+", written)))
    return _clock(written)


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
