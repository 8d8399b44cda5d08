"""`ita-docs bench fuzz`: letters mutated without mercy; none may raise, none may take above a second."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path
from typing import Annotated, Any

import typer

__all__ = ["bench"]

_POOL = 300
_LIMIT = 1.0
_SAVE_EVERY = 1000


def bench(
    count: Annotated[int, typer.Option(help="จำนวนหนังสือ · Mutated letters", min=1)] = 10_000,
    seed: Annotated[int | None, typer.Option(help="ค่าเริ่มสุ่ม · Seed; a new one at each run")] = None,
    out: Annotated[
        Path | None, typer.Option(help="ผลเป็น JSON เรียกซ้ำเพื่อทำต่อ · JSON of the run; called again, it goes on")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="ผลเป็น JSON · Print JSON")] = False,
) -> None:
    """หนังสือที่ถูกทำให้เพี้ยนต้องไม่ทำให้โปรแกรมล้มหรือช้า · No mutated letter may raise or take above a second.

    A run with `--out` that was stopped goes on where it was. Ends with 1 where a letter failed; the seed and
    the letter's number make it again.
    """
    from rich.console import Console
    from rich.progress import track

    figures = _begun(out, seed)
    texts = _texts()
    numbers = range(figures["done"], count)
    for number in track(numbers, "bench fuzz", console=Console(stderr=True), disable=as_json):
        _try(texts, number, figures)
        if out is not None and (number + 1) % _SAVE_EVERY == 0:
            _save(out, figures)
    if out is not None:
        _save(out, figures)
    typer.echo(json.dumps(figures, ensure_ascii=False) if as_json else _told(figures))
    if figures["failed"] or figures["slow"]:
        raise typer.Exit(1)


def _begun(out: Path | None, seed: int | None) -> dict[str, Any]:
    """The figures of the run that is to go on, or of a fresh one."""
    if out is not None and out.exists():
        earlier: dict[str, Any] = json.loads(out.read_text("utf-8"))
        if seed is None or seed == earlier["seed"]:
            return earlier
    seed = random.SystemRandom().randrange(10**9) if seed is None else seed
    return {"seed": seed, "done": 0, "cpu_seconds": 0.0, "slowest_seconds": 0.0, "failed": [], "slow": []}


def _texts() -> list[str]:
    """The letters that are mutated, the same in each run, so that a number always means the same letter."""
    from ita_docs.bench.field_slices import as_pages, printed_text, samples
    from parsers import parse

    texts = [printed_text(sample) for sample in samples(1, _POOL)]
    for text in texts[:30]:
        parse(as_pages(text))  # warm: tables, word lists
    return texts


def _try(texts: list[str], number: int, figures: dict[str, Any]) -> None:
    from ita_docs.bench.fuzz_letters import mutated
    from parsers import parse

    pages = mutated(texts, figures["seed"], number)
    begun = time.process_time()
    try:
        for document in parse(pages):
            document.to_json()
    except Exception as error:
        figures["failed"].append({"number": number, "error": f"{type(error).__name__}: {error}"})
    took = time.process_time() - begun
    figures["done"] = number + 1
    figures["cpu_seconds"] += took
    figures["slowest_seconds"] = max(figures["slowest_seconds"], took)
    if took > _LIMIT:
        figures["slow"].append({"number": number, "seconds": took})


def _save(out: Path, figures: dict[str, Any]) -> None:
    out.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _told(figures: dict[str, Any]) -> str:
    lines = [
        f"seed {figures['seed']}: {figures['done']} letters, {len(figures['failed'])} failed, "
        f"{len(figures['slow'])} above {_LIMIT:g} s; slowest {figures['slowest_seconds']:.2f} s"
    ]
    lines += [f"  {one['number']}: {one['error']}" for one in figures["failed"][:20]]
    lines += [f"  {one['number']}: {one['seconds']:.2f} s" for one in figures["slow"][:20]]
    return "\n".join(lines)
