"""The field bench's figures: as JSON, as tables, beside an earlier run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ita_docs.bench.field_tally import CRITICAL, Tally

__all__ = ["changes", "print_changes", "print_report", "report"]

Report = Mapping[str, Any]


def report(seed: int, slices: Mapping[str, Tally]) -> dict[str, Any]:
    """Each slice with its totals, fields and misses, and how many losses of scans are misreadings."""
    out: dict[str, Any] = {"seed": seed, "slices": {name: _slice(tally) for name, tally in slices.items()}}
    if "scan" in slices and "page" in slices:
        out["scan_losses"] = _split(slices["scan"], slices["page"])
    return out


def _slice(tally: Tally) -> dict[str, Any]:
    return {
        "files": tally.files,
        "overall": tally.total().as_json(),
        "critical": tally.total(CRITICAL).as_json(),
        "fields": {name: tally.counts[name].as_json() for name in sorted(tally.counts)},
        "unasked_flags": tally.unasked,
        "misses": tally.misses,
    }


def _split(scan: Tally, page: Tally) -> dict[str, int]:
    """A loss that a faultless reading of the same pages has too is misunderstood, the others are misread."""
    understood_wrong = {_key(miss) for miss in page.misses}
    lost = [_key(miss) for miss in scan.misses]
    misunderstood = sum(key in understood_wrong for key in lost)
    return {"misread": len(lost) - misunderstood, "misunderstood": misunderstood}


def _key(miss: str) -> str:
    return miss.partition(":")[0]


def changes(now: Report, before: Report) -> dict[str, dict[str, Any]]:
    """Field by field and slice by slice: F1 before and now, values gained and lost."""
    out: dict[str, dict[str, Any]] = {}
    for name, part in now["slices"].items():
        earlier = before["slices"].get(name)
        if earlier is None:
            continue
        for field, count in part["fields"].items():
            was = earlier["fields"].get(field, {}).get("f1", 1.0)
            missed = {miss for miss in part["misses"] if f" {field}:" in miss}
            missed_before = {miss for miss in earlier["misses"] if f" {field}:" in miss}
            gained, lost = sorted(missed_before - missed), sorted(missed - missed_before)
            if count["f1"] != was or (now["seed"] == before["seed"] and (gained or lost)):
                out[f"{name} {field}"] = {"before": was, "now": count["f1"], "gained": gained, "lost": lost}
    return out


def print_report(figures: Report, *, misses: bool) -> None:
    """A table a slice."""
    from rich.console import Console
    from rich.table import Table

    console = Console(width=110)
    console.print(f"seed {figures['seed']}")
    for name, part in figures["slices"].items():
        table = Table(
            "field",
            "P",
            "R",
            "F1",
            "right",
            "wrong",
            "missing",
            "extra",
            title=f"{name}: {part['files']} files",
        )
        rows = {**part["fields"], "critical": part["critical"], "overall": part["overall"]}
        for field, count in rows.items():
            rates = [f"{count[rate]:.3f}" for rate in ("precision", "recall", "f1")]
            table.add_row(field, *rates, *(str(count[k]) for k in ("right", "wrong", "missing", "extra")))
        console.print(table)
        if part["unasked_flags"]:
            console.print(f"flags that the gold does not name: {part['unasked_flags']}")
        for miss in part["misses"] if misses else ():
            console.print(f"  {miss}", markup=False, highlight=False)
    if "scan_losses" in figures:
        console.print(f"losses of the scans: {figures['scan_losses']}")
    if "speed" in figures:
        console.print(_told(figures["speed"]))


def _told(speed: Mapping[str, Any]) -> str:
    sizes = speed["resident_mib"]
    return (
        f"{speed['files']} files, {speed['letters']} letters in {speed['cpu_seconds']:.1f} CPU seconds: "
        f"{speed['letters_per_second']:.0f} letters ({speed['files_per_second']:.0f} files) a second a core; "
        f"slowest {speed['slowest_seconds']:.3f} s; memory {sizes[0]:.0f} MiB after the warm-up, "
        f"{sizes[-1]:.0f} MiB at the end"
    )


def print_changes(found: Mapping[str, Mapping[str, Any]]) -> None:
    """Gains and losses, field by field."""
    from rich.console import Console

    console = Console(width=110)
    if not found:
        console.print("no change")
    for name, change in found.items():
        console.print(f"{name}: F1 {change['before']:.3f} -> {change['now']:.3f}")
        for mark, lines in (("+", change["gained"]), ("-", change["lost"])):
            for line in lines:
                console.print(f"  {mark} {line}", markup=False, highlight=False)
