"""Telephone and fax numbers: every grouping, extensions, ranges in the last digits, shared labels.

Thai numbers have nine digits with the leading 0 (Bangkok 02, provinces 0NN), mobiles and internet telephones
ten; there are short numbers of four and toll-free ones of ten (1800). Letters of before 2545 print Bangkok's
seven digits without an area (`๖๐๗-๐๐๗๕`). The official grouping `๐ ๔๒๐๑ ๑๔๖๑`
hides the area code 042.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from parsers.knowledge import Province, provinces
from parsers.normalise import Normalised, normalise

__all__ = ["PhoneKind", "PhoneMatch", "find_phones", "provinces_of_phone"]

PhoneKind: TypeAlias = Literal["phone", "fax", "phone_fax"]

_LABEL = (
    r"(?P<label>(?:หมายเลข|เบอร์)?"
    r"(?:โทรศัพท์เคลื่อนที่|โทรศัพท์มือถือ|โทรศัพท์ภายใน|โทรศัพท์|โทรสาร|โทร|มือถือ|สายด่วน|แฟกซ์"
    r"|[Tt]el(?:ephone)?|TEL|[Ff]ax|FAX|[Mm]obile)(?:หมายเลข|เบอร์)?"
    r"(?: ?\. ?| ?[/,&] ?| ?และ ?| )*(?P<second>โทรศัพท์|โทรสาร|แฟกซ์|[Ff]ax|FAX)?)"
)
_BETWEEN = r"(?: ?[.:)] ?| ?\(?(?:หมายเลข|เบอร์|ภายใน|สายตรง|มท|ทบ|ทร|ทอ|ตร)\.?\)? ?| |\n)*"
_NUMBER = (
    r"(?P<number>\+66[ -]?(?:\(0\) ?)?\d(?:[ -]{0,3}\d){7,8}|\(?0(?:[ )-]{0,3}\d){8,9}"
    r"|1[89]00(?:[ -]?\d){6}|[2-9]\d{2}[ -]?\d{4}|1\d{3}|\d{4,6})(?!\d)"
)
_RANGE = r"(?: ?(?:-|ถึง) ?(?P<last>\d{1,4})(?![\d/]|[ -]\d))?"
_EXTENSION = (
    r"(?:(?: |,|\()*(?:ต่อ|ภายใน(?= ?\d{2,5}(?!\d| ?วัน))|ext\.?|Ext\.?|EXT\.?|#)(?:หมายเลข|ภายใน)?[ .:]*"
    r"(?P<ext>\d{1,6}(?: ?[-,/] ?(?:หรือ ?)?\d{1,6}(?![-\d/]| \d))*))?"
)
_LABELLED = re.compile(_LABEL + _BETWEEN + _NUMBER + _RANGE + _EXTENSION)
_MORE = re.compile(r" ?(?:[,/;]|และ|หรือ| ) ?" + _NUMBER + _RANGE + _EXTENSION)
_ALONE = re.compile(
    r"(?<![\d/.,-])(?P<number>0 ?- ?\d{4} ?- ?\d{4}|0 \d{4} \d{4}|0\d[ -]\d{3,4}[ -]\d{4}"
    r"|0\d{2}[ -]\d{3}[ -]?\d{3,4}|0\d-\d{7}|0\d{2}-\d{6,7})(?![\d/])" + _RANGE + _EXTENSION
)
_ROUND = re.compile(r"(?<![A-Za-z])[oO](?=[ -]?\d{4}[ -]\d{4}(?!\d))")
_WRITTEN_RANGE = 20


@dataclass(frozen=True, slots=True)
class PhoneMatch:
    """A telephone or fax: `value` is digits only, `ext` in Arabic digits as written (`2401-2402`).

    A range in the last digits gives one match a number, all in the same place; `spread` marks the later ones.
    `labelled` tells whether a word like โทร. stands before it.
    """

    start: int
    end: int
    text: str
    kind: PhoneKind
    value: str
    ext: str | None = None
    labelled: bool = True
    spread: bool = False


def find_phones(text: str) -> list[PhoneMatch]:
    """All telephone and fax numbers of a text, in order.

    >>> [(p.kind, p.value, p.ext) for p in find_phones("โทร. ๐-๒๐๔๑-๙๐๐๐ ต่อ ๓๒๓๒ โทรสาร ๐ ๒๐๔๑ ๙๐๕๕")]
    [('phone', '020419000', '3232'), ('fax', '020419055', None)]
    """
    folded = normalise(text)
    plain = _ROUND.sub("0", folded.text)
    found: list[PhoneMatch] = []
    done = 0
    for match, kind in sorted(
        _candidates(plain), key=lambda pair: (pair[0].start("number"), pair[1] is None)
    ):
        if match.start("number") < done:
            continue
        made = list(_phones(match, kind or "phone", folded, text, labelled=kind is not None))
        if made:
            found.extend(made)
            done = match.end()
    return found


def provinces_of_phone(value: str) -> tuple[Province, ...]:
    """The provinces whose area code a fixed-line number has; none for mobiles and short numbers.

    >>> [p.name_th for p in provinces_of_phone("055003008")][:2]
    ['กำแพงเพชร', 'ตาก']
    """
    if len(value) != 9:
        return ()
    return tuple(p for p in provinces() if value.startswith(p.phone_area_codes))


def _candidates(plain: str) -> Iterator[tuple[re.Match[str], PhoneKind | None]]:
    for match in _LABELLED.finditer(plain):
        kind = _kind(match)
        yield match, kind
        end = match.end()
        while (more := _MORE.match(plain, end)) is not None and _whole(more["number"]):
            yield more, kind
            end = more.end()
    for match in _ALONE.finditer(plain):
        yield match, None


def _whole(number: str) -> bool:
    """Whether digits behind a telephone are another one: nine, or seven of the time before area codes."""
    return len(_digits(number)) >= 9 or re.fullmatch(r"\d{3}-\d{4}", number) is not None


def _kind(match: re.Match[str]) -> PhoneKind:
    fax = [
        bool(part) and _is_fax(part)
        for part in (match["label"].split(match["second"] or "\n")[0], match["second"])
    ]
    if match["second"]:
        return "phone_fax" if fax[0] != fax[1] else "fax" if fax[0] else "phone"
    return "fax" if fax[0] else "phone"


def _is_fax(label: str) -> bool:
    return "โทรสาร" in label or "แฟกซ์" in label or "fax" in label.lower()


def _digits(number: str) -> str:
    """Only the digits, the country code as a 0."""
    digits = re.sub(r"\D", "", number)
    if number.startswith("+66"):
        digits = "0" + digits[2:].removeprefix("0")
    return digits


def _valid(digits: str) -> bool:
    """Whether a number of such a length begins as Thai numbers do."""
    if digits.startswith("0"):
        return len(digits) == (10 if digits[1] in "689" else 9) and digits[1] != "0"
    return len(digits) in (4, 5, 6, 7) or (len(digits) == 10 and digits.startswith(("1800", "1900", "1401")))


def _phones(
    match: re.Match[str], kind: PhoneKind, folded: Normalised, text: str, *, labelled: bool
) -> Iterator[PhoneMatch]:
    digits = _digits(match["number"])
    end = match.end()
    last = match["last"]
    if not _valid(digits):
        digits, last, end = _shortened(match, digits)
    if not digits:
        return
    start, stop = folded.written(match.start("number"), end)
    ext = re.sub(r"\s", "", match["ext"]) if match["ext"] else None
    for number, value in enumerate(_spread(digits, last)):
        yield PhoneMatch(start, stop, text[start:stop], kind, value, ext, labelled, number > 0)


def _shortened(match: re.Match[str], digits: str) -> tuple[str, str | None, int]:
    """A fixed-line number that took a digit of its own range: `0 2041 9000-3` is nine digits and a 3."""
    number = match["number"]
    if len(digits) == 10 and _valid(digits[:9]) and re.search(r"[ -]\d\Z", number):
        return digits[:9], digits[9], match.end()
    return "", None, match.end()


def _spread(digits: str, last: str | None) -> Iterator[str]:
    """The numbers of a range: `...9000` to `3` is 9000, 9001, 9002, 9003."""
    yield digits
    if not last or len(last) >= len(digits):
        return
    head, first = digits[: -len(last)], int(digits[-len(last) :])
    if first < int(last) <= first + _WRITTEN_RANGE:
        for number in range(first + 1, int(last) + 1):
            yield f"{head}{number:0{len(last)}d}"
