"""Fresh pages for measuring readers: letters that did not exist a moment ago, set in type and worn out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from zlib import crc32

import numpy as np
import numpy.typing as npt

from ita_docs.corpus.page import GoldLine, render
from ita_docs.corpus.sample import Sample
from ita_docs.corpus.world import World
from ita_docs.degrade import DEGRADATIONS, HELD_OUT_DEGRADATION
from ita_docs.typefaces import find, held_out

__all__ = ["CONDITIONS", "BenchPage", "Condition", "fresh_pages"]

_OFFICIAL = ("Laksaman", "Laksaman", "Sarabun")
"""TH Sarabun (Laksaman is the same outlines), which the correspondence regulation prescribes."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A degradation by name, and the typefaces of its pages; `title` is what the table calls it."""

    title: str
    degradation: str
    faces: tuple[str, ...] = _OFFICIAL


@dataclass(frozen=True, slots=True)
class BenchPage:
    """A page as a scanner would give it (RGB or grey), and the lines that were printed on it."""

    condition: str
    face: str
    pixels: npt.NDArray[np.uint8]
    lines: list[GoldLine]
    dpi: float


def _strange_faces() -> tuple[Condition, ...]:
    return tuple(Condition(f"strange face: {name}", "clean", (name,)) for name in sorted(held_out()))


CONDITIONS: tuple[Condition, ...] = (
    Condition("clean", "clean"),
    Condition("skew", "skew"),
    Condition("noise", "noise"),
    Condition("bilevel 300 dpi", "bilevel-300"),
    Condition("bilevel 200 dpi", "bilevel-200"),
    Condition("photocopy", "copy"),
    Condition("stamp + copy + skew + JPEG", "mix"),
    Condition(f"{HELD_OUT_DEGRADATION} (never trained on)", HELD_OUT_DEGRADATION),
    *_strange_faces(),
)


def fresh_pages(condition: Condition, count: int, seed: int) -> Iterator[BenchPage]:
    """`count` pages of letters drawn by the seed, other letters for each condition."""
    letters = World(seed=crc32(f"{seed} {condition.title}".encode())).samples()
    made = (page for number, sample in enumerate(letters) for page in _set(condition, sample, number, seed))
    yield from islice(made, count)


def _set(condition: Condition, sample: Sample, number: int, seed: int) -> Iterator[BenchPage]:
    """The first two pages of one file."""
    face = condition.faces[number % len(condition.faces)]
    rng = np.random.default_rng([seed, number, len(condition.title)])
    file = render(sample.papers, find(face), seed=f"{seed} {number}")
    for page in file.pages[:2]:
        worn = DEGRADATIONS[condition.degradation](np.asarray(page.image, np.uint8), rng)
        dpi = 300 * worn.shape[1] / page.image.width
        yield BenchPage(condition.title, face, worn, page.lines, dpi)
