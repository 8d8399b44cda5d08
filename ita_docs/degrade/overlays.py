"""What lies over or under the print of a line: rules, watermarks, pen strokes, stamps, dust.

Each changes a field of ink (float32, 1.0 is black) in place.
"""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
import numpy.typing as npt

__all__ = ["rule", "scribble", "specks", "streaks", "watermark"]

Floats = npt.NDArray[np.float32]


def rule(ink: Floats, count: int, rng: Random) -> None:
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


def watermark(ink: Floats, rng: Random) -> None:
    """Broad pale bars at a slant, as the strokes of large letters behind the print."""
    height, width = ink.shape
    layer = np.zeros_like(ink)
    for _ in range(max(1, width // (5 * height))):
        x, thick = rng.randint(0, width), int(height * rng.uniform(0.25, 0.9))
        lean = int(height * rng.uniform(-2, 2))
        cv2.line(layer, (x, 0), (x + lean, height), rng.uniform(0.06, 0.3), thick)
    np.maximum(ink, layer, out=ink)


def scribble(ink: Floats, count: int, rng: Random) -> None:
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


def specks(light: Floats, count: int, rng: Random) -> None:
    """Dust on the paper (`light` is 1 where paper shows)."""
    height, width = light.shape
    for _ in range(count):
        centre = (rng.randint(0, width), rng.randint(0, height))
        level = rng.uniform(0, 0.5) if rng.random() < 0.8 else 1.0
        cv2.circle(light, centre, max(0, min(height // 25, int(rng.expovariate(30 / height)))), level, -1)


def streaks(light: Floats, count: int, rng: Random) -> None:
    """Thin upright bands of more or less toner from a worn drum (`light` is 1 where paper shows)."""
    height, width = light.shape
    for _ in range(count):
        left, thick = rng.randint(0, width - 1), max(1, round(height * rng.uniform(0.005, 0.06)))
        light[:, left : left + thick] += rng.choice((-1, 1)) * rng.uniform(0.05, 0.3)
