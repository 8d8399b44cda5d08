"""Thai typefaces by name: the font file, its bold, and the size at which it looks as large as TH Sarabun New.

The Debian packages `fonts-thai-tlwg` and `fonts-arundina` bring some; the others come from npm and are merged
into a cache by `python -m ita_docs.typefaces.fetch`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ita_docs.typefaces.table import Entry, cache_folder, entries, held_out

__all__ = ["Typeface", "TypefaceMissing", "find", "held_out", "installed", "khmer", "known_names", "latin"]

_SYSTEM_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))


class TypefaceMissing(LookupError):
    """The typeface is not in the table, or its file is not on this machine."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface on this machine.

    `style` is `looped`, `loopless` or `script`. A text set in TH Sarabun New at 16 points is set in this face
    at `16 * size_factor`. `share` is its weight in training (0 for those held out).
    """

    name: str
    style: str
    regular: Path
    bold: Path | None
    light: Path | None
    size_factor: float
    share: float

    @property
    def held_out(self) -> bool:
        """Whether training must not see it."""
        return self.name in held_out()


def known_names() -> tuple[str, ...]:
    """Names of all typefaces in the table, installed or not."""
    return tuple(entry.name for entry in entries())


@cache
def installed() -> tuple[Typeface, ...]:
    """Every Thai typeface of the table that this machine has, in the table's order."""
    return _present(entries())


@cache
def latin() -> tuple[Typeface, ...]:
    """Faces without Thai that print numerals and Latin beside it: numbering machines, old word processors."""
    return _present(entries("latin.csv"))


@cache
def khmer() -> tuple[Typeface, ...]:
    """Faces whose Khmer nine ៩ has the old form of ๙, which the Royal Gazette prints to this day."""
    return _present(entries("khmer.csv"))


def find(name: str) -> Typeface:
    """The typeface of that name, letter case and spaces ignored. Raises `TypefaceMissing`.

    >>> find("laksaman").name
    'Laksaman'
    """
    wanted = name.casefold().replace(" ", "")
    for face in installed():
        if face.name.casefold().replace(" ", "") == wanted:
            return face
    source = {entry.name.casefold().replace(" ", ""): entry.source for entry in entries()}.get(wanted)
    hint = f"install {source}" if source else f"known: {', '.join(known_names())}"
    raise TypefaceMissing(f"typeface {name!r} is not on this machine ({hint})")


def _present(rows: tuple[Entry, ...]) -> tuple[Typeface, ...]:
    files = _font_files()
    return tuple(
        Typeface(
            row.name,
            row.style,
            files[row.regular],
            files.get(row.bold),
            files.get(row.light),
            row.size_factor,
            row.share,
        )
        for row in rows
        if row.regular in files
    )


@cache
def _font_files() -> dict[str, Path]:
    extra = os.environ.get("ITA_DOCS_FONTS")
    folders = [Path(extra)] if extra else []
    found: dict[str, Path] = {}
    for folder in (*folders, cache_folder(), *_SYSTEM_FOLDERS):
        for path in sorted([*folder.rglob("*.ttf"), *folder.rglob("*.otf")]):
            found.setdefault(path.name, path)
    return found
