"""A file's papers as page pictures with gold lines."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any

from PIL import Image

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.page.forms import set_paper
from ita_docs.corpus.page.hand import draw_hand
from ita_docs.corpus.page.setter import Setter, Style
from ita_docs.corpus.page.sheet import GoldLine
from ita_docs.corpus.page.stamps import draw_stamp
from ita_docs.corpus.page.typesetting import Typesetter
from ita_docs.corpus.paper.blocks import Paper
from ita_docs.typefaces import Typeface

__all__ = ["RenderedFile", "RenderedPage", "draw_style", "render"]


@dataclass(slots=True)
class RenderedPage:
    """One page: an RGB picture and its lines in reading order of their setting. `document` counts from 0."""

    image: Image.Image
    lines: list[GoldLine]
    document: int


@dataclass(slots=True)
class RenderedFile:
    """The pages of a file, and the gold of its documents with their page numbers filled in."""

    pages: list[RenderedPage] = field(default_factory=list)
    documents: list[dict[str, Any]] = field(default_factory=list)


def draw_style(dice: Dice) -> Style:
    """One of the ways offices set their letters."""
    return Style(
        size=dice.weighted({16.0: 7, 15.0: 2, 17.0: 1}),
        leading=dice.pick((19.6, 20.4, 20.4, 21.2, 22.0)),
        left=dice.pick((3.0, 3.0, 2.5)),
        right=dice.pick((2.0, 2.0, 1.6)),
        justify=dice.weighted({"words": 4, "clusters": 4, "none": 2}),
        ruled=dice.chance(0.5),
        catchword=dice.pick(("{0}...", "/{0}...", "/{0} ...")),
        page_number=dice.pick(("- {0} -", "-{0}-", "{0}")),
    )


def render(
    papers: list[Paper], typeface: Typeface, *, dpi: int = 300, seed: str = "", style: Style | None = None,
    handwriting: float = 0.0,
) -> RenderedFile:  # fmt: skip
    """Set the papers one after another, each from a fresh page.

    In `handwriting` of the letters number or day are filled in by pen; their gold then says `unread`.
    """
    dice = Dice(f"page {seed}")
    setter = Setter(Typesetter(typeface, dpi), style or draw_style(dice), dice)
    out = RenderedFile()
    for number, paper in enumerate(papers):
        setter.numerals = _numerals(paper)
        first = len(setter.sheets)
        setter.hand = draw_hand(setter.typesetter, dice) if dice.chance(handwriting) else None
        set_paper(setter, paper)
        for place, stamp in enumerate(paper.stamps):
            draw_stamp(setter, setter.sheets[first], stamp, place)
        gold = copy.deepcopy(paper.gold)
        gold["pages"] = [first + 1, len(setter.sheets)]
        if setter.hand and gold["kind"] == "external_letter":
            gold["unread"] = sorted({*gold.get("unread", []), *setter.hand.fields})
        out.documents.append(gold)
        out.pages += [RenderedPage(sheet.image, sheet.lines, number) for sheet in setter.sheets[first:]]
    return out


def _numerals(paper: Paper) -> Any:
    text = "".join(block.text for block in paper.blocks)
    return (
        "arabic"
        if any(c in "0123456789" for c in text) and not any(c in "๐๑๒๓๔๕๖๗๘๙" for c in text)
        else "thai"
    )
