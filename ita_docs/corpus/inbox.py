"""The sample inbox: a dozen scans around one ITA chain of fiscal year 2568."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from ita_docs.corpus.page import render
from ita_docs.corpus.sample import Sample
from ita_docs.corpus.scan import Scanner, scan_pdf
from ita_docs.corpus.world import World
from ita_docs.typefaces import find

__all__ = ["choose_samples", "write_inbox"]

_LOOKS: tuple[tuple[str, Scanner], ...] = (
    ("Laksaman", Scanner("skew", 150, "L", 34)),
    ("Laksaman", Scanner("bilevel-300", 300, "1")),
    ("Garuda", Scanner("noise", 150, "L", 30)),
    ("Laksaman", Scanner("copy", 200, "L", 32)),
    ("Norasi", Scanner("bilevel-200", 200, "1")),
    ("Laksaman", Scanner("clean", 150, "RGB", 34)),
    ("Kinnari", Scanner("specks", 150, "L", 34)),
    ("Laksaman", Scanner("jpeg", 150, "L", 32)),
    ("Umpush", Scanner("clean", 200, "1")),
    ("Laksaman", Scanner("skew", 200, "1")),
    ("Loma", Scanner("streaks", 150, "L", 32)),
    ("Laksaman", Scanner("clean", 150, "RGB", 30)),
)
"""Typeface and scanner of each file, all from packages that every installation has."""


def choose_samples(seed: int, fiscal_year: int = 2568, size: int = 12) -> list[Sample]:
    """Nine files of the fullest ITA family of the year, two of other years, one with a contradiction."""
    families: dict[str, list[Sample]] = {}
    for sample in World(seed).samples(260):
        families.setdefault(sample.name.rpartition("-")[0], []).append(sample)
    of_year = [files for files in families.values() if _about(files, fiscal_year)]
    best = max(of_year, key=lambda files: (len({sample.letter.role for sample in files}), len(files)))
    others = [files for files in families.values() if not _about(files, fiscal_year)]
    flawed = [one for files in others[2:] for one in files if one.letter.flags and one.letter.stamps]
    return _one_of_each(best, size - 3) + [_telling(files) for files in others[:2]] + flawed[:1]


def _one_of_each(files: list[Sample], size: int) -> list[Sample]:
    """A file of every role first, bundles before single letters, then the rest; in order of their days."""
    first: dict[str, Sample] = {}
    for sample in sorted(files, key=lambda one: -len(one.papers)):
        first.setdefault(sample.letter.role, sample)
    rest = [sample for sample in files if sample not in first.values()]
    chosen = [*first.values(), *rest][:size]
    return sorted(chosen, key=lambda one: (one.letter.day, one.name))


def _telling(files: list[Sample]) -> Sample:
    """The family's covering letter or invitation, or else its first file."""
    return next((one for one in files if one.letter.role in ("cover", "invitation")), files[0])


def _about(files: list[Sample], fiscal_year: int) -> bool:
    return fiscal_year in files[0].letter.fiscal_years


def write_inbox(seed: int, out: Path, gold: Path | None = None) -> Iterator[tuple[Path, int]]:
    """Write the scans into `out`, their gold into `gold`; gives each path and its size in bytes."""
    for folder in filter(None, (out, gold)):
        folder.mkdir(parents=True, exist_ok=True)
    for place, sample in enumerate(choose_samples(seed)):
        name, scanner = _LOOKS[place % len(_LOOKS)]
        file = render(sample.papers, find(name), seed=sample.name, handwriting=0.12)
        path = out / f"scan-{place + 1:02d}.pdf"
        path.write_bytes(scan_pdf(file, scanner, sample.name))
        if gold is not None:
            answer = sample.gold() | {"source": path.name, "documents": file.documents}
            text = json.dumps(answer, ensure_ascii=False, indent=1)
            (gold / f"{path.stem}.json").write_text(text + "\n", "utf-8")
        yield path, path.stat().st_size
