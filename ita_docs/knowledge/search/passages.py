"""The lines of a letter that answer a query best, with the words marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ita_docs.knowledge.search.fold import fold, fold_with_origin
from ita_docs.knowledge.search.query import QueryText

__all__ = ["Needle", "best_lines", "marks", "needles_of"]


@dataclass(frozen=True, slots=True)
class Needle:
    """Folded words to look for, and what finding them is worth."""

    text: str
    worth: float


def needles_of(query: QueryText) -> list[Needle]:
    """What to look for: whole chunks first, then their words; rarer words tend to be longer."""
    found: dict[str, float] = {}
    for chunk in query.chunks:
        whole = "".join(chunk.units)
        if len(chunk.pieces) > 1:
            found[whole] = 2.0 + len(whole) / 4
    for word in query.words:
        found.setdefault(word, 1.0 + len(word) / 10)
    if not found:
        found = {"".join(chunk.units): 1.0 for chunk in query.chunks}
    return [Needle(text, worth) for text, worth in found.items()]


def best_lines(
    texts: Iterable[tuple[int, str]], needles: Sequence[Needle], limit: int
) -> list[tuple[int, int]]:
    """Page and line (from 1) of the best lines, best first. `texts` are page numbers with the pages' text.

    >>> best_lines([(1, "เรื่อง ก\\nส่งแบบ OIT")], [Needle("oit", 1.0)], 1)
    [(1, 2)]
    """
    worth: dict[tuple[int, int], float] = defaultdict(float)
    for page, text in texts:
        squeezed = fold(text).replace(" ", "")
        held = [needle for needle in needles if needle.text in squeezed]
        for place, line in enumerate(squeezed.split("\n") if held else (), 1):
            for needle in held:
                if needle.text in line:
                    worth[page, place] += needle.worth
    ranked = sorted(worth, key=lambda place: (-worth[place], place))
    return ranked[:limit]


def marks(line: str, needles: Sequence[Needle]) -> tuple[tuple[int, int], ...]:
    """The ranges of characters of a written line that hold the needles, joined where they touch.

    >>> marks("ส่งให้ ป.ป.ช. ทราบ", [Needle("ปปช", 1.0)])
    ((7, 13),)
    """
    folded, origin = fold_with_origin(line)
    kept = [at for at, char in enumerate(folded) if char != " "]
    squeezed = "".join(folded[at] for at in kept)
    spans = []
    for needle in needles:
        at = squeezed.find(needle.text)
        while at >= 0:
            end = at + len(needle.text)
            spans.append((origin[kept[at]], origin[kept[end - 1] + 1]))
            at = squeezed.find(needle.text, end)
    return tuple(_joined(sorted(spans)))


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
