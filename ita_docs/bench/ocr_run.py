"""One condition of the reading bench: all readers over the same pages."""

from __future__ import annotations

import resource
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_docs.bench.ocr_pages import Condition, fresh_pages
from ita_docs.bench.ocr_readers import read_measured
from ita_docs.bench.ocr_score import LINE_KINDS, Tally, score
from ita_docs.reading.engine import PageImage

if TYPE_CHECKING:
    from ita_docs.reading.engine import PageReader

__all__ = ["Cell", "Result", "peak_megabytes", "run"]

_A4 = (595.0, 842.0)


@dataclass(slots=True)
class Cell:
    """One reader under one condition."""

    tally: Tally = field(default_factory=Tally)
    pages: int = 0
    cpu: float = 0.0
    wall: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """The figures: rates in per cent, seconds a page."""
        tally = self.tally
        exact = {kind: tally.exact_rate(kind) for kind in ("all", *LINE_KINDS)}
        return {
            "cer": tally.cer,
            "cer_without_digits": tally.cer_without_digits,
            "digit_recall": tally.digit_recall,
            "digit_precision": tally.digit_precision,
            "exact": exact,
            "lines": dict(tally.lines),
            "outside_per_cent": 100 * tally.outside / max(tally.letters, 1),
            "cpu_seconds": self.cpu / max(self.pages, 1),
            "wall_seconds": self.wall / max(self.pages, 1),
            "sure_wrong_per_thousand": tally.trust.sure_wrong_per_thousand,
            "wrong_digits_caught": tally.trust.wrong_digits_caught,
            "false_alarms": tally.trust.false_alarms,
        }


@dataclass(slots=True)
class Result:
    """All readers under one condition."""

    condition: Condition
    cells: dict[str, Cell]

    def as_json(self) -> dict[str, Any]:
        """The condition and its figures by reader."""
        readers = {name: cell.as_json() for name, cell in self.cells.items()}
        return {
            "condition": self.condition.title,
            "faces": sorted(set(self.condition.faces)),
            "readers": readers,
        }


def run(condition: Condition, pages: int, seed: int, readers: dict[str, PageReader]) -> Result:
    """Let every reader read every page."""
    cells = {name: Cell() for name in readers}
    for page in fresh_pages(condition, pages, seed):
        image = PageImage(page.pixels, page.dpi, _A4)
        for name, reader in readers.items():
            measured = read_measured(reader, image)
            cell = cells[name]
            cell.tally.add(score(page.lines, measured.lines))
            cell.pages += 1
            cell.cpu += measured.cpu
            cell.wall += measured.wall
    return Result(condition, cells)


def peak_megabytes() -> float:
    """The most memory that this program has held; on Linux without what the one that started it held."""
    status = Path("/proc/self/status")
    if status.exists():
        held = next(line for line in status.read_text("ascii", "replace").splitlines() if "VmHWM" in line)
        return int(held.split()[1]) * 1024 / 1e6
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
