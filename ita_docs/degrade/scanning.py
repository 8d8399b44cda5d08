"""What scanners, fax machines and files do to a page: skew, few dots, two levels, JPEG."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from ita_docs.degrade.paper import Picture, copy, stamp

__all__ = ["bilevel", "bilevel_at", "clean", "fax", "jpeg", "mix", "skew"]


def clean(image: Picture, rng: np.random.Generator) -> Picture:
    """The page as it was rendered."""
    return image.copy()


def skew(image: Picture, rng: np.random.Generator) -> Picture:
    """Turned by 0.5 to 2 degrees either way, the corners filled with white."""
    angle = float(rng.uniform(0.5, 2.0) * rng.choice([-1, 1]))
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    fill = (255, 255, 255)
    turned = cv2.warpAffine(image, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=fill)
    return np.asarray(turned, dtype=np.uint8)


def jpeg(image: Picture, rng: np.random.Generator) -> Picture:
    """Coded once as JPEG of quality 25 to 45."""
    quality = int(rng.integers(25, 45))
    coded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    kind = cv2.IMREAD_GRAYSCALE if image.ndim == 2 else cv2.IMREAD_COLOR
    return np.asarray(cv2.imdecode(coded, kind), dtype=np.uint8)


def bilevel(image: Picture, rng: np.random.Generator) -> Picture:
    """Black and white, as a G4 scan: slightly soft, a little grain, one threshold. Always of shape (h, w)."""
    gray = image if image.ndim == 2 else np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    soft = cv2.GaussianBlur(gray, (0, 0), float(rng.uniform(0.5, 0.9)))
    grain = rng.standard_normal(gray.shape, dtype=np.float32) * 6
    level = float(rng.uniform(140, 200))
    return np.where(soft + grain > level, 255, 0).astype(np.uint8)


def bilevel_at(dpi: int, rendered: int = 300) -> Callable[[Picture, np.random.Generator], Picture]:
    """A degradation that scans a page rendered at `rendered` dpi in two levels at `dpi`."""

    def scan(image: Picture, rng: np.random.Generator) -> Picture:
        if dpi == rendered:
            return bilevel(image, rng)
        size = (round(image.shape[1] * dpi / rendered), round(image.shape[0] * dpi / rendered))
        return bilevel(np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8), rng)

    return scan


def fax(image: Picture, rng: np.random.Generator) -> Picture:
    """A fax: 204 x 130 dots an inch (between standard and fine) in two levels, back at the page's size."""
    gray = image if image.ndim == 2 else np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    height, width = gray.shape
    dots = (round(8.27 * 204), round(11.69 * 130))
    small = cv2.resize(gray, dots, interpolation=cv2.INTER_AREA)
    level = float(rng.uniform(165, 205))
    sent = np.where(small + rng.standard_normal(small.shape, dtype=np.float32) * 8 > level, 255, 0).astype(
        np.uint8
    )
    for row in rng.integers(0, dots[1], int(rng.integers(1, 5))):
        sent[row] = sent[max(0, row - 1)]
    return np.asarray(cv2.resize(sent, (width, height), interpolation=cv2.INTER_NEAREST), dtype=np.uint8)


def mix(image: Picture, rng: np.random.Generator) -> Picture:
    """The worst of the drawer: stamp, then photocopy, skew and a strong JPEG."""
    return jpeg(skew(copy(stamp(image, rng), rng), rng), rng)
