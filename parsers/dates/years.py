"""Years: Buddhist or Christian by value and era word, two digits, digits that reading drew apart."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.dates.expression import Issue
from parsers.dates.reader import Reader

__all__ = ["Year", "year_at", "year_of_digits"]

_BUDDHIST = range(2400, 2700)
_CHRISTIAN = range(1857, 2157)
_OFFSET = 543


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the Gregorian calendar, None where what is written is none; `short` if it has two digits."""

    value: int | None
    short: bool = False
    issues: tuple[Issue, ...] = ()
    spaced: bool = False


def year_of_digits(digits: str, era: str = "") -> Year | None:
    """The year of two or four Arabic digits; `era` is BUDDHIST, CHRISTIAN or nothing.

    >>> year_of_digits("2568").value, year_of_digits("68").value, year_of_digits("2025").value
    (2025, 2025, 2025)
    >>> year_of_digits("24", "CHRISTIAN").value
    2024
    """
    if len(digits) == 2:
        return Year(2000 + int(digits) if era == "CHRISTIAN" else 2500 + int(digits) - _OFFSET, short=True)
    if len(digits) != 4:
        return None
    number = int(digits)
    if number in _BUDDHIST:
        return Year(number - _OFFSET, issues=_mismatch(digits, era == "CHRISTIAN"))
    if number in _CHRISTIAN:
        return Year(number, issues=_mismatch(digits, era == "BUDDHIST"))
    return None


def _mismatch(digits: str, wrong: bool) -> tuple[Issue, ...]:
    return (Issue("era_mismatch", digits),) if wrong else ()


def year_at(
    r: Reader, i: int, *, after_month: bool = False, begins: bool = False, english: bool = False
) -> tuple[Year, int] | None:
    """The year at token i, with or without ปี and พ.ศ. before it, and the place behind it.

    With `begins` the era word may stand free: the year is the first part of its expression. Behind an
    `english` month two low digits are of this century.
    """
    j = _skip_year_word(r, i)
    eras = ("BUDDHIST", "CHRISTIAN")
    era = r.kind(j) if r.follows(j, *eras) or (begins and r.kind(j) in eras) else ""
    j = _skip_year_word(r, j + 1) if era else j
    if r.follows(j, "THIS_YEAR", "NEXT_YEAR") and r.letter_date:
        return Year(r.letter_date.year + (r.kind(j) == "NEXT_YEAR")), j + 1
    if r.number(j) is None:
        return None
    digits, j, spaced = _digits(r, j, after_month=after_month)
    if after_month and len(digits) == 3:
        return Year(None, issues=(Issue("impossible_year", digits),)), j
    era = "CHRISTIAN" if english and not era and len(digits) == 2 and int(digits) < 40 else era
    if len(digits) == 2 and not _two_digits_allowed(r, j, named=bool(era) or after_month):
        return None
    year = year_of_digits(digits, era)
    if year is None:
        return (
            (Year(None, issues=(Issue("impossible_year", digits),)), j)
            if era or (after_month and len(digits) == 4)
            else None
        )
    if spaced:
        year = Year(year.value, year.short, year.issues, True)
    return year, _skip_second_era(r, j, year.value or 0)


def _skip_year_word(r: Reader, i: int) -> int:
    return i + 1 if r.follows(i, "YEAR_WORD") and r.tokens[i].text == "ปี" else i


def _digits(r: Reader, i: int, *, after_month: bool) -> tuple[str, int, bool]:
    """The digits of a year, drawn together where single spaces keep them apart: `2 5 6 5`, `25 65`."""
    token = r.tokens[i]
    digits = token.text if token.text.isdigit() else str(token.value)
    j = i + 1
    pieces = digits
    while len(pieces) < 4 and r.apart(j):
        pieces += r.tokens[j].text
        j += 1
    if len(pieces) == 4 and j > i + 1 and pieces.isdigit() and int(pieces) in _BUDDHIST:
        return pieces, j, True
    if after_month and len(digits) == 1 and len(pieces) == 2 and 40 <= int(pieces) < 80:
        return pieces, j, True
    return digits, i + 1, False


def _two_digits_allowed(r: Reader, j: int, *, named: bool) -> bool:
    """Two digits are a year only behind a month or an era word, and not where they count something else."""
    return named and not r.follows(j, "MONTH", "UNIT", "CLOCK") and not (r.mark(j, "/") and r.number(j + 1))


def _skip_second_era(r: Reader, j: int, year: int) -> int:
    """Over a year that is given again in the other era: `พ.ศ. ๒๕๖๘ (ค.ศ. ๒๐๒๕)`, `B.E. 2568 (2025)`."""
    if (
        r.mark(j, "(")
        and r.follows(j + 1, "CHRISTIAN", "BUDDHIST")
        and r.number(j + 2)
        and r.mark(j + 3, ")")
    ):
        return j + 4
    again = r.number(j + 1) if r.mark(j, "(") and r.mark(j + 2, ")") else None
    return j + 3 if again is not None and again in (year, year + _OFFSET) else j
