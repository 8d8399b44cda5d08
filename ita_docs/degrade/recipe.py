"""Which troubles a line goes through and how strong: drawn for training, or named for validation."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

__all__ = ["NAMES", "Recipe", "named_recipe", "random_recipe"]

NAMES = ("clean", "skew", "noise", "copy", "stamp", "bilevel", "mix")
"""Named recipes that validation uses, after the page degradations they resemble."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How strong each thing is; 0 leaves it out. Lengths are in heights of the picture, levels in 0 to 1."""

    skew: float = 0.0
    wave: float = 0.0
    warp: float = 0.0
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
    streaks: int = 0
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

    if chance(0.1):
        return _stamped_copy(rng)
    copied = chance(0.3)
    bilevel = rng.uniform(0.38, 0.8) if chance(0.42) else 0.0
    return Recipe(
        skew=rng.gauss(0, 0.45) if chance(0.5) else rng.uniform(-1.5, 1.5) if chance(0.1) else 0.0,
        wave=rng.uniform(0.005, 0.02) if chance(0.1) else 0.0,
        warp=rng.uniform(0.006, 0.025) if chance(0.15) else 0.0,
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
        streaks=rng.randint(1, 3) if chance(0.25 if copied else 0.06) else 0,
        jpeg=rng.randint(25, 70) if chance(0.25) else 0,
        bilevel=bilevel,
    )


def _stamped_copy(rng: Random) -> Recipe:
    """Everything at once, as on a copy of a stamped letter that was scanned askew and kept as JPEG."""
    return Recipe(
        skew=rng.uniform(-1.2, 1.2),
        stroke=rng.choice((-1, 0, 0, 1)),
        strokes_over=rng.randint(0, 6),
        blur=rng.uniform(0.3, 1.0),
        toner=rng.uniform(0.3, 0.65),
        uneven=rng.uniform(0.1, 0.35),
        paper=rng.uniform(0.75, 0.92),
        grain=rng.uniform(0.0, 0.05),
        specks=rng.randint(0, 10),
        streaks=rng.randint(1, 3) if rng.random() < 0.25 else 0,
        jpeg=rng.randint(25, 60),
    )
