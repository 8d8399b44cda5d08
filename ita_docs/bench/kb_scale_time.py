"""How long queries take: processor and wall time of each kind, median and 99th percentile."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_scale_letters import A_LINE, ScaleWorld

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from ita_docs.knowledge.search.index import SearchIndex

__all__ = ["measure_queries", "spread"]

Call = Callable[[Any], object]


def measure_queries(
    engine: Engine, index: SearchIndex, world: ScaleWorld, held: int, *, each: int = 200
) -> dict[str, dict[str, float]]:
    """Milliseconds of each kind of query, the session opened once a query as the commands do.

    Every query is asked twice: the first asking, which reads what it needs from the disk, is told apart; all
    other figures are of the second, when it is warm. Each kind begins without the garbage of the one before.
    """
    dice = random.Random(f"{world.seed} queries")
    found: dict[str, dict[str, float]] = {}
    for name, ask in _kinds(index, world, held).items():
        calls = [ask(dice) for _ in range(each)]
        gc.collect()
        first, _ = _asked(engine, calls)
        cpu, wall = _asked(engine, calls)
        found[name] = {**spread(cpu, "cpu"), **spread(wall, "wall"), **spread(first, "first asking cpu")}
    return found


def _asked(engine: Engine, calls: Sequence[Call]) -> tuple[list[float], list[float]]:
    """Milliseconds of processor and of wall time of each call."""
    from models.session import reading

    cpu: list[float] = []
    wall: list[float] = []
    for call in calls:
        began, used = time.perf_counter(), time.process_time()
        with reading(engine) as session, suppress(LookupError):
            call(session)
        cpu.append((time.process_time() - used) * 1000)
        wall.append((time.perf_counter() - began) * 1000)
    return cpu, wall


def spread(values: list[float], name: str) -> dict[str, float]:
    """Median and 99th percentile."""
    values = sorted(values)
    last = len(values) - 1
    return {
        f"{name} median": round(values[last // 2], 2),
        f"{name} p99": round(values[round(last * 0.99)], 2),
    }


def _kinds(index: SearchIndex, world: ScaleWorld, held: int) -> dict[str, Callable[[random.Random], Call]]:
    from ita_docs.knowledge.ask.answer import ask
    from ita_docs.knowledge.chains import chain_of
    from ita_docs.knowledge.duties.lists import DutyFilter, find_duties
    from ita_docs.knowledge.search.filters import Filters
    from ita_docs.knowledge.search.search import search

    def letter(dice: random.Random) -> Any:
        return world.letter(dice.randrange(held))

    def word(dice: random.Random) -> Call:
        text = _words(letter(dice), dice, 1)
        return lambda session: search(session, index, text)

    def phrase(dice: random.Random) -> Call:
        text = f'"{_words(letter(dice), dice, 3)}"'
        return lambda session: search(session, index, text)

    def filtered(dice: random.Random) -> Call:
        one = letter(dice).contract
        filters = Filters(fiscal_year=one["fiscal_years"][0], topic=one["topics"][0])
        return lambda session: search(session, index, "รายงาน", filters, facets=True)

    def faceted(dice: random.Random) -> Call:
        text = _words(letter(dice), dice, 1)
        return lambda session: search(session, index, text, facets=True)

    def number(dice: random.Random) -> Call:
        text = letter(dice).contract["number"]["canonical"]
        return lambda session: search(session, index, text)

    def question(dice: random.Random) -> Call:
        text = _question(letter(dice), dice)
        return lambda session: search(session, index, text)

    def asked(dice: random.Random) -> Call:
        text = _question(letter(dice), dice)
        return lambda session: ask(session, index, text)

    def chain(dice: random.Random) -> Call:
        name = letter(dice).contract["number"]["canonical"]
        return lambda session: chain_of(session, name, "ancestors", 10)

    def family(dice: random.Random) -> Call:
        name = letter(dice).contract["number"]["canonical"]
        return lambda session: chain_of(session, name, "family", 10)

    def due(dice: random.Random) -> Call:
        one = letter(dice).contract
        wanted = DutyFilter(topics=tuple(one["topics"]), fiscal_year=one["fiscal_years"][0], limit=20)
        return lambda session: find_duties(session, wanted)

    return {
        "word": word,
        "phrase": phrase,
        "filters and facets": filtered,
        "facets": faceted,
        "number": number,
        "question (search)": question,
        "question (ask)": asked,
        "chain, 10 up": chain,
        "family, 10 steps": family,
        "duties of a programme and year": due,
    }


def _words(letter: Any, dice: random.Random, count: int) -> str:
    """Words of the running text that stand beside each other on one line."""
    line = dice.randrange(len(letter.words) // A_LINE) * A_LINE
    at = line + dice.randrange(A_LINE - count + 1)
    return "".join(letter.words[at : at + count])


def _question(letter: Any, dice: random.Random) -> str:
    subject = letter.contract["subject"]
    year = letter.contract["fiscal_years"][0]
    who = letter.contract["issuer"]["name"]
    return dice.choice(
        [
            f"{letter.contract['topics'][0]} {year} ต้องส่งอะไรภายในเมื่อไร",
            f"{who} แจ้งเรื่อง{subject[:40]} ให้ทำอะไร",
            f"อำเภอต้องทำอะไรบ้างเกี่ยวกับ{subject[:30]} ปีงบประมาณ {year}",
            f"what must districts do about {subject[:24]} in fiscal year {year}",
        ]
    )
