"""The words of one PDF page with their places, by three extractors with different strengths.

poppler honours ActualText and puts clusters together best, whoever made the file; pdfium doubles clusters
in Chromium's PDFs but survives damaged ones; pdfplumber knows rules and tables. All give points from the top
left of the page as it is shown.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

__all__ = ["EXTRACTORS", "Word", "column_rules", "pdfium_words", "plumber_words", "poppler_words"]

_BBOX_WORD = re.compile(r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>', re.DOTALL)
_SECONDS = 30


class Word(NamedTuple):
    """A run of text without spaces, in points from the top left."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float


def poppler_words(path: Path, number: int) -> list[Word]:
    """Words by `pdftotext -raw -bbox` in the file's own order; none where poppler is missing or gives up."""
    tool = shutil.which("pdftotext")
    if tool is None:
        return []
    page = ["-f", str(number), "-l", str(number)]
    command = [tool, "-raw", "-bbox", "-cropbox", "-enc", "UTF-8", *page, str(path.resolve()), "-"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return []
    found = _BBOX_WORD.findall(done.stdout.decode("utf-8", "replace"))
    return [Word(html.unescape(text), *map(float, box)) for *box, text in found]


def pdfium_words(path: Path, number: int) -> list[Word]:
    """Words by pdfium: its text runs, cut at spaces in proportion to their letters."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        page = document[number - 1]
        height, text = page.get_height(), page.get_textpage()
        words: list[Word] = []
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            run = text.get_text_bounded(left, bottom, right, top)
            words.extend(_cut_run(run, left, height - top, right, height - bottom))
    return words


def _cut_run(run: str, x0: float, y0: float, x1: float, y1: float) -> list[Word]:
    step = (x1 - x0) / max(len(run), 1)
    return [
        Word(match.group(), x0 + match.start() * step, y0, x0 + match.end() * step, y1)
        for match in re.finditer(r"\S+", run)
    ]


def plumber_words(path: Path, number: int) -> list[Word]:
    """Words by pdfplumber, in the order in which the file draws them."""
    import pdfplumber

    with pdfplumber.open(path, pages=[number]) as document:
        found = document.pages[0].extract_words(use_text_flow=True, keep_blank_chars=False)
    return [Word(word["text"], word["x0"], word["top"], word["x1"], word["bottom"]) for word in found]


def column_rules(path: Path, number: int) -> list[tuple[float, float, float]]:
    """Vertical rules of tables as `(x, top, bottom)` in points, by pdfplumber."""
    import pdfplumber

    with pdfplumber.open(path, pages=[number]) as document:
        edges = document.pages[0].vertical_edges
    return [(edge["x0"], edge["top"], edge["bottom"]) for edge in edges if edge["bottom"] - edge["top"] > 8]


Extractor = Callable[[Path, int], Sequence[Word]]
EXTRACTORS: tuple[Extractor, ...] = (poppler_words, pdfium_words, plumber_words)
"""In the order of trust; the next is asked only where one fails the health gate."""
