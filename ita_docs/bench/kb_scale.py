"""`ita-docs bench kb --scale N`: how a large archive answers, how large it is, how fast letters come in."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_scale_copies import CopiedWorld, copy_store
from ita_docs.bench.kb_scale_fill import count_letters, fill, store_letters
from ita_docs.bench.kb_scale_index import copied_documents
from ita_docs.bench.kb_scale_letters import ScaleWorld
from ita_docs.bench.kb_scale_time import measure_queries, spread

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from ita_docs.knowledge.search.index import SearchIndex

__all__ = ["measure_scale"]

BASE = 20_000
"""Archives up to this size are filed letter by letter; larger ones are made of copies of such a one."""

BATCH, BATCHES, SINGLES = 200, 5, 60


def measure_scale(seed: int, letters: int, *, home: Path | None = None) -> dict[str, Any]:
    """Fill an archive (or go on with the one in `home`), index it, ask it, and let more letters come in."""
    with _home(home) as folder:
        from ita_docs.knowledge.search.index import SearchIndex
        from models.migrate import open_database

        engine = open_database(f"sqlite:///{folder / 'scale.sqlite3'}")
        world = CopiedWorld(seed, letters, BASE) if letters > BASE else ScaleWorld(seed, letters)
        found: dict[str, Any] = {"letters": letters, "fill": fill(engine, world, min(letters, BASE))}
        if letters > BASE:
            found["copies"] = _copy(engine, letters)
        index = SearchIndex(folder / "index")
        found["index"] = _build(engine, index, letters)
        found |= {"store MB": _megabytes(folder, "scale.*"), "index MB": _megabytes(folder / "index", "**/*")}
        found["queries, ms"] = measure_queries(engine, index, world, letters)
        found["ingest"] = _ingest(engine, index, world)
        engine.dispose()
        return found


def _copy(engine: Engine, letters: int) -> dict[str, Any]:
    if letters % BASE:
        raise ValueError(f"an archive of more than {BASE} letters has a multiple of that")
    began, cpu = time.perf_counter(), time.process_time()
    copy_store(engine, BASE, letters, lambda held: print(f"\r{held:,} letters ", end="", file=sys.stderr))
    return {
        "of letters": BASE,
        "seconds": round(time.perf_counter() - began, 1),
        "cpu seconds": round(time.process_time() - cpu, 1),
    }


@contextmanager
def _home(home: Path | None) -> Iterator[Path]:
    if home is not None:
        home.mkdir(parents=True, exist_ok=True)
        yield home
    else:
        with tempfile.TemporaryDirectory(prefix="ita-docs-scale-") as folder:
            yield Path(folder)


def _build(engine: Engine, index: SearchIndex, letters: int) -> dict[str, Any]:
    """Build the index, unless it holds the store already. Only the base of copies is cut into words."""
    state, held = index.state(), count_letters(engine)
    if state is not None and state.letters == held:
        return {"built": False}
    began, cpu = time.perf_counter(), time.process_time()
    copied = letters > BASE
    written = (
        index.write_anew(engine, copied_documents(engine, BASE, letters)) if copied else index.rebuild(engine)
    )
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    return {
        "letters": written,
        "words cut for": min(letters, BASE),
        "seconds": round(seconds, 1),
        "letters a second": round(written / seconds),
        "cpu ms a letter": round(cpu * 1000 / max(1, written), 2),
    }


def _megabytes(folder: Path, pattern: str) -> float:
    return round(sum(path.stat().st_size for path in folder.glob(pattern) if path.is_file()) / 1e6, 1)


def _ingest(engine: Engine, index: SearchIndex, world: ScaleWorld) -> dict[str, Any]:
    """Letters that come in after the archive is full: stored, linked, indexed, as parsed."""
    first = count_letters(engine)
    batches = [_arrive(engine, index, world, first + BATCH * at, BATCH) for at in range(BATCHES)]
    first += BATCH * BATCHES
    singles = [_arrive(engine, index, world, first + at, 1) for at in range(SINGLES)]
    index.close()
    wall, cpu = sum(one["wall"] for one in batches), sum(one["cpu"] for one in batches)
    parts = {
        name: round(sum(one[name] for one in singles) / SINGLES * 1000, 2)
        for name in ("store", "link", "index")
    }
    return {
        "in batches of 200, a second": round(BATCH * BATCHES / wall),
        "in batches, cpu ms a letter": round(cpu * 1000 / BATCH / BATCHES, 2),
        "singly, ms": {
            **spread([one["cpu"] * 1000 for one in singles], "cpu"),
            **spread([one["wall"] * 1000 for one in singles], "wall"),
            "mean wall by part": parts,
        },
    }


def _arrive(
    engine: Engine, index: SearchIndex, world: ScaleWorld, first: int, count: int
) -> dict[str, float]:
    from ita_docs.knowledge.base import KnowledgeBase
    from models.session import writing

    letters = [world.letter(place) for place in range(first, first + count)]
    knowledge = KnowledgeBase(Path(os.devnull))
    began, cpu = time.perf_counter(), time.process_time()
    with writing(engine) as session:
        ids = store_letters(session, world.seed, letters)
        stored = time.perf_counter()
        knowledge.relink(session, ids)
    linked = time.perf_counter()
    index.catch_up(engine)
    ended = time.perf_counter()
    return {
        "wall": ended - began,
        "cpu": time.process_time() - cpu,
        "store": stored - began,
        "link": linked - stored,
        "index": ended - linked,
    }
