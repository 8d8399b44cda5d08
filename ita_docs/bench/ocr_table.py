"""The reading bench's figures as tables on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from ita_docs.bench.ocr_score import LINE_KINDS

if TYPE_CHECKING:
    from ita_docs.bench.ocr_run import Cell, Result

__all__ = ["print_report"]

_COLUMNS = ("CER", "no digits", "digits R", "P", *LINE_KINDS, "all lines", "CPU s", "sure wrong ‰")


def print_report(report: dict[str, Any], results: list[Result]) -> None:
    """Print all that was measured; rates are in per cent."""
    console = Console(width=170)
    console.print(f"seed {report['seed']}, {report['pages']} pages a condition, rates in %")
    table = Table("condition", "reader", *_COLUMNS)
    for result in results:
        for place, (name, cell) in enumerate(result.cells.items()):
            title = result.condition.title if place == 0 else ""
            table.add_row(title, name, *_figures(cell), end_section=place == len(result.cells) - 1)
    console.print(table)
    for sentence in report["missing"]:
        console.print(f"skipped: {sentence}")
    for part in ("scans", "transcripts", "letters", "speed"):
        if part in report:
            console.print(part, report[part])


def _figures(cell: Cell) -> list[str]:
    tally = cell.tally
    rates = [tally.exact_rate(kind) for kind in (*LINE_KINDS, "all")]
    return [
        f"{tally.cer:.2f}",
        f"{tally.cer_without_digits:.2f}",
        f"{tally.digit_recall:.2f}",
        f"{tally.digit_precision:.2f}",
        *("-" if rate is None else f"{rate:.1f}" for rate in rates),
        f"{cell.cpu / max(cell.pages, 1):.2f}",
        f"{tally.trust.sure_wrong_per_thousand:.2f}",
    ]
