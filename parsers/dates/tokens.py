"""Cuts a normalised text into the few tokens that can be part of a time; all other text is only a gap.

The lexer goes over the text once for numbers, once for words and once for abbreviations: three small patterns
are several times quicker than one that tries everything in every place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, TypeAlias

from parsers.dates.bruised_cues import bruised_cues
from parsers.dates.figures import figures
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

_MARKS = re.compile(r"[-,()/~\x00]")
_WEEKDAY_SIGN = r"{}(?<![ก-๎.]{})(?=\)| ?(?:ที่ ?)?\d)"
_DATED_WORDS = re.compile(r"(?:วันที่|ศักราช|พ\.ศ\.|เดือน) ?\Z")
_UNREAD_MONTH = tuple(
    re.compile(
        rf"{before}\s{{0,3}}(?P<word>[ก-๎][ก-๎.]{{3,12}}(?:\s[ก-๎]{{1,6}})?)"
        r"(?=\s{0,3}(?:พ\. ?ศ\. ?|พุทธศักราช ?|ปี ?)?\d\d)"
    )
    for before in (r"\d", "เดือน")
)
_LINKS = ("T", "'", "’", "‘", "`")
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
        table.setdefault(unit.text, ("UNIT", unit.text))  # อาทิตย์ is Sunday before it is a week
    for cue in time_cues():
        table[cue.text] = (cue.token, cue.text)
    return table


@cache
def _weekday_signs() -> dict[str, int]:
    return {row.text: row.weekday for row in weekdays() if row.form == "abbreviated"}


@cache
def _word_pattern() -> re.Pattern[str]:
    """Every word; one branch a first letter lets the regex engine skip to such letters."""
    spoken = {name for name, (_, form) in month_words().items() if form == "spoken"}
    groups: dict[str, list[str]] = {"ท": [r"ี่(?= ?\d)"]}
    for word in sorted(_words(), key=len, reverse=True):
        rest = re.escape(word[1:]) + ("(?![ก-๎])" if word in spoken else "")
        rest = f"(?<![ก-๎].){rest}" if word.startswith("ณ") else rest
        groups.setdefault(word[0], []).append(rest)
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in groups.items()))


@cache
def _abbreviation_pattern() -> re.Pattern[str]:
    signs = "|".join(_WEEKDAY_SIGN.format(re.escape(sign), "." * len(sign)) for sign in _weekday_signs())
    return re.compile(rf"(?P<MONTH>{ABBREVIATED})|(?P<SIGN>{signs})")


@cache
def _counted() -> re.Pattern[str]:
    """What may stand behind a number in words for it to count."""
    names = "|".join(map(re.escape, month_words()))
    return re.compile(rf"\)? ?(?:วัน|เดือน|ปี|สัปดาห์|อาทิตย์|ชั่วโมง|นาที|{names})")


def tokenise(text: str) -> list[Token]:
    """The tokens of a normalised text in order, ended by `END_OF_TEXT`.

    >>> [(t.kind, t.value) for t in tokenise("วันพุธที่ 5 มี.ค. 68")[:-1]]
    [('UNIT', 'วัน'), ('WEEKDAY', 2), ('THE', None), ('DIGITS', 5), ('MONTH', 3), ('DIGITS', 68)]
    """
    tokens: list[Token] = []
    done = 0
    for start, end, kind, value in sorted(_cuts(text), key=lambda cut: (cut[0], -cut[1])):
        if start < done:
            continue
        gap = text[done:start]
        joined = bool(tokens) and _joined(gap)
        fresh = (not tokens or "\n" in gap) and not gap.rpartition("\n")[2].strip()
        tokens.append(Token(kind, start, end, value, text[start:end], joined, fresh))
        done = end
    tokens.append(END_OF_TEXT)
    return tokens


def _joined(gap: str) -> bool:
    """Whether two tokens with this between them belong together: nothing, or white space."""
    return (
        not gap
        or (len(gap) <= _WIDEST_GAP and gap.isspace() and gap.count("\n") < 2)
        or gap.strip() in _LINKS
    )


def _cuts(text: str) -> Iterator[_Cut]:
    """Start, end, kind and value of every token, those of each pass together; the longest of two wins."""
    words = _words()
    yield from figures(text)
    for found in _word_pattern().finditer(text):
        kind, value = words.get(found.group(), ("THE", None))
        yield found.start(), found.end(), kind, value
    for found in _abbreviation_pattern().finditer(text):
        kind, written = found.lastgroup or "", found.group()
        value = abbreviated_month(written) if kind == "MONTH" else _weekday_signs()[written]
        yield found.start(), found.end(), kind, value
    for found in _MARKS.finditer(text):
        yield found.start(), found.end(), "CLAIMED" if found.group() == "\x00" else "MARK", found.group()
    for start, end, kind in bruised_cues(text):
        written = text[start:end]
        if not (_sound(written) if kind == "DAY" else written in words):
            yield start, end, kind, written
    yield from _in_words(text)
    for pattern in _UNREAD_MONTH:
        for found in pattern.finditer(text):
            word = found["word"]
            if word not in words and (month := bruised_month(word)):
                yield found.start("word"), found.end("word"), "BRUISED", month


def _sound(written: str) -> bool:
    """Whether the words of a day are spelled as they should be (`วันพุธที่`): weekday and all are then read."""
    name = written.removeprefix("วัน").removesuffix("ที่").strip()
    return name in _words() and written.startswith("วัน") and written.endswith("ที่")


def _in_words(text: str) -> Iterator[_Cut]:
    """Spoken hours, and numbers written out."""
    for start, end, clock in spoken_clocks(text):
        yield start, end, "SPOKEN", clock
    for match in NUMBER_WORDS.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()]
        counts = _counted().match(text, match.end()) or _DATED_WORDS.search(before)
        if counts and (number := number_of_words(match.group())):
            yield match.start(), match.end(), "DIGITS", number
