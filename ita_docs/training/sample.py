"""One training sample: text drawn, degraded, cropped as a page reader crops it, brought to 48 pixels."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from random import Random

import cv2
import numpy as np

from ita_docs.degrade import Picture
from ita_docs.degrade.line import degrade_line
from ita_docs.degrade.recipe import Recipe, random_recipe
from ita_docs.recogniser.prepare import HEIGHT, STRIDE
from ita_docs.training.drawing import Drawn, draw, random_style
from ita_docs.training.faces import FaceDraw
from ita_docs.training.text import line_text

__all__ = ["Sample", "crop", "random_sample"]

WIDEST = 1400


@dataclass(frozen=True, slots=True)
class Sample:
    """A line: picture (uint8, 48 high, dark on light), its text, and the typeface's name."""

    picture: Picture
    text: str
    face: str


def random_sample(rng: Random, faces: FaceDraw, strength: float = 1.0) -> Sample:
    """A sample for training. `strength` below 1 makes troubles rarer, for the first lines of a training."""
    while True:
        text = line_text(rng)
        style = random_style(rng, faces)
        above = line_text(rng) if rng.random() < 0.4 else ""
        below = line_text(rng) if rng.random() < 0.4 else ""
        drawn = draw(text, style, rng, above, below, pitch=rng.choice((1.31, rng.uniform(1.1, 1.6))))
        picture = crop(drawn, random_recipe(rng, strength), rng)
        if picture is not None and picture.shape[1] // STRIDE > _steps(text):
            return Sample(picture, text, style.face.name)


def crop(drawn: Drawn, recipe: Recipe, rng: Random, jitter: float = 1.0) -> Picture | None:
    """Degrade and cut out the line, 48 pixels high; None where it is too wide."""
    size = drawn.style.size
    slack = round(size * 0.3)
    top, bottom = _extent(drawn, rng, jitter)
    left = drawn.left - rng.uniform(0.02, 0.35 + 0.5 * (rng.random() < 0.15)) * size
    right = drawn.right + rng.uniform(0.02, 0.35 + 0.5 * (rng.random() < 0.15)) * size
    rows = slice(max(0, round(top) - slack), round(bottom) + slack)
    part = drawn.picture[rows, max(0, round(left)) : round(right)]
    worn = degrade_line(np.ascontiguousarray(part), recipe, rng)
    cut = worn[slack if rows.start else 0 : worn.shape[0] - slack]
    width = round(
        cut.shape[1] * HEIGHT / cut.shape[0] * (rng.uniform(0.85, 1.15) if rng.random() < 0.5 * jitter else 1)
    )
    if width > WIDEST or cut.shape[0] < 12:
        return None
    way = cv2.INTER_AREA if cut.shape[0] >= HEIGHT else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(cut, (max(16, width), HEIGHT), interpolation=way), np.uint8)


def _extent(drawn: Drawn, rng: Random, jitter: float) -> tuple[float, float]:
    """Top and bottom of the crop: mostly the box of a full line, now and then the ink's own."""
    size, base = drawn.style.size, drawn.baseline
    top, bottom = base - 0.95 * size, base + 0.36 * size
    if rng.random() < 0.25 * jitter:
        band = drawn.picture[round(top) : round(bottom), drawn.left : drawn.right]
        rows = np.flatnonzero(band.min(axis=1) < 128)
        if len(rows):
            top, bottom = round(top) + int(rows[0]) - 0.06 * size, round(top) + int(rows[-1]) + 0.06 * size
            short = 0.62 * size - (bottom - top)
            top, bottom = top - max(0.0, short) / 2, bottom + max(0.0, short) / 2
            return top - rng.uniform(0, 0.12) * size, bottom + rng.uniform(0, 0.12) * size
    return top - rng.uniform(-0.08, 0.22) * size * jitter, bottom + rng.uniform(-0.08, 0.2) * size * jitter


def _steps(text: str) -> int:
    """Steps that the network needs: one a character, one more between equal neighbours."""
    return len(text) + sum(a == b for a, b in pairwise(text))
