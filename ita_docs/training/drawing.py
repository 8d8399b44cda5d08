"""Draws one line of text as print: face, size, spacing, mixed faces, underline, leaders, lines around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np

from ita_docs import typefaces
from ita_docs.degrade import Picture
from ita_docs.training.faces import FaceDraw, font
from ita_docs.typefaces import Typeface

__all__ = ["Drawn", "Style", "draw", "random_style"]

_CLUSTER = re.compile("[^\u0e31\u0e33-\u0e3a\u0e47-\u0e4e][\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]*")
_FOREIGN = re.compile("[!-~]+(?: +[!-~]+)*")
_ARABIC = re.compile("[0-9]+")
_DIGITS = re.compile("[0-9๐-๙]+")
_THAI_STYLES = ("looped", "loopless", "script")
_STAND_UNSHAPED = frozenset({"Laksaman", "Garuda", "Kinnari", "Norasi", "Loma", "Tlwg Typist", "Tlwg Typo"})
"""Faces whose marks fall above one another even without shaping: the high marks of old word processors."""
_DPI = (300, 200, 250, 150, 110)
_DPI_SHARE = (44, 26, 7, 18, 5)
_OLD_NINE = 0.08


@dataclass(frozen=True, slots=True)
class Style:
    """How a line is set. `size` is the pixels that TH Sarabun New would have; lengths are in `size`s."""

    face: Typeface
    bold: bool
    size: float
    foreign: Typeface | None = None
    numerals: Typeface | None = None
    numerals_scale: float = 1.0
    tracking: float = 0.0
    underline: bool = False
    shaped: bool = True
    light: bool = False
    old_nine: Typeface | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture (uint8, dark on white), where the baseline runs in it, and the style."""

    picture: Picture
    baseline: int
    left: int
    right: int
    style: Style


def random_style(rng: Random, faces: FaceDraw) -> Style:
    """A style as letters have them: 12 to 20 points (16 most often) at 110 to 300 dpi."""
    points = rng.choice((16, 16, 16, 16, 15, 14, 18, 13, 12, 20)) * rng.uniform(0.95, 1.05)
    size = points * rng.choices(_DPI, weights=_DPI_SHARE)[0] / 72
    filled_in = rng.random() < 0.07
    kinds = (faces.hand, faces.latin, faces.latin, faces.face)
    face = faces.face(rng)
    return Style(
        face=face,
        bold=rng.random() < 0.2,
        size=size,
        foreign=rng.choice((faces.latin, faces.latin, faces.face))(rng) if rng.random() < 0.3 else None,
        numerals=rng.choice(kinds)(rng) if filled_in else None,
        numerals_scale=rng.uniform(0.9, 1.45) if filled_in else 1.0,
        tracking=rng.choice((rng.uniform(-0.02, 0.03), rng.uniform(0, 0.2))) if rng.random() < 0.2 else 0.0,
        underline=rng.random() < 0.05,
        light=rng.random() < 0.15,
        old_nine=rng.choice(typefaces.khmer()) if typefaces.khmer() and rng.random() < _OLD_NINE else None,
        shaped=face.name not in _STAND_UNSHAPED or rng.random() < 0.82,
    )


def draw(
    text: str, style: Style, rng: Random, above: str = "", below: str = "", pitch: float = 1.35
) -> Drawn:
    """Draw `text`, with the lines `above` and `below` at `pitch` sizes from it."""
    from PIL import Image, ImageDraw

    runs = _with_old_nines(_runs(_spread(text, rng), style, rng), style)
    length = sum(_length(run, run_font, style) for run, run_font, _ in runs)
    margin = round(style.size)
    baseline = round(style.size * (1.3 + pitch))
    canvas = Image.new("L", (round(length) + 2 * margin, round(style.size * (1.8 + 2 * pitch))), 255)
    pen = ImageDraw.Draw(canvas)
    for other, shift in ((above, -pitch), (below, pitch)):
        if other:
            start = rng.uniform(0, margin + length / 2) if rng.random() < 0.3 else margin
            pen.text(
                (start, baseline + shift * style.size),
                other,
                font=_font(style.face, style, 1.0),
                fill=0,
                anchor="ls",
            )
    x = float(margin)
    for run, run_font, shift in runs:
        x = _write(pen, run, run_font, x, baseline + shift, style)
    if style.underline:
        y = baseline + style.size * rng.uniform(0.1, 0.22)
        pen.line((margin, y, x, y), fill=0, width=max(1, round(style.size / rng.uniform(14, 30))))
    return Drawn(np.array(canvas, dtype=np.uint8), baseline, margin, round(x), style)


def _font(face: Typeface, style: Style, scale: float) -> Any:
    wanted = face.bold if style.bold else face.light if style.light else None
    path = wanted or face.regular
    return font(path, max(9, round(style.size * face.size_factor * scale)), style.shaped)


def _spread(text: str, rng: Random) -> str:
    """Leaders of many dots (dashes, lines) and wider gaps, which read as three and as one space."""
    for mark in ".-_":
        if mark * 3 in text:
            text = text.replace(mark * 3, mark * (3 if rng.random() < 0.3 else rng.randint(3, 45)))
    if rng.random() < 0.4:
        text = re.sub(" ", lambda _: " " * rng.choice((1, 1, 2, 2, 3, 5)), text)
    return text


def _runs(text: str, style: Style, rng: Random) -> list[tuple[str, Any, float]]:
    """Split into (text, font, shift of the baseline in pixels) where digits or Latin have their own face."""
    pattern = _pattern(style)
    main = _font(style.face, style, 1.0)
    if pattern is None:
        return [(text, main, 0.0)]
    other = _font(style.numerals or style.foreign or style.face, style, style.numerals_scale)
    shift = rng.uniform(-0.06, 0.06) * style.size if style.numerals else 0.0
    runs: list[tuple[str, Any, float]] = []
    end = 0
    for match in pattern.finditer(text):
        if match.start() > end:
            runs.append((text[end : match.start()], main, 0.0))
        runs.append((match[0], other, shift))
        end = match.end()
    if end < len(text):
        runs.append((text[end:], main, 0.0))
    return runs


def _with_old_nines(runs: list[tuple[str, Any, float]], style: Style) -> list[tuple[str, Any, float]]:
    """The runs with ៩ for every ๙, as high as ๔ of the same face, where the style has the old form."""
    face = style.old_nine
    if face is None:
        return runs
    parts: list[tuple[str, Any, float]] = []
    for run, run_font, shift in runs:
        _, top, _, foot = run_font.getbbox("๔", anchor="ls")
        path = (face.bold if style.bold else None) or face.regular
        _, high, _, low = font(path, 100).getbbox("៩", anchor="ls")
        nine = font(path, max(6, round(100 * (foot - top) / max(low - high, 1))))
        drop = shift + foot - nine.getbbox("៩", anchor="ls")[3]
        for piece in re.split("(๙)", run):
            if piece:
                parts.append(("៩", nine, drop) if piece == "๙" else (piece, run_font, shift))
    return parts


def _pattern(style: Style) -> re.Pattern[str] | None:
    """What the second face prints; only Thai faces have Thai digits."""
    if style.numerals:
        return _DIGITS if style.numerals.style in _THAI_STYLES else _ARABIC
    return _FOREIGN if style.foreign else None


def _length(run: str, run_font: Any, style: Style) -> float:
    extra = style.tracking * style.size * len(run) if style.tracking else 0.0
    return float(run_font.getlength(run)) + max(0.0, extra) + len(run) * 0.2


def _write(pen: Any, run: str, run_font: Any, x: float, baseline: float, style: Style) -> float:
    """Write a run at `x`; returns where it ends."""
    if not style.tracking:
        pen.text((x, baseline), run, font=run_font, fill=0, anchor="ls")
        return x + float(run_font.getlength(run))
    for cluster in _CLUSTER.findall(run):
        pen.text((x, baseline), cluster, font=run_font, fill=0, anchor="ls")
        x += float(run_font.getlength(cluster)) + style.tracking * style.size
    return x
