"""What the recogniser says of one line."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LineReading"]


@dataclass(frozen=True, slots=True)
class LineReading:
    """The text of a line and how sure each of its characters is.

    `confidence` is the lowest of the characters' (1.0 for an empty line); `char_confidences` one probability
    a character; `runners_up` the second best character and its probability, or None where the second best is
    nothing; `char_edges` are `len(text) + 1` x-positions in pixels of the picture that was given. An upper or
    lower vowel and a tone mark share their consonant's place, so edges of stacked marks lie close together.
    """

    text: str
    confidence: float
    char_confidences: tuple[float, ...]
    runners_up: tuple[tuple[str, float] | None, ...]
    char_edges: tuple[float, ...]
