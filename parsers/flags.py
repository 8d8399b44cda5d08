"""The coded findings about a letter; their texts live in one table, `data/flags.csv`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from parsers.contract import Flag
from parsers.knowledge import load_table

__all__ = ["FlagText", "flag", "flag_texts"]


@dataclass(frozen=True, slots=True)
class FlagText:
    """What a code means, and the field of the document that it is about."""

    code: str
    field: str
    text_th: str
    text_en: str
    source: str


@lru_cache
def flag_texts() -> dict[str, FlagText]:
    """All codes of `flags.csv`.

    >>> flag_texts()["L005"].field
    'receipts'
    """
    return {row.code: row for row in load_table("flags.csv", FlagText)}


def flag(
    code: str,
    written: str | None,
    resolved: str | None = None,
    detail: str = "",
    evidence: Sequence[str] = (),
    at: str = "",
) -> Flag:
    """A finding: what is written, what the evidence says instead (None: unsettled), and each signal.

    `at` adds the place within the field (`meetings/0/date`).
    """
    text = flag_texts()[code]
    why = f"{text.text_en}: {detail}" if detail else text.text_en
    return Flag(text.field + at, code, written, resolved, why, list(evidence))
