"""The text layer of one PDF page, mended and examined; None where the picture must be read instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ita_docs.reading.pdf_words import EXTRACTORS, Word, column_rules
from ita_docs.reading.sara_am import count_lost, mend_lost_am, mend_spaced_am
from ita_docs.reading.text_health import examine
from ita_docs.reading.text_rows import Rule, lines_of_words
from ita_docs.reading.thai_repair import mend_thai
from parsers.page import Line, Page, TextOrigin

__all__ = ["TextLayer", "read_text_layer"]

_ENOUGH_FOR_AM = 300
_LOST_PER_THOUSAND = 3.0
_EXACT = 0.999


@dataclass(frozen=True, slots=True)
class TextLayer:
    """A page from its text layer, or the reason why not."""

    page: Page | None
    reason: str | None = None


def read_text_layer(path: Path, number: int, size: tuple[float, float], *, ruled: bool = False) -> TextLayer:
    """Try the extractors in their order until one gives a healthy page.

    `size` is the page's width and height in points as shown, `ruled` whether it has lines of a table.
    """
    reason: str | None = None
    rules = column_rules(path, number) if ruled else []
    for extract in EXTRACTORS:
        words = extract(path, number)
        lines = _mended(words, size, rules)
        found = examine("\n".join(line.text for line in lines)).reason
        if found is None:
            return TextLayer(Page(number, tuple(lines), TextOrigin.TEXT_LAYER, size))
        reason = reason or found
    return TextLayer(None, reason)


def _mended(words: Sequence[Word], size: tuple[float, float], rules: Sequence[Rule]) -> list[Line]:
    raw = lines_of_words(words, size, rules)
    texts = [mend_spaced_am(mend_thai(text)) for text, _ in raw]
    if _lost_am("\n".join(texts)):
        texts = [mend_lost_am(text) for text in texts]
    return [Line(text, box, _EXACT) for text, (_, box) in zip(texts, raw, strict=True) if text.strip()]


def _lost_am(text: str) -> bool:
    """Whether a longer text has not one ำ, yet many words that want one."""
    if len(text) < _ENOUGH_FOR_AM or "ำ" in text:
        return False
    return count_lost(text) * 1000 > _LOST_PER_THOUSAND * len(text)
