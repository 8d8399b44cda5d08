"""Tesseract's table of boxes and its text, joined into lines with characters and confidences.

The table cuts Thai into clusters without spaces, the text keeps the spaces but has no boxes; both come from
one run and list the same lines in the same order.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import NamedTuple

from ita_docs.reading.thai_repair import mend_thai
from parsers.page import Line

__all__ = ["lines_of_page"]

_WORD_LEVEL = "5"
_UNBELIEVABLE_DIGIT = 0.5


class _Cluster(NamedTuple):
    text: str
    confidence: float
    x0: int
    y0: int
    x1: int
    y1: int


def lines_of_page(tsv: str, txt: str, shape: Sequence[int]) -> list[Line]:
    """The lines of a page of `shape` (height, width) pixels, boxes as fractions of it."""
    spaced = [line.strip() for line in txt.replace("\f", "").splitlines() if line.strip()]
    clustered = list(_clusters(tsv))
    joined = ["".join(cluster.text for cluster in line) for line in clustered]
    if [line.replace(" ", "") for line in spaced] != [line.replace(" ", "") for line in joined]:
        spaced = [_by_gaps(line) for line in clustered]
    return [_line(text, line, shape) for text, line in zip(spaced, clustered, strict=True)]


def _clusters(tsv: str) -> Iterator[list[_Cluster]]:
    rows = csv.DictReader(tsv.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = (row for row in rows if row["level"] == _WORD_LEVEL and (row["text"] or "").strip())
    for _, line in groupby(words, key=lambda row: (row["block_num"], row["par_num"], row["line_num"])):
        yield [_cluster(row) for row in line]


def _cluster(row: dict[str, str]) -> _Cluster:
    x0, y0 = int(row["left"]), int(row["top"])
    x1, y1 = x0 + int(row["width"]), y0 + int(row["height"])
    return _Cluster(row["text"], max(float(row["conf"]), 0.0) / 100, x0, y0, x1, y1)


def _by_gaps(line: Sequence[_Cluster]) -> str:
    height = sorted(cluster.y1 - cluster.y0 for cluster in line)[len(line) // 2]
    text = line[0].text
    for before, cluster in pairwise(line):
        text += (" " if cluster.x0 - before.x1 > 0.4 * height else "") + cluster.text
    return text


def _line(text: str, clusters: Sequence[_Cluster], shape: Sequence[int]) -> Line:
    height, width = shape[:2]
    believed = [(char, cluster) for cluster in clusters for char in cluster.text]
    mended = mend_thai(text)
    sources = _sources(mended, [char for char, _ in believed])
    confidences = tuple(
        _believed(char, believed[index][1].confidence) for char, index in zip(mended, sources, strict=True)
    )
    box = (
        min(c.x0 for c in clusters) / width,
        min(c.y0 for c in clusters) / height,
        max(c.x1 for c in clusters) / width,
        max(c.y1 for c in clusters) / height,
    )
    edges = (*(believed[index][1].x0 / width for index in sources), box[2])
    mean = sum(confidences) / len(confidences)
    return Line(mended, box, mean, confidences, char_edges=edges)


def _sources(text: str, characters: Sequence[str]) -> list[int]:
    """For each character of `text`, the read character that it comes from (a space: the one before)."""
    sources = [0] * len(text)
    matcher = SequenceMatcher(None, characters, list(text), autojunk=False)
    for _, i0, i1, j0, j1 in matcher.get_opcodes():
        for offset in range(j1 - j0):
            sources[j0 + offset] = min(i0 + offset, max(i1 - 1, i0), len(characters) - 1)
    return sources


def _believed(char: str, confidence: float) -> float:
    return min(confidence, _UNBELIEVABLE_DIGIT) if "๐" <= char <= "๙" else confidence
