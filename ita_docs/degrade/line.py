"""What happens to one line of print between the printer and the reader, fast enough for training.

The picture of a line (uint8, dark on light, 40 to 110 pixels high) goes through strokes, geometry,
overlays, paper and scanner, each now and then. Nothing here imitates a fax: training must never show one.
"""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
import numpy.typing as npt

from ita_docs.degrade.overlays import rule, scribble, specks, streaks, watermark
from ita_docs.degrade.paper import Picture
from ita_docs.degrade.recipe import Recipe

__all__ = ["degrade_line"]

Floats = npt.NDArray[np.float32]


def degrade_line(image: Picture, recipe: Recipe, rng: Random) -> Picture:
    """The line as the reader gets it. Shape is kept."""
    image = _bend(image, recipe, rng)
    ink = 1.0 - np.asarray(image, np.float32) * np.float32(1 / 255)
    if recipe.stroke:
        ink = _thicken(ink, recipe.stroke)
    if recipe.dropout:
        ink = ink * _patches(ink.shape, recipe.dropout, rng)
    if recipe.rules:
        rule(ink, recipe.rules, rng)
    scale = image.shape[0] / 90
    if recipe.blur:
        ink = np.asarray(cv2.GaussianBlur(ink, (0, 0), 0.2 + recipe.blur * min(1.3, scale)), np.float32)
    if recipe.toner < 1 or recipe.uneven:
        ink = ink * _field(ink.shape, recipe.toner * (1 - recipe.uneven), recipe.toner, rng)
    if recipe.watermark:
        watermark(ink, rng)
    if recipe.strokes_over:
        scribble(ink, recipe.strokes_over, rng)
    light = recipe.paper * (1.0 - ink)
    if recipe.specks:
        specks(light, recipe.specks, rng)
    if recipe.streaks:
        streaks(light, recipe.streaks, rng)
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
    if recipe.warp:
        image = _warp(image, recipe.warp, rng)
    if recipe.wave:
        xs = np.arange(width, dtype=np.float32)
        phase, period = rng.uniform(0, 6.28), rng.uniform(4, 20) * height
        shift = recipe.wave * height * np.sin(xs * np.float32(6.28 / period) + phase)
        rows = np.arange(height, dtype=np.float32)[:, None] + shift.astype(np.float32)[None, :]
        columns = np.broadcast_to(xs, rows.shape).astype(np.float32)
        image = np.asarray(cv2.remap(image, columns, rows, cv2.INTER_LINEAR, borderValue=255), np.uint8)
    return image


def _warp(image: Picture, strength: float, rng: Random) -> Picture:
    """Letters of slightly other shapes: every place moves smoothly, by about `strength` heights."""
    height, width = image.shape
    cells = rng.choice((3, 4, 5))
    size = (cells, max(2, cells * width // height))
    moves = [np.ascontiguousarray(_grain(size, rng)) * np.float32(strength * height) for _ in range(2)]
    x, y = (cv2.resize(move, (width, height), interpolation=cv2.INTER_CUBIC) for move in moves)
    columns = np.asarray(x + np.arange(width, dtype=np.float32), np.float32)
    rows = np.asarray(y + np.arange(height, dtype=np.float32)[:, None], np.float32)
    return np.asarray(cv2.remap(image, columns, rows, cv2.INTER_LINEAR, borderValue=255), np.uint8)


def _thicken(ink: Floats, by: int) -> Floats:
    size = 3 if ink.shape[0] > 90 else 2
    kernel = np.ones((size, size), np.uint8)
    thick = cv2.dilate(ink, kernel) if by > 0 else cv2.erode(ink, kernel)
    mix = np.float32(0.75 if by > 0 else 0.6)
    return np.asarray(thick * mix + ink * (1 - mix), np.float32)


def _threshold(light: Floats, level: float) -> Floats:
    """Two levels, cut at `level` between the print's own darkness and the paper's, so most survives."""
    dark, paper = np.partition(light.ravel(), (light.size // 33, light.size // 2))[
        [light.size // 33, light.size // 2]
    ]
    return np.where(light > dark + (paper - dark) * level, np.float32(1), np.float32(0))


def _patches(shape: tuple[int, ...], strength: float, rng: Random) -> Floats:
    """Factors that fall to zero in patches, where the toner did not stick."""
    fine = _grain((shape[0] // 2 + 1, shape[1] // 2 + 1), rng)
    fine = np.asarray(cv2.resize(np.ascontiguousarray(fine), (shape[1], shape[0])), np.float32)
    coarse = _field(shape, -1.5, 0.9, rng, cells=10)
    return np.clip(1.0 - strength * np.clip(fine + coarse * 1.5, 0, 1.6), 0, 1).astype(np.float32)


def _field(shape: tuple[int, ...], low: float, high: float, rng: Random, cells: int = 5) -> Floats:
    columns = max(2, min(40, cells * shape[1] // (8 * shape[0]) + 2))
    grid = np.array([[rng.uniform(low, high) for _ in range(columns)] for _ in range(2)], np.float32)
    return np.asarray(cv2.resize(grid, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR), np.float32)


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
