"""All values of a document with how sure the reading was: what is certain beside what is doubted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from api.language import Language
from api.web.buddhist import short_day
from api.web.fields import FIELDS, LISTS, Input, inputs_for, value_at
from api.web.review import place_of
from api.web.sheet import DOUBTFUL

__all__ = ["ReadField", "read_fields"]

JSON = dict[str, Any]
CERTAIN = 0.95


@dataclass(frozen=True, slots=True)
class ReadField:
    """One value: its field, the value's parts as inputs show them, the page and the confidence (0 to 1)."""

    field: str
    words: list[str]
    page: int | None
    confidence: float | None

    @property
    def chip(self) -> str:
        """How the confidence is coloured: as the boxes on the page are, and good where it is high."""
        sure = self.confidence or 0.0
        return "chip-good" if sure >= CERTAIN else "chip-outline" if sure >= DOUBTFUL else "chip-doubt"


def read_fields(contract: JSON, language: Language = "th") -> list[ReadField]:
    """The values of a parse in the order of a register card; what was not found is left out.

    `words` of a choice (urgency, kind) is its code: the page has the word for it.
    """
    return [found for field in _fields(contract) if (found := _read(contract, field, language)).words]


def _fields(contract: JSON) -> Iterator[str]:
    for name in FIELDS:
        if name in LISTS:
            yield from (f"{name}/{place}" for place in range(len(contract.get(name) or [])))
        else:
            yield name


def _read(contract: JSON, field: str, language: Language) -> ReadField:
    inputs = inputs_for(contract, field)
    place = place_of(contract, field)
    confidence = place["confidence"] if place else None
    words = [_words(contract, box, language) for box in inputs if box.shown]
    return ReadField(field, words, place["page"] if place else None, confidence)


def _words(contract: JSON, box: Input, language: Language) -> str:
    """What the box holds; days in the reader's language, where boxes speak as the paper does."""
    return short_day(value_at(contract, box.pointer), language) if box.kind == "day" else box.shown
