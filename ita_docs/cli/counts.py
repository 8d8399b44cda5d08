"""Counts in English sentences: one letter, two letters."""

from __future__ import annotations

__all__ = ["counted"]

_MORE_THAN_ONE = {"duty": "duties"}


def counted(count: int, noun: str) -> str:
    """A count with its noun.

    >>> counted(1, "letter"), counted(2, "letter"), counted(0, "duty")
    ('1 letter', '2 letters', '0 duties')
    """
    return f"{count} {noun if count == 1 else _MORE_THAN_ONE.get(noun, f'{noun}s')}"
