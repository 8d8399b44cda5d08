"""The typefaces that training may use, drawn by their share; those held out are refused."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from ita_docs import typefaces

__all__ = ["FaceDraw", "HeldOutTypeface", "font", "refuse_held_out", "training_faces"]


class HeldOutTypeface(ValueError):
    """A typeface that is held out of training was about to be trained on."""


def refuse_held_out(names: list[str]) -> None:
    """Raise `HeldOutTypeface` where one of `names` is in the held-out list."""
    forbidden = sorted(typefaces.held_out().intersection(names))
    if forbidden:
        raise HeldOutTypeface(f"held out of training: {', '.join(forbidden)}")


def training_faces() -> list[typefaces.Typeface]:
    """Every installed typeface with a share that is not held out."""
    faces = [face for face in typefaces.installed() if face.share > 0 and not face.held_out]
    refuse_held_out([face.name for face in faces])
    return faces


@lru_cache(maxsize=800)
def font(path: Path, pixels: int, shaped: bool = True) -> Any:
    """A Pillow font (`ImageFont.FreeTypeFont`), shaped by HarfBuzz or set as old word processors set it."""
    from PIL import ImageFont

    layout = ImageFont.Layout.RAQM if shaped else ImageFont.Layout.BASIC
    return ImageFont.truetype(str(path), pixels, layout_engine=layout)


@dataclass(frozen=True, slots=True)
class FaceDraw:
    """Draws typefaces by share."""

    faces: tuple[typefaces.Typeface, ...]
    shares: tuple[float, ...]

    @classmethod
    def of(cls, faces: list[typefaces.Typeface], equal: bool = False) -> FaceDraw:
        """Of `faces`, by their shares or all alike."""
        return cls(tuple(faces), tuple(1.0 if equal else face.share for face in faces))

    def face(self, rng: Random) -> typefaces.Typeface:
        """Any face."""
        return rng.choices(self.faces, weights=self.shares)[0]

    def latin(self, rng: Random) -> typefaces.Typeface:
        """A face for numerals or Latin beside the Thai, or any where there is none."""
        faces = typefaces.latin()
        return rng.choices(faces, weights=[face.share for face in faces])[0] if faces else self.face(rng)

    def hand(self, rng: Random) -> typefaces.Typeface:
        """A face that looks written by hand, or any where there is none."""
        hands = [face for face in self.faces if face.style == "script"]
        return rng.choice(hands or list(self.faces))
