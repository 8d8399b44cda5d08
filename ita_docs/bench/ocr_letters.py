"""Letters given as text, set in type, scanned and read: what their fields lose against the text itself.

A folder with `seeds/*.txt` and `gold/<stem>.json`. Lines too long for a page are broken between words;
nothing of them is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ita_docs.bench.field_slices import Case, real_texts
from ita_docs.bench.field_tally import CRITICAL, Tally
from ita_docs.corpus.page.breaking import break_lines
from ita_docs.corpus.page.sheet import Sheet
from ita_docs.corpus.page.typesetting import Typesetter
from ita_docs.degrade import DEGRADATIONS
from ita_docs.reading.engine import PageImage, PageReader
from ita_docs.typefaces import find
from parsers import parse
from parsers.page import Page

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["WEAR", "measure_letters", "set_in_type"]

WEAR = ("clean", "skew", "noise", "bilevel-200", "copy", "mix")
"""The degradations that letters go through, the worst last."""

_FACE, _DPI, _A4 = "Laksaman", 300, (595.0, 842.0)
_SIZE = 16.0
_TOP, _LEFT, _RIGHT, _BOTTOM, _LEADING = 2.5, 2.5, 1.5, 2.0, 21.0
"""Margins in centimetres; points from line to line."""


def measure_letters(folder: Path, reader: PageReader, seed: int) -> dict[str, dict[str, float]]:
    """Overall and critical F1 of the texts themselves, then of their scans under each of `WEAR`."""
    cases = list(real_texts(folder))
    figures = {"text": _figures(cases)}
    for name in WEAR:
        rng = np.random.default_rng([seed, len(name)])
        figures[name] = _figures([_scanned(case, name, reader, rng) for case in cases])
    return figures


def _figures(cases: list[Case]) -> dict[str, Any]:
    tally = Tally()
    for case in cases:
        tally.file(case.name, case.gold, [document.to_json() for document in parse(case.pages)])
    return {
        "overall": tally.total().f1,
        "critical": tally.total(CRITICAL).f1,
        "misses": [miss for miss in tally.misses if _field_of(miss) in CRITICAL],
    }


def _field_of(miss: str) -> str:
    return miss.partition(":")[0].rpartition(" ")[2]


def _scanned(case: Case, wear: str, reader: PageReader, rng: np.random.Generator) -> Case:
    pages: list[Page] = []
    papers = (picture for lines in _documents(case) for picture in set_in_type(lines))
    for number, picture in enumerate(papers, 1):
        worn = DEGRADATIONS[wear](np.asarray(picture, np.uint8), rng)
        dpi = _DPI * worn.shape[1] / picture.width
        pages.append(Page(number, list(reader.read_page(PageImage(worn, dpi, _A4)).lines)))
    return Case(case.name, pages, case.gold)


def _documents(case: Case) -> Iterator[list[str]]:
    """The lines of each document of a text on one page: on paper, each begins a sheet of its own."""
    lines = [line.text for page in case.pages for line in page.lines]
    found = [document.to_json()["provenance"].values() for document in parse(case.pages)]
    starts = sorted(min(place["line"] for place in places) - 1 for places in found if places)
    for start, end in pairwise([0, *starts[1:], len(lines)]):
        yield lines[start:end]


def set_in_type(lines: list[str], face: str = _FACE) -> Iterator[Image.Image]:
    """A4 pages (RGB, 300 dpi) of the lines as they stand, blank ones included."""
    setter = Typesetter(find(face), _DPI)
    rest = chain.from_iterable(_broken(line, setter) for line in lines)
    count = int((29.7 - _TOP - _BOTTOM) / 2.54 * 72 / _LEADING)
    while page := list(islice(rest, count)):
        sheet = Sheet(setter)
        for place, line in enumerate(page, 1):
            if line:
                baseline = setter.cm(_TOP) + place * setter.pixels(_LEADING)
                sheet.put(line, setter.cm(_LEFT), baseline, "line", size=_SIZE)
        if sheet.lines:
            yield sheet.image


def _broken(line: str, setter: Typesetter) -> list[str]:
    """The line as it fits between the margins, cut between words; a blank line stays one."""
    room = setter.cm(21.0 - _LEFT - _RIGHT)
    pieces = break_lines(line.strip(), room, room, lambda piece: setter.width(piece, _SIZE))
    return ["".join(part).strip() for part in pieces] or [""]
