"""The table of Thai typefaces: `typefaces.csv`, and the list of those held out of training."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["Entry", "cache_folder", "entries", "held_out"]

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the table.

    `regular`, `bold` and `light` are file names (empty where there is none). `size_factor` times a size in
    points of TH Sarabun New gives the size at which this face looks as large. `share` weighs the
    face in training.
    """

    name: str
    style: str
    source: str
    regular: str
    bold: str
    light: str
    size_factor: float
    share: float


def cache_folder() -> Path:
    """Where merged typefaces lie: `$XDG_CACHE_HOME/ita-docs/typefaces`, outside the project."""
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home, "ita-docs", "typefaces")


@cache
def entries(table: str = "typefaces.csv") -> tuple[Entry, ...]:
    """All rows of `typefaces.csv`, of `latin.csv` (faces for numerals and Latin beside Thai print) or of
    `khmer.csv` (faces whose nine has the old form of ๙).

    >>> entries()[0].name
    'Laksaman'
    """
    with (_FOLDER / table).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        Entry(
            row["name"],
            row["style"],
            row["source"],
            row["regular"],
            row["bold"],
            row["light"],
            float(row["size_factor"]),
            float(row["share"]),
        )
        for row in rows
    )


@cache
def held_out() -> frozenset[str]:
    """Names of the typefaces that training must never see (`held_out.txt`, one a line, `#` comments).

    >>> "Sawasdee" in held_out()
    True
    """
    lines = (_FOLDER / "held_out.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
