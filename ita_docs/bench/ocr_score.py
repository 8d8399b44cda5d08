"""Figures of a reading against what was printed: characters, digits, and lines that must be exact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from ita_docs.bench.ocr_trust import Trust
from ita_docs.bench.placing import place
from ita_docs.corpus.page import GoldLine
from ita_docs.reading.thai_repair import mend_thai
from parsers.page import Line, LineRole

__all__ = ["LINE_KINDS", "Tally", "kind_of", "plain", "score", "without_digits"]

LINE_KINDS = ("number", "date", "reference", "deadline", "phone", "sealed date")
"""A date in a round seal, with initials across it, is for a person to confirm: it is counted apart."""

_PRINTED = frozenset({"print", "furniture"})
_DIGITS = frozenset("๐๑๒๓๔๕๖๗๘๙0123456789")
_LEADER = re.compile(r"[.…]{3,}")
_QUOTES = str.maketrans("“”‘’–—", "\"\"''--")
_DEADLINE = re.compile(r"(ภายใน|ก่อน|ไม่เกิน|ไม่ช้ากว่า|ระหว่าง).*[๐-๙0-9]{4}")


@dataclass(slots=True)
class Tally:
    """Sums over pages; the rates are properties, in per cent."""

    letters: int = 0
    errors: int = 0
    letters_without_digits: int = 0
    errors_without_digits: int = 0
    digits: int = 0
    digits_read: int = 0
    digits_right: int = 0
    outside: int = 0
    lines: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    trust: Trust = field(default_factory=Trust)

    @property
    def cer(self) -> float:
        """Character error rate."""
        return _percent(self.errors, self.letters)

    @property
    def cer_without_digits(self) -> float:
        """Character error rate with all digits taken out of both sides."""
        return _percent(self.errors_without_digits, self.letters_without_digits)

    @property
    def digit_recall(self) -> float:
        """Printed digits that were read as themselves."""
        return _percent(self.digits_right, self.digits)

    @property
    def digit_precision(self) -> float:
        """Digits read that stand there."""
        return _percent(self.digits_right, self.digits_read)

    def exact_rate(self, kind: str) -> float | None:
        """Lines of a kind (`all`, `number` ...) read without any error; None where there were none."""
        return _percent(self.exact[kind], self.lines[kind]) if self.lines[kind] else None

    def add(self, other: Tally) -> None:
        """Add the sums of another tally."""
        for name in ("letters", "errors", "letters_without_digits", "errors_without_digits"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("digits", "digits_read", "digits_right", "outside"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.trust.add(other.trust)
        self.lines.update(other.lines)
        self.exact.update(other.exact)


def score(gold: Sequence[GoldLine], read: Sequence[Line]) -> Tally:
    """One page: printed lines only; what was read in stamps or as handwriting counts for neither side."""
    placed = place(
        [(line.text, line.bbox) for line in gold],
        [line for line in read if line.role in (LineRole.PRINT, LineRole.FURNITURE)],
    )
    tally = Tally(outside=len(plain(placed.outside)))
    for line, text, sureness in zip(gold, placed.texts, placed.confidences, strict=True):
        if line.role in _PRINTED:
            _add_line(tally, line, plain(line.text), plain(text))
            tally.trust.look(plain(line.text), text, sureness)
    return tally


def _add_line(tally: Tally, line: GoldLine, printed: str, read: str) -> None:
    tally.letters += len(printed)
    tally.errors += Levenshtein.distance(printed, read)
    bare = without_digits(printed)
    tally.letters_without_digits += len(bare)
    tally.errors_without_digits += Levenshtein.distance(bare, without_digits(read))
    tally.digits += sum(char in _DIGITS for char in printed)
    tally.digits_read += sum(char in _DIGITS for char in read)
    tally.digits_right += _digits_in_place(printed, read)
    for kind in ("all", *kind_of(line)):
        tally.lines[kind] += 1
        tally.exact[kind] += printed == read


def _digits_in_place(printed: str, read: str) -> int:
    """Digits that an alignment of both texts leaves as they are."""
    blocks = Levenshtein.opcodes(printed, read)
    return sum(
        char in _DIGITS
        for block in blocks
        if block.tag == "equal"
        for char in printed[block.src_start : block.src_end]
    )


def without_digits(text: str) -> str:
    """The text with all digits of both systems taken out."""
    return "".join(char for char in text if char not in _DIGITS)


def plain(text: str) -> str:
    """Text for comparing: no spaces, one order of marks, a leader as three dots, straight quotes."""
    return re.sub(r"\s+", "", _LEADER.sub("...", mend_thai(text).translate(_QUOTES)))


def kind_of(line: GoldLine) -> list[str]:
    """Which of `LINE_KINDS` a printed line is."""
    kinds: list[str] = [kind for kind in ("number", "date", "sealed date") if line.part == kind]
    if line.label.startswith("อ้างถึง"):
        kinds.append("reference")
    if line.part == "paragraph" and _DEADLINE.search(line.text):
        kinds.append("deadline")
    if line.text.startswith("โทร"):
        kinds.append("phone")
    return kinds


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0
