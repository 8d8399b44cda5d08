"""Fixed lines that training never sees, and how well they are read: by typeface and by degradation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from random import Random

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein

from ita_docs import typefaces
from ita_docs.degrade.recipe import NAMES, named_recipe
from ita_docs.training.drawing import Style, draw
from ita_docs.training.faces import training_faces
from ita_docs.training.sample import crop
from ita_docs.training.text import line_text

__all__ = ["Case", "Figures", "cases", "measure", "total"]

_SEED = "validation"


@dataclass(frozen=True, slots=True)
class Case:
    """A validation line."""

    picture: npt.NDArray[np.uint8]
    text: str
    face: str
    recipe: str


@dataclass(slots=True)
class Figures:
    """Sums over lines; the properties are shares from 0 to 1."""

    lines: int = 0
    exact: int = 0
    characters: int = 0
    errors: int = 0
    digits: int = 0
    digits_read: int = 0
    digits_right: int = 0

    @property
    def cer(self) -> float:
        """Errors a character, spaces not counted."""
        return self.errors / max(1, self.characters)

    @property
    def digit_recall(self) -> float:
        """Digits of the text that were read right."""
        return self.digits_right / max(1, self.digits)

    @property
    def digit_precision(self) -> float:
        """Digits read that stand in the text."""
        return self.digits_right / max(1, self.digits_read)

    def add(self, text: str, read: str) -> None:
        """Count one line."""
        text, read = text.replace(" ", ""), read.replace(" ", "")
        self.lines += 1
        self.exact += text == read
        self.characters += len(text)
        self.errors += Levenshtein.distance(text, read)
        self.digits += sum(c.isdigit() for c in text)
        self.digits_read += sum(c.isdigit() for c in read)
        self.digits_right += _digits_kept(text, read)


def cases(per_cell: int, seed: str = _SEED, names: Sequence[str] | None = None) -> list[Case]:
    """`per_cell` lines for each typeface (installed, held-out ones too) and each named degradation."""
    allowed = {face.name for face in training_faces()} | typefaces.held_out()
    faces = [face for face in typefaces.installed() if face.name in (names or allowed)]
    rng = Random(seed)
    found: list[Case] = []
    for face in faces:
        for recipe in NAMES:
            for _ in range(per_cell):
                found.append(_case(face, recipe, rng))
    return found


def _case(face: typefaces.Typeface, recipe: str, rng: Random) -> Case:
    while True:
        dpi = rng.choice((200, 300))
        style = Style(face, rng.random() < 0.15, rng.choice((14, 16, 16, 16, 18)) * dpi / 72)
        text = line_text(rng)
        drawn = draw(text, style, rng, line_text(rng), line_text(rng), 1.31)
        picture = crop(drawn, named_recipe(recipe, rng), rng, jitter=0.5)
        if picture is not None:
            return Case(picture, text, face.name, recipe)


def measure(
    found: Sequence[Case], read: Callable[[list[npt.NDArray[np.uint8]]], list[str]]
) -> dict[tuple[str, str], Figures]:
    """Figures of every (typeface, degradation)."""
    figures: dict[tuple[str, str], Figures] = {}
    for case, text in zip(found, read([case.picture for case in found]), strict=True):
        figures.setdefault((case.face, case.recipe), Figures()).add(case.text, text)
    return figures


def total(figures: Sequence[Figures]) -> Figures:
    """The sum of several."""
    result = Figures()
    for item in figures:
        for name in Figures.__dataclass_fields__:
            setattr(result, name, getattr(result, name) + getattr(item, name))
    return result


def _digits_kept(text: str, read: str) -> int:
    blocks = SequenceMatcher(None, text, read, autojunk=False).get_matching_blocks()
    return sum(c.isdigit() for block in blocks for c in text[block.a : block.a + block.size])
