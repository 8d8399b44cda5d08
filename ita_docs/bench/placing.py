"""Which characters of a reading belong to which printed line, whatever the order and cut of the reading.

A degraded page is turned and shifted, so places cannot be compared as they are: lines whose text is plainly
the same first say how the reading lies on the gold.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from parsers.page import BBox, Line

__all__ = ["Placed", "place"]

_SURE, _LONGER = 80.0, 2
"""Likeness of a read and a printed line that are plainly the same; characters that one may have more: of two
cells read as one line the middle is elsewhere."""
_LEVELS = 0.6
"""Heights of a printed line within which a character still counts as standing in it."""

_BESIDE = 0.012
"""Share of the page's width by which a character may stand beside its printed line."""


class Placed(NamedTuple):
    """The text read in each printed line with its characters' confidences, and what was read outside all."""

    texts: list[str]
    confidences: list[list[float]]
    outside: str


class _Run(NamedTuple):
    x: float
    text: str
    confidences: list[float]


def place(gold: Sequence[tuple[str, BBox]], lines: Sequence[Line]) -> Placed:
    """Give each character of `lines` to the printed line where it stands."""
    read = [line for line in lines if line.bbox and line.text.strip()]
    onto = _transform(gold, read)
    boxes = np.array([box for _, box in gold], np.float64).reshape(-1, 4)
    runs: list[list[_Run]] = [[] for _ in gold]
    outside: list[str] = []
    for line in read:
        for owner, run in _runs(line, onto, boxes):
            if owner < 0:
                outside.append(run.text)
            else:
                runs[owner].append(run)
    ordered = [sorted(found) for found in runs]
    texts = ["".join(run.text for run in found) for found in ordered]
    sureness = [[value for run in found for value in run.confidences] for found in ordered]
    return Placed(texts, sureness, "".join(outside))


def _transform(gold: Sequence[tuple[str, BBox]], read: Sequence[Line]) -> npt.NDArray[np.float64]:
    """The affine map (2 x 3) from places on the read page to places on the gold page."""
    pairs = [pair for line in read if (pair := _anchor(line, gold))]
    identity = np.array([[1.0, 0, 0], [0, 1.0, 0]])
    if len(pairs) < 4:
        return identity
    source = np.array([[*a, 1.0] for a, _ in pairs])
    target = np.array([b for _, b in pairs])
    for _ in range(3):
        solution = np.linalg.lstsq(source, target, rcond=None)[0].T
        error = np.linalg.norm(source @ solution.T - target, axis=1)
        keep = error <= max(0.004, 2.5 * float(np.median(error)))
        source, target = source[keep], target[keep]
    close = np.abs(solution[:, :2] - np.eye(2)).max() < 0.12
    return np.asarray(solution if close else identity, np.float64)


def _anchor(
    line: Line, gold: Sequence[tuple[str, BBox]]
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Centres of a long line and of the printed line that it plainly is."""
    if len(line.text) < 12 or line.bbox is None:
        return None
    near = [
        (fuzz.ratio(line.text, text), box)
        for text, box in gold
        if abs(box[1] - line.bbox[1]) < 0.06 and abs(len(text) - len(line.text)) <= _LONGER
    ]
    score, box = max(near, default=(0.0, line.bbox), key=lambda pair: pair[0])
    return (_centre(line.bbox), _centre(box)) if score >= _SURE else None


def _centre(box: BBox) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _runs(
    line: Line, onto: npt.NDArray[np.float64], boxes: npt.NDArray[np.float64]
) -> list[tuple[int, _Run]]:
    """Stretches of a line with the index of the printed line that each lies in (-1: none)."""
    x, y = _places(line, onto)
    owners = _owners(x, y, boxes)
    sureness = line.char_confidences or (line.confidence,) * len(line.text)
    found: list[tuple[int, _Run]] = []
    for index, char in enumerate(line.text):
        owner = int(owners[index])
        if found and (found[-1][0] == owner or char.isspace() or _is_mark(char)):
            last, run = found[-1]
            found[-1] = (last, _Run(run.x, run.text + char, [*run.confidences, sureness[index]]))
        else:
            found.append((owner, _Run(float(x[index]), char, [sureness[index]])))
    return found


def _is_mark(char: str) -> bool:
    return char in "ะัาำิีึืฺุู็่้๊๋์ํ๎ๅ"


def _places(
    line: Line, onto: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Where the characters stand on the gold page; a row's own fall is that of the page."""
    assert line.bbox is not None
    count = len(line.text)
    edges = line.char_edges or tuple(np.linspace(line.bbox[0], line.bbox[2], count + 1))
    x = (np.array(edges[:-1]) + np.array(edges[1:])) / 2
    fall = -onto[1, 0] / onto[1, 1]
    middle = (line.bbox[0] + line.bbox[2]) / 2
    y = (line.bbox[1] + line.bbox[3]) / 2 + fall * (x - middle)
    placed = onto @ np.stack([x, y, np.ones(count)])
    return placed[0], placed[1]


def _owners(
    x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], boxes: npt.NDArray[np.float64]
) -> npt.NDArray[np.int64]:
    """The nearest printed line that has the character within its length and about its height."""
    if not len(boxes):
        return np.full(len(x), -1)
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    height = np.maximum(boxes[:, 3] - boxes[:, 1], 0.008)
    up = np.abs(y[:, None] - middle) / height
    beside = np.maximum(np.maximum(boxes[:, 0] - x[:, None], x[:, None] - boxes[:, 2]), 0.0)
    up[(beside > _BESIDE) | (up > _LEVELS + 0.25)] = np.inf
    up += beside * _LEVELS / _BESIDE  # of two cells side by side the one that holds the character
    nearest = np.argmin(up, axis=1)
    return np.where(up[np.arange(len(x)), nearest] < np.inf, nearest, -1)
