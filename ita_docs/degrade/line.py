"""What happens to one line of print between the printer and the reader, fast enough for training.

The picture of a line (uint8, dark on light, about 40 to 110 pixels high) goes through strokes, geometry, overlays,
paper and scanner, each now and then. Nothing here imitates a fax: that degradation is held out of training.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
import numpy.typing as npt

from ita_docs.degrade.paper import Picture

__all__ = ["NAMES", "Recipe", "degrade_line", "random_recipe"]

Floats = npt.NDArray[np.float32]

NAMES = ("clean", "skew", "noise", "copy", "stamp", "bilevel", "mix")
"""Named recipes that validation uses, after the page degradations they resemble."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How strong each thing is; 0 leaves it out. Lengths are in heights of the picture, levels in 0 to 1."""

    skew: float = 0.0
    wave: float = 0.0
    shear: float = 0.0
    stroke: int = 0
    dropout: float = 0.0
    strokes_over: int = 0
    rules: int = 0
    watermark: bool = False
    blur: float = 0.0
    toner: float = 1.0
    uneven: float = 0.0
    paper: float = 1.0
    grain: float = 0.0
    specks: int = 0
    jpeg: int = 0
    bilevel: float = 0.0


def named_recipe(name: str, rng: Random) -> Recipe:
    """The recipe of one of `NAMES`, with a little chance in it."""
    copied = Recipe(
        blur=rng.uniform(0.4, 0.9),
        toner=rng.uniform(0.35, 0.6),
        uneven=0.25,
        paper=rng.uniform(0.78, 0.9),
        specks=3,
    )
    recipes = {
        "clean": Recipe(),
        "skew": Recipe(skew=rng.uniform(-1.5, 1.5)),
        "noise": Recipe(blur=rng.uniform(0.5, 1.0), grain=rng.uniform(0.03, 0.07), jpeg=rng.randint(35, 55)),
        "copy": copied,
        "stamp": Recipe(strokes_over=rng.randint(2, 7)),
        "bilevel": Recipe(blur=rng.uniform(0.4, 0.8), grain=0.02, bilevel=rng.uniform(0.5, 0.75)),
    }
    if name == "mix":
        return Recipe(
            skew=rng.uniform(-1, 1), strokes_over=rng.randint(1, 5), blur=copied.blur, toner=copied.toner,
            uneven=0.25, paper=copied.paper, specks=3, grain=0.03, jpeg=rng.randint(30, 50),
        )  # fmt: skip
    return recipes[name]


def random_recipe(rng: Random, strength: float = 1.0) -> Recipe:
    """A recipe drawn for training; `strength` below 1 makes every trouble rarer."""

    def chance(share: float) -> bool:
        return rng.random() < share * strength

    copied = chance(0.3)
    bilevel = rng.uniform(0.38, 0.8) if chance(0.42) else 0.0
    return Recipe(
        skew=rng.gauss(0, 0.45) if chance(0.5) else rng.uniform(-1.5, 1.5) if chance(0.1) else 0.0,
        wave=rng.uniform(0.005, 0.02) if chance(0.1) else 0.0,
        shear=rng.uniform(-0.06, 0.22) if chance(0.08) else 0.0,
        stroke=rng.choice((-1, 1, 1)) if chance(0.2) else 0,
        dropout=rng.uniform(0.1, 0.5) if chance(0.1) else 0.0,
        strokes_over=rng.randint(1, 6) if chance(0.15) else 0,
        rules=rng.randint(1, 2) if chance(0.1) else 0,
        watermark=chance(0.06) and not bilevel,
        blur=rng.uniform(0.3, 1.1) if chance(0.6) else rng.uniform(1.0, 1.6) if chance(0.06) else 0.0,
        toner=rng.uniform(0.3, 0.7) if copied else rng.uniform(0.7, 1.0),
        uneven=rng.uniform(0.1, 0.35) if copied else 0.0,
        paper=rng.uniform(0.72, 0.92) if copied else rng.uniform(0.9, 1.0),
        grain=rng.uniform(0.01, 0.07) if chance(0.4) else 0.0,
        specks=rng.randint(1, 10) if chance(0.3) else 0,
        jpeg=rng.randint(25, 70) if chance(0.25) else 0,
        bilevel=bilevel,
    )


def degrade_line(image: Picture, recipe: Recipe, rng: Random) -> Picture:
    """The line as the reader gets it. Shape is kept."""
    image = _bend(image, recipe, rng)
    ink = 1.0 - np.asarray(image, np.float32) * np.float32(1 / 255)
    if recipe.stroke:
        ink = _thicken(ink, recipe.stroke)
    if recipe.dropout:
        ink = ink * _patches(ink.shape, recipe.dropout, rng)
    if recipe.rules:
        _rule(ink, recipe.rules, rng)
    scale = image.shape[0] / 90
    if recipe.blur:
        ink = np.asarray(cv2.GaussianBlur(ink, (0, 0), 0.2 + recipe.blur * min(1.3, scale)), np.float32)
    if recipe.toner < 1 or recipe.uneven:
        ink = ink * _field(ink.shape, recipe.toner * (1 - recipe.uneven), recipe.toner, rng)
    if recipe.watermark:
        _watermark(ink, rng)
    if recipe.strokes_over:
        _scribble(ink, recipe.strokes_over, rng)
    light = recipe.paper * (1.0 - ink)
    if recipe.specks:
        _specks(light, recipe.specks, rng)
    if recipe.grain:
        light = light + _grain(light.shape, rng) * recipe.grain
    if recipe.bilevel:
        light = _threshold(light, recipe.bilevel)
    result = np.clip(light * 255, 0, 255).astype(np.uint8)
    return _jpeg(result, recipe.jpeg) if recipe.jpeg else result


def _bend(image: Picture, recipe: Recipe, rng: Random) -> Picture:
    height, width = image.shape
    if recipe.skew or recipe.shear:
        slope = np.tan(np.radians(recipe.skew)) * min(1.0, 1.1 * height / max(1, width) / 0.05)
        turn = np.array(
            [[1, -recipe.shear, recipe.shear * height / 2], [slope, 1, -slope * width / 2]], np.float32
        )
        image = np.asarray(cv2.warpAffine(image, turn, (width, height), borderValue=255), np.uint8)
    if recipe.wave:
        xs = np.arange(width, dtype=np.float32)
        phase, period = rng.uniform(0, 6.28), rng.uniform(4, 20) * height
        shift = recipe.wave * height * np.sin(xs * np.float32(6.28 / period) + phase)
        rows = np.arange(height, dtype=np.float32)[:, None] + shift.astype(np.float32)[None, :]
        columns = np.broadcast_to(xs, rows.shape).astype(np.float32)
        image = np.asarray(cv2.remap(image, columns, rows, cv2.INTER_LINEAR, borderValue=255), np.uint8)
    return image


def _thicken(ink: Floats, by: int) -> Floats:
    size = 3 if ink.shape[0] > 90 else 2
    kernel = np.ones((size, size), np.uint8)
    thick = cv2.dilate(ink, kernel) if by > 0 else cv2.erode(ink, kernel)
    mix = np.float32(0.75 if by > 0 else 0.6)
    return np.asarray(thick * mix + ink * (1 - mix), np.float32)


def _threshold(light: Floats, level: float) -> Floats:
    """Two levels, cut at `level` between the print's own darkness and the paper's, so that most of it survives."""
    dark, paper = np.partition(light.ravel(), (light.size // 33, light.size // 2))[
        [light.size // 33, light.size // 2]
    ]
    return np.where(light > dark + (paper - dark) * level, np.float32(1), np.float32(0))


def _patches(shape: tuple[int, ...], strength: float, rng: Random) -> Floats:
    """Factors that fall to zero in patches, where the toner did not stick."""
    fine = _grain((shape[0] // 2 + 1, shape[1] // 2 + 1), rng)
    fine = cv2.resize(np.ascontiguousarray(fine), (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR)
    coarse = _field(shape, -1.5, 0.9, rng, cells=10)
    return np.clip(1.0 - strength * np.clip(fine + coarse * 1.5, 0, 1.6), 0, 1).astype(np.float32)


def _field(shape: tuple[int, ...], low: float, high: float, rng: Random, cells: int = 5) -> Floats:
    columns = max(2, min(40, cells * shape[1] // (8 * shape[0]) + 2))
    grid = np.array([[rng.uniform(low, high) for _ in range(columns)] for _ in range(2)], np.float32)
    return np.asarray(cv2.resize(grid, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR), np.float32)


def _rule(ink: Floats, count: int, rng: Random) -> None:
    """Table rules and dotted lines near the edges or under the print."""
    height, width = ink.shape
    for _ in range(count):
        y = int(height * rng.choice((rng.uniform(0, 0.12), rng.uniform(0.72, 0.99))))
        thick = max(1, round(height * rng.uniform(0.01, 0.035)))
        level = rng.uniform(0.5, 1.0)
        if rng.random() < 0.4:
            step = max(3, int(height * rng.uniform(0.05, 0.12)))
            for x in range(0, width, step):
                ink[y : y + thick, x : x + max(1, step // 3)] = level
        else:
            ink[y : y + thick] = np.maximum(ink[y : y + thick], level)
    if rng.random() < 0.3:
        x = rng.choice((rng.randint(0, height // 4), width - 1 - rng.randint(0, height // 4)))
        ink[:, max(0, x) : x + max(1, height // 40)] = 0.9


def _watermark(ink: Floats, rng: Random) -> None:
    """Broad pale bars at a slant, as the strokes of large letters behind the print."""
    height, width = ink.shape
    layer = np.zeros_like(ink)
    for _ in range(max(1, width // (5 * height))):
        x, thick = rng.randint(0, width), int(height * rng.uniform(0.25, 0.9))
        lean = int(height * rng.uniform(-2, 2))
        cv2.line(layer, (x, 0), (x + lean, height), rng.uniform(0.06, 0.3), thick)
    np.maximum(ink, layer, out=ink)


def _scribble(ink: Floats, count: int, rng: Random) -> None:
    """Pen strokes, stamp frames and letters over the print, in the grays that ink colours become."""
    height, width = ink.shape
    layer = np.zeros_like(ink)
    level, thick = rng.uniform(0.25, 0.95), max(1, round(height * rng.uniform(0.015, 0.06)))
    if rng.random() < 0.35:
        left = rng.randint(-width // 3, width)
        box = (
            (left, rng.randint(-height, height)),
            (left + rng.randint(height, 8 * height), rng.randint(0, 2 * height)),
        )
        cv2.rectangle(layer, box[0], box[1], level, thick, cv2.LINE_AA)
    for _ in range(count):
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        reach = rng.choice((0.3, 0.5, 1.5)) * height
        points = []
        for _ in range(rng.randint(3, 8)):
            x, y = x + rng.gauss(0.3, 0.6) * reach, y + rng.gauss(0, 0.5) * reach
            points.append((x, y))
        cv2.polylines(layer, [np.array(points, np.int32)], False, level, thick, cv2.LINE_AA)
    np.maximum(ink, layer, out=ink)


def _specks(light: Floats, count: int, rng: Random) -> None:
    height, width = light.shape
    for _ in range(count):
        centre = (rng.randint(0, width), rng.randint(0, height))
        level = rng.uniform(0, 0.5) if rng.random() < 0.8 else 1.0
        cv2.circle(light, centre, max(0, min(height // 25, int(rng.expovariate(30 / height)))), level, -1)


_BANK = np.random.default_rng(20).standard_normal((256, 8192), dtype=np.float32)


def _grain(shape: tuple[int, ...], rng: Random) -> Floats:
    """Gaussian grain cut from a bank, since drawing it anew would cost more than all else."""
    rows, columns = shape[:2]
    top, left = rng.randint(0, max(0, 256 - rows)), rng.randint(0, max(0, 8192 - columns))
    cut = _BANK[top : top + rows, left : left + columns]
    if cut.shape != (rows, columns):
        cut = np.resize(cut, (rows, columns))
    return cut[:: rng.choice((1, -1)), :: rng.choice((1, -1))]


def _jpeg(image: Picture, quality: int) -> Picture:
    coded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE), np.uint8)
