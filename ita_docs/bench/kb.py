"""`ita-docs bench kb`: links, questions and search, on letters made anew at each run."""

from __future__ import annotations

import json
import secrets
from typing import Annotated, Any

import typer

__all__ = ["bench"]

PARTS = ("links", "questions", "search")


def bench(
    part: Annotated[list[str] | None, typer.Option(help="links, questions, search")] = None,
    questions: Annotated[bool, typer.Option("--questions", help="ถามตอบ · Questions")] = False,
    search: Annotated[bool, typer.Option("--search", help="ค้นหา · Search")] = False,
    seed: Annotated[int | None, typer.Option(help="เมล็ดสุ่ม · Seed, chosen anew unless given")] = None,
    letters: Annotated[int, typer.Option(min=50, help="จำนวนหนังสือ · Letters of the world")] = 5000,
    citations: Annotated[int, typer.Option(min=0, help="จำนวนการอ้างถึง · Citations, at least")] = 10_000,
    as_json: Annotated[bool, typer.Option("--json", help="ผลเป็น JSON · Print JSON")] = False,
) -> None:
    """วัดการเชื่อมโยง ถามตอบ และค้นหา · Measure links, questions and search.

    The letters are invented at run time from the seed, which is printed; `--part` chooses what to measure.
    """
    seed = secrets.randbelow(10**6) if seed is None else seed
    named = [name for name, chosen in (("questions", questions), ("search", search)) if chosen]
    wanted = [*(part or ()), *named] or list(PARTS)
    found: dict[str, Any] = {"seed": seed}
    for name in wanted:
        if name not in PARTS:
            raise typer.BadParameter(f"{name}: {', '.join(PARTS)}")
        found[name] = _PARTS[name](seed, letters, citations)
        if not as_json:
            typer.echo(json.dumps({name: found[name]}, ensure_ascii=False, indent=1))
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        typer.echo(f"seed {seed}")


def _links(seed: int, letters: int, citations: int) -> dict[str, Any]:
    from ita_docs.bench.kb_links import measure_links, same_in_any_order

    clean = measure_links(seed, letters=letters, citations=citations, damage=0.0)
    damaged = measure_links(seed + 1, letters=letters, citations=citations, damage=1 / 3)
    return {
        "clean": clean.to_json(),
        "damaged": damaged.to_json(),
        "same in any order": same_in_any_order(seed + 2, letters=min(letters, 400)),
        "examples": [*clean.examples[:5], *damaged.examples[:10]],
    }


def _questions(seed: int, letters: int, citations: int) -> dict[str, Any]:
    from ita_docs.bench.kb_questions import measure_questions

    return measure_questions(seed, letters=letters).to_json()


def _search(seed: int, letters: int, citations: int) -> dict[str, Any]:
    from ita_docs.bench.kb_search import measure_search

    return measure_search(seed, letters=min(letters, 2000))


_PARTS = {"links": _links, "questions": _questions, "search": _search}
