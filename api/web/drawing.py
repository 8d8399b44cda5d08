"""A chain as the page draws it: boxes with words, bonds with their kind, layers with their days."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from api.language import Language
from api.web.buddhist import ERA, SHORT_MONTHS, short_day
from api.web.layout import BOX, lay_out

__all__ = ["MOST_DRAWN", "Drawing", "draw"]

MOST_DRAWN = 160
TOP = 44.0
EDGE = 16.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything with its place, in pixels from the top left."""

    width: float
    height: float
    boxes: list[dict[str, Any]]
    bonds: list[dict[str, Any]]
    layers: list[dict[str, Any]]
    left_out: int


def draw(chain: dict[str, Any], language: Language) -> Drawing:
    """The nearest letters of a chain; more than a drawing can show are left to the table."""
    letters = sorted(chain["letters"], key=lambda letter: abs(letter["depth"]))[:MOST_DRAWN]
    shown = {letter["id"] for letter in letters}
    links = [link for link in chain["links"] if link["from"] in shown and link["to"] in shown]
    placed = lay_out(letters, links)
    kinds = {(link["from"], link["to"]): link["kind"] for link in links}
    return Drawing(
        placed.size[0] + 2 * EDGE,
        placed.size[1] + TOP + EDGE,
        [_box(letter, placed.letters[letter["id"]], chain["root"], language) for letter in letters],
        [_shifted(bond, kinds) for bond in placed.bonds],
        [{"words": _day_words(name, language), "x": x + EDGE} for name, x in placed.layers],
        len(chain["letters"]) - len(letters),
    )


def _box(
    letter: dict[str, Any], corner: tuple[float, float], root: str, language: Language
) -> dict[str, Any]:
    return {
        **letter,
        "x": corner[0] + EDGE,
        "y": corner[1] + TOP,
        "is_root": letter["id"] == root,
        "first": cut(letter["number"] or letter["subject"] or "", 25),
        "second": cut(letter["issuer"] or "", 26),
        "third": short_day(letter["date"], language),
        "size": BOX,
    }


def _shifted(
    bond: tuple[str, str, str, tuple[float, float] | None], kinds: dict[tuple[str, str], str]
) -> dict[str, Any]:
    later, earlier, path, label = bond
    kind = kinds.get((later, earlier), "follows")
    return {"kind": kind, "path": path, "label": label, "shift": (EDGE, TOP), "from": later, "to": earlier}


def _day_words(name: str, language: Language) -> str:
    """A layer's name: a day, a month or a year."""
    if len(name) == 10:
        return short_day(name, language)
    year = int(name[:4]) + ERA
    return f"{SHORT_MONTHS[language][int(name[5:7]) - 1]} {year}" if len(name) == 7 else str(year)


def cut(text: str, columns: int) -> str:
    """The text in so many columns at the most; marks above and below take none.

    >>> cut("ศาลากลางจังหวัด", 8)
    'ศาลากลา…'
    """
    taken = 0
    for place, char in enumerate(text):
        taken += 0 if unicodedata.category(char) == "Mn" else 1
        if taken > columns:
            return text[: max(0, place - 1)].rstrip() + "…"
    return text
