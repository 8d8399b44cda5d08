"""Whether a reader knows when it is wrong: its confidences against its errors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from rapidfuzz.distance import Levenshtein

__all__ = ["Trust"]

_SURE, _DOUBTED = 0.99, 0.95
_DIGITS = frozenset("๐๑๒๓๔๕๖๗๘๙0123456789")


@dataclass(slots=True)
class Trust:
    """Counts of read characters by confidence and truth."""

    sure: int = 0
    sure_wrong: int = 0
    digits_right: int = 0
    digits_right_doubted: int = 0
    digits_wrong: int = 0
    digits_wrong_doubted: int = 0

    @property
    def sure_wrong_per_thousand(self) -> float:
        """Of the characters with confidence over 0.99, how many in 1,000 are wrong."""
        return 1000 * self.sure_wrong / max(self.sure, 1)

    @property
    def wrong_digits_caught(self) -> float:
        """Per cent of the wrong digits whose confidence is under 0.95."""
        return 100 * self.digits_wrong_doubted / self.digits_wrong if self.digits_wrong else 100.0

    @property
    def false_alarms(self) -> float:
        """Per cent of the right digits whose confidence is under 0.95."""
        return 100 * self.digits_right_doubted / max(self.digits_right, 1)

    def look(self, printed: str, read: str, sureness: Sequence[float]) -> None:
        """Count one line; `printed` has no spaces, `read` is as it was read, a confidence a character."""
        kept = [(char, sure) for char, sure in zip(read, sureness, strict=True) if not char.isspace()]
        right = [False] * len(kept)
        for block in Levenshtein.opcodes(printed, "".join(char for char, _ in kept)):
            if block.tag == "equal":
                right[block.dest_start : block.dest_end] = [True] * (block.dest_end - block.dest_start)
        for (char, sure), true in zip(kept, right, strict=True):
            self._count(char, sure, true)

    def _count(self, char: str, sure: float, true: bool) -> None:
        if sure > _SURE:
            self.sure += 1
            self.sure_wrong += not true
        if char in _DIGITS and true:
            self.digits_right += 1
            self.digits_right_doubted += sure < _DOUBTED
        elif char in _DIGITS:
            self.digits_wrong += 1
            self.digits_wrong_doubted += sure < _DOUBTED

    def add(self, other: Trust) -> None:
        """Add the counts of another."""
        for item in fields(self):
            setattr(self, item.name, getattr(self, item.name) + getattr(other, item.name))
