"""What paper, copier and pen do to a page: uneven toner, specks, streaks, stamps, ink.

Every function takes a grayscale or RGB page (uint8, dark on light) and a random generator and returns a new
picture of the same size and kind.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

__all__ = ["Picture", "copy", "ink", "noise", "shade", "specks", "stamp", "streaks"]

Picture = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]


def shade(
    shape: tuple[int, int], rng: np.random.Generator, low: float, high: float, cells: int = 6
) -> Floats:
    """A smooth field of factors between `low` and `high`, float32 of `shape` (h, w)."""
    height, width = shape
    rows = max(2, round(cells * height / max(height, width)) + 1)
    columns = max(2, round(cells * width / max(height, width)) + 1)
    grid = rng.uniform(low, high, (rows, columns)).astype(np.float32)
    return np.asarray(cv2.resize(grid, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.float32)


def noise(image: Picture, rng: np.random.Generator) -> Picture:
    """Grain of a cheap sensor, a slightly soft focus and a strong JPEG."""
    soft = cv2.GaussianBlur(image, (0, 0), float(rng.uniform(0.5, 1.0)) * image.shape[0] / 3508 + 0.2)
    grain = rng.standard_normal(image.shape[:2], dtype=np.float32) * np.float32(rng.uniform(8, 16))
    noisy = np.clip(soft + _like(image, grain), 0, 255).astype(np.uint8)
    quality = int(rng.integers(35, 55))
    return _jpeg(noisy, quality)


def copy(image: Picture, rng: np.random.Generator) -> Picture:
    """A poor photocopy: grayed paper, weak and uneven toner, specks and a streak."""
    shape = image.shape[:2]
    paper, toner = rng.uniform(195, 225), rng.uniform(85, 120)
    weak = _like(image, shade(shape, rng, 0.75, 1.15))
    dark = (255.0 - image.astype(np.float32)) / 255.0 * weak
    light = _like(image, shade(shape, rng, 0.92, 1.05, 4))
    result = paper * light - dark * (paper - toner)
    gray = np.clip(result, 0, 255).astype(np.uint8)
    soft = cv2.GaussianBlur(gray, (0, 0), float(rng.uniform(0.6, 1.1)) * max(shape[0], 1200) / 3508 + 0.15)
    return streaks(specks(np.asarray(soft, dtype=np.uint8), rng, 2.5), rng)


def specks(image: Picture, rng: np.random.Generator, per_square_inch: float = 2.0) -> Picture:
    """Toner dust and small holes; density assumes an A4 page."""
    result = image.copy()
    height, width = image.shape[:2]
    count = int(rng.poisson(per_square_inch * 97))
    largest = max(1.5, height / 3508 * 3.2)
    for _ in range(count):
        centre = (int(rng.integers(width)), int(rng.integers(height)))
        level = int(rng.integers(30, 130)) if rng.random() < 0.75 else int(rng.integers(215, 255))
        _spot(result, centre, max(1, round(float(rng.exponential(largest / 3)))), level)
    return result


def streaks(image: Picture, rng: np.random.Generator) -> Picture:
    """One to three thin vertical bands of lighter or darker toner, as a worn drum leaves."""
    result = image.astype(np.float32)
    width = image.shape[1]
    for _ in range(int(rng.integers(1, 4))):
        left, thick = int(rng.integers(width)), max(1, int(rng.integers(1, 6) * width / 2480))
        result[:, left : left + thick] += rng.choice([-1, 1]) * rng.uniform(15, 55)
    return np.clip(result, 0, 255).astype(np.uint8)


def stamp(image: Picture, rng: np.random.Generator) -> Picture:
    """A framed receiving stamp with rows of strokes, blue, red or violet, over the upper third."""
    height, width = image.shape[:2]
    box_w, box_h = int(width * rng.uniform(0.24, 0.33)), int(height * rng.uniform(0.06, 0.1))
    left = int(rng.uniform(0.08, 0.64) * width)
    top = int(rng.uniform(0.05, 0.3) * height)
    layer = np.zeros((height, width), dtype=np.uint8)
    thick = max(1, round(height / 3508 * 4))
    cv2.rectangle(layer, (left, top), (left + box_w, top + box_h), 255, thick)
    for row in range(4):
        _scribble_row(layer, (left, top + int(box_h * (row + 0.7) / 4)), box_w, box_h // 6, thick, rng)
    turn = cv2.getRotationMatrix2D((left + box_w / 2, top + box_h / 2), float(rng.uniform(-5, 5)), 1.0)
    layer = np.asarray(cv2.warpAffine(layer, turn, (width, height)), dtype=np.uint8)
    return _lay(image, layer, _ink_colour(rng), float(rng.uniform(0.55, 0.9)))


def ink(image: Picture, rng: np.random.Generator) -> Picture:
    """A signature and a few pen marks, some of them across the print."""
    height, width = image.shape[:2]
    layer = np.zeros((height, width), dtype=np.uint8)
    for _ in range(int(rng.integers(2, 5))):
        start = np.array([rng.uniform(0.1, 0.8) * width, rng.uniform(0.1, 0.95) * height])
        steps = rng.normal(0, height / 90, (14, 2)) + np.array([width / 90, 0])
        points = (start + np.cumsum(steps, axis=0)).astype(np.int32)
        cv2.polylines(layer, [points], False, 255, max(1, round(height / 3508 * 5)), cv2.LINE_AA)
    return _lay(image, layer, _ink_colour(rng), 0.9)


def _scribble_row(
    layer: Picture, origin: tuple[int, int], width: int, height: int, thick: int, rng: np.random.Generator
) -> None:
    left, base = origin
    x = left + width * 0.05
    while x < left + width * 0.92:
        points = np.stack([x + rng.uniform(0, height, 5), base - rng.uniform(0, height, 5)], axis=1)
        cv2.polylines(layer, [points.astype(np.int32)], False, 255, thick, cv2.LINE_AA)
        x += height * rng.uniform(0.8, 1.3)


def _ink_colour(rng: np.random.Generator) -> tuple[int, int, int]:
    colours = ((40, 50, 170), (25, 35, 120), (185, 40, 45), (95, 50, 150))
    return colours[int(rng.integers(len(colours)))]


def _lay(image: Picture, layer: Picture, colour: tuple[int, int, int], strength: float) -> Picture:
    """Lay `layer` (0 to 255) over `image` as translucent ink: darker of ink and print shows through."""
    cover = _like(image, layer.astype(np.float32) / 255.0 * strength)
    tone = np.array(colour if image.ndim == 3 else _brightness(colour), dtype=np.float32)
    inked = np.minimum(image.astype(np.float32), image * (1 - cover) + tone * cover)
    return np.asarray(inked, dtype=np.uint8)


def _brightness(colour: tuple[int, int, int]) -> float:
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]


def _spot(image: Picture, centre: tuple[int, int], radius: int, level: int) -> None:
    colour = level if image.ndim == 2 else (level, level, level)
    cv2.circle(image, centre, radius, colour, -1, cv2.LINE_AA)


def _like(image: Picture, field: Floats) -> Floats:
    return field if image.ndim == 2 else field[:, :, None]


def _jpeg(image: Picture, quality: int) -> Picture:
    coded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    kind = cv2.IMREAD_GRAYSCALE if image.ndim == 2 else cv2.IMREAD_COLOR
    return np.asarray(cv2.imdecode(coded, kind), dtype=np.uint8)
