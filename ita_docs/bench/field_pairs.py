"""Which document found is which document of the gold: both in page order, the best pairing of all."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from ita_docs.bench.field_values import JSON, equal, number_of

__all__ = ["Pair", "paired"]

Pair = tuple[JSON | None, JSON | None]
_LEAST = 0.01


def paired(gold: Sequence[JSON], found: Sequence[JSON]) -> list[Pair]:
    """Pairs in page order; None stands for a document that one side lacks."""
    best = _best(gold, found)
    pairs: list[Pair] = []
    i = j = 0
    while i < len(gold) and j < len(found):
        if best[i][j] == best[i + 1][j]:
            pairs.append((gold[i], None))
            i += 1
        elif best[i][j] == best[i][j + 1]:
            pairs.append((None, found[j]))
            j += 1
        else:
            pairs.append((gold[i], found[j]))
            i, j = i + 1, j + 1
    return [*pairs, *((one, None) for one in gold[i:]), *((None, one) for one in found[j:])]


def _best(gold: Sequence[JSON], found: Sequence[JSON]) -> list[list[float]]:
    """For each two places the highest likeness that the rest of both can reach."""
    table = [[0.0] * (len(found) + 1) for _ in range(len(gold) + 1)]
    for i in range(len(gold) - 1, -1, -1):
        for j in range(len(found) - 1, -1, -1):
            together = table[i + 1][j + 1] + _likeness(gold[i], found[j])
            table[i][j] = max(table[i + 1][j], table[i][j + 1], together)
    return table


def _likeness(gold: JSON, found: JSON) -> float:
    same_sort = (gold["kind"] == "attachment") == (found.get("kind") == "attachment")
    score = (1.0 if gold["kind"] == found.get("kind") else 0.0) + (0.5 if same_sort else -0.5)
    number = number_of(gold.get("number"))
    if number is not None and equal(number, number_of(found.get("number"))):
        score += 2.0
    if gold.get("date") and equal(gold["date"], found.get("date")):
        score += 1.0
    one, other = (str(document.get("subject") or document.get("title") or "") for document in (gold, found))
    if one and other:
        score += SequenceMatcher(None, one, other, autojunk=False).ratio()
    return max(score, _LEAST)
