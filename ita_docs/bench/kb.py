"""`ita-docs bench kb`: links, duties, questions, search and scale, on letters made anew at each run."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Annotated, Any

import typer

__all__ = ["bench"]

PARTS = ("links", "duties", "questions", "search")
"""What is measured unless something is chosen; `stores` needs a PostgreSQL and is asked for by name."""


def bench(
    part: Annotated[list[str] | None, typer.Option(help="links, duties, questions, search, stores")] = None,
    questions: Annotated[bool, typer.Option("--questions", help="ถามตอบ · Questions")] = False,
    search: Annotated[bool, typer.Option("--search", help="ค้นหา · Search")] = False,
    duties: Annotated[bool, typer.Option("--duties", help="ทะเบียนสิ่งที่ต้องทำ · The register of duties")] = False,
    scale: Annotated[
        list[int] | None, typer.Option(min=100, help="คลังขนาดเท่านี้ · An archive of so many letters")
    ] = None,
    home: Annotated[
        Path | None, typer.Option(help="โฟลเดอร์ของคลัง ทำต่อได้ · Keep the archive there; goes on after a break")
    ] = None,
    seed: Annotated[int | None, typer.Option(help="เมล็ดสุ่ม · Seed, chosen anew unless given")] = None,
    letters: Annotated[int, typer.Option(min=50, help="จำนวนหนังสือ · Letters of the world")] = 5000,
    citations: Annotated[int, typer.Option(min=0, help="จำนวนการอ้างถึง · Citations, at least")] = 10_000,
    as_json: Annotated[bool, typer.Option("--json", help="ผลเป็น JSON · Print JSON")] = False,
) -> None:
    """วัดการเชื่อมโยง สิ่งที่ต้องทำ ถามตอบ และค้นหา · Measure links, duties, questions, search, and scale.

    The letters are invented at run time from the seed, which is printed; `--part` chooses what to measure.
    `--part stores` files the letters into SQLite and into the PostgreSQL of `ITA_DOCS_DATABASE_URL` (into a
    database of its own, dropped afterwards) and compares all answers.
    """
    seed = secrets.randbelow(10**6) if seed is None else seed
    choice = (("duties", duties), ("questions", questions), ("search", search))
    named = [name for name, chosen in choice if chosen]
    wanted = [*(part or ()), *named] or ([] if scale else list(PARTS))
    found: dict[str, Any] = {"seed": seed}
    for size in scale or ():
        found[f"scale {size}"] = _scale(seed, size, home)
        if not as_json:
            typer.echo(json.dumps(found[f"scale {size}"], ensure_ascii=False, indent=1))
    for name in wanted:
        if name not in _PARTS:
            raise typer.BadParameter(f"{name}: {', '.join(_PARTS)}")
        found[name] = _PARTS[name](seed, letters, citations)
        if not as_json:
            typer.echo(json.dumps({name: found[name]}, ensure_ascii=False, indent=1))
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        typer.echo(f"seed {seed}")


def _links(seed: int, letters: int, citations: int) -> dict[str, Any]:
    from ita_docs.bench.kb_link_order import same_in_any_order
    from ita_docs.bench.kb_links import measure_links

    clean = measure_links(seed, letters=letters, citations=citations, damage=0.0)
    damaged = measure_links(seed + 1, letters=letters, citations=citations, damage=1 / 3)
    return {
        "clean": clean.to_json(),
        "damaged": damaged.to_json(),
        "same in any order": same_in_any_order(seed + 2, letters=min(letters, 400)),
        "examples": [*clean.examples[:5], *damaged.examples[:10], *_broken_chains(clean)],
    }


def _broken_chains(score: Any) -> list[str]:
    return [example for chains in score.chains.values() for example in chains.examples[:3]]


def _duties(seed: int, letters: int, citations: int) -> dict[str, Any]:
    from ita_docs.bench.kb_duties import measure_duties

    return measure_duties(seed, letters=min(letters, 2000)).to_json()


def _scale(seed: int, letters: int, home: Path | None) -> dict[str, Any]:
    from ita_docs.bench.kb_scale import measure_scale

    return measure_scale(seed, letters, home=home / f"{letters}" if home else None)


def _questions(seed: int, letters: int, citations: int) -> dict[str, Any]:
    from ita_docs.bench.kb_questions import measure_questions

    return measure_questions(seed, letters=letters).to_json()


def _search(seed: int, letters: int, citations: int) -> dict[str, Any]:
    from ita_docs.bench.kb_search import measure_search

    return measure_search(seed, letters=min(letters, 2000))


def _stores(seed: int, letters: int, citations: int) -> dict[str, Any]:
    from ita_docs.bench.kb_stores import measure_stores

    return measure_stores(seed, letters=letters)


_PARTS = {
    "links": _links,
    "duties": _duties,
    "questions": _questions,
    "search": _search,
    "stores": _stores,
}
