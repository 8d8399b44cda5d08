"""Rendered pages as a scanner hands them over: degraded pictures inside a PDF."""

from __future__ import annotations

import io
import time
from dataclasses import dataclass

import numpy as np
from PIL import Image

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.page import RenderedFile
from ita_docs.degrade import DEGRADATIONS

__all__ = ["Scanner", "draw_scanner", "scan_pages", "scan_pdf"]

_EPOCH = time.gmtime(1735689600)
"""One creation time for all files, so that a seed gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Scanner:
    """How a file was scanned: what went wrong with the paper (`degradation`), dots an inch, colours, JPEG."""

    degradation: str = "clean"
    dpi: int = 200
    mode: str = "L"
    quality: int = 45


def draw_scanner(dice: Dice) -> Scanner:
    """One of the scanners of an office."""
    degradation = dice.weighted(
        {"clean": 3, "skew": 3, "noise": 2, "copy": 2, "jpeg": 1, "specks": 1.5, "streaks": 1, "ink": 0.5,
         "bilevel-300": 3, "bilevel-200": 2}
    )  # fmt: skip
    if degradation.startswith("bilevel"):
        return Scanner(degradation, int(degradation[-3:]), "1")
    mode = dice.weighted({"L": 5, "RGB": 2, "1": 1})
    return Scanner(degradation, dice.pick((150, 200, 200, 300)), mode, dice.number(32, 60))


def scan_pages(file: RenderedFile, scanner: Scanner, seed: str) -> list[Image.Image]:
    """The page pictures after paper, copier and scanner; pages are rendered at 300 dpi."""
    rng = np.random.default_rng(Dice(f"scan {seed}").number(0, 2**32 - 1))
    return [_scan(page.image, scanner, rng) for page in file.pages]


def _scan(page: Image.Image, scanner: Scanner, rng: np.random.Generator) -> Image.Image:
    picture = Image.fromarray(DEGRADATIONS[scanner.degradation](np.asarray(page), rng))
    size = (round(8.27 * scanner.dpi), round(11.69 * scanner.dpi))
    if picture.size != size:
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    if scanner.mode == "1":
        return picture.convert("L").point(lambda level: 255 if level > 150 else 0).convert("1")
    return picture.convert(scanner.mode)


def scan_pdf(file: RenderedFile, scanner: Scanner, seed: str) -> bytes:
    """A PDF of page pictures: CCITT G4 for two levels, JPEG otherwise."""
    first, *rest = scan_pages(file, scanner, seed)
    out = io.BytesIO()
    coding = {} if scanner.mode == "1" else {"quality": scanner.quality}
    first.save(
        out,
        "PDF",
        save_all=True,
        append_images=rest,
        resolution=scanner.dpi,
        creationDate=_EPOCH,
        modDate=_EPOCH,
        **coding,
    )
    return out.getvalue()
