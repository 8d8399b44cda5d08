"""How much search finds: words of nine classes, and questions of eight types, beside two others."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ita_docs.bench.kb_peers import Peer, fts5, paperless
from ita_docs.bench.kb_search_questions import Wanted, typed_questions
from ita_docs.bench.kb_search_world import Shelf, Texts, class_queries, filed, holders, misread
from ita_docs.bench.kb_world import WorldFile, make_world

__all__ = ["measure_search", "ndcg"]

JSON = dict[str, Any]

TOP = 10
ALL = 100_000

Find = Callable[[str, bool, int], list[str]]


def measure_search(seed: int, *, letters: int) -> JSON:
    """Recall and precision by class on clean and misread text, nDCG@10 by type of question."""
    files = make_world(seed, letters=letters)
    texts = Texts(files)
    queries = class_queries(files, texts, seed)
    truth = {query: holders(texts, query) for some in queries.values() for query in some}
    truth |= {query.replace(".", ""): truth[query] for query in queries["C"]}
    found: JSON = {"letters": len(files)}
    with tempfile.TemporaryDirectory(prefix="ita-docs-bench-") as folder:
        with filed(files, Path(folder) / "clean") as shelf:
            systems = {"ours": _ours(shelf), "fts5": fts5(files), "paperless": paperless(files)}
            found["words, clean"] = _words(systems, queries, truth)
            found["questions, nDCG@10"] = _questions(systems, typed_questions(files, texts, seed))
        found["words, 1 % misread"] = _misread(files, seed, queries, truth, Path(folder) / "misread")
    return found


def _misread(
    files: Sequence[WorldFile], seed: int, queries: JSON, truth: dict[str, set[str]], folder: Path
) -> JSON:
    poor = misread(files, 0.01, seed)
    with filed(poor, folder) as shelf:
        systems = {"ours": _ours(shelf), "fts5": fts5(poor), "paperless": paperless(poor)}
        return _words(systems, queries, truth)


def _ours(shelf: Shelf) -> Peer:
    from ita_docs.knowledge.search.filters import Filters
    from ita_docs.knowledge.search.hits import find_letters

    def find(query: str, phrase: bool, limit: int) -> list[str]:
        hits = find_letters(shelf.session, shelf.index, query, Filters(), limit=min(limit, 5000))
        letters = [] if phrase and hits.relaxed else hits.letters
        return list(dict.fromkeys(shelf.ids[key] for key, _ in letters))

    return find


def _words(systems: dict[str, Peer], queries: dict[str, list[str]], truth: dict[str, set[str]]) -> JSON:
    """Recall / precision in per cent, by system and class."""
    table: JSON = {}
    for name, find in systems.items():
        row: JSON = {}
        for kind in sorted(queries):
            scores = [_recall(set(find(query, True, ALL)), truth[query]) for query in queries[kind]]
            row[kind] = " / ".join(f"{100 * _mean(part):.1f}" for part in zip(*scores, strict=True))
        recalls = [float(cell.split(" / ")[0]) for cell in row.values() if cell]
        row["mean"] = round(_mean(recalls), 2)
        row["least"] = min(recalls)
        table[name] = row
    return table


def _recall(found: set[str], wanted: set[str]) -> tuple[float, float]:
    right = len(found & wanted)
    return right / max(1, len(wanted)), right / max(1, len(found))


def _questions(systems: dict[str, Peer], asked: dict[str, list[Wanted]]) -> JSON:
    table: JSON = {}
    for name, find in systems.items():
        row = {
            kind: round(_mean([ndcg(find(one.text, False, TOP), one.files) for one in some]), 3)
            for kind, some in asked.items()
        }
        table[name] = {**row, "mean": round(_mean(list(row.values())), 3), "least": min(row.values())}
    return table


def _mean(values: Sequence[float]) -> float:
    return sum(values) / max(1, len(values))


def ndcg(found: Sequence[str], wanted: frozenset[str]) -> float:
    """Normalised discounted gain of the first ten, each file relevant or not.

    >>> ndcg(["a", "b"], frozenset("a")), round(ndcg(["b", "a"], frozenset("a")), 2)
    (1.0, 0.63)
    """
    gain = sum(1 / math.log2(place + 2) for place, name in enumerate(found[:TOP]) if name in wanted)
    best = sum(1 / math.log2(place + 2) for place in range(min(TOP, len(wanted))))
    return gain / best if best else 0.0
