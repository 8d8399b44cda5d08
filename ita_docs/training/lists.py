"""The short lists of `lists.txt`, by heading."""

from __future__ import annotations

from functools import cache
from pathlib import Path

__all__ = ["listed"]


def listed(heading: str) -> tuple[str, ...]:
    """The entries of one list, repeats kept (a repeat is drawn more often).

    >>> listed("months")[0]
    'มกราคม'
    """
    return _lists()[heading]


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    heading = ""
    for line in Path(__file__).with_name("lists.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
            found[heading] = []
        elif heading:
            found[heading] += line[1:].split("|") if line.startswith("|") else line.split()
    return {name: tuple(entries) for name, entries in found.items()}
