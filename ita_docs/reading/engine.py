"""The two small interfaces behind which reading engines sit, and what they take and give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from parsers.page import Line

__all__ = ["LineEngine", "LineReading", "PageImage", "PageReader", "PageReading"]


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as a picture.

    `pixels` is uint8, grey `(height, width)` or colour `(height, width, 3)` in RGB; `dpi` what the sheet was
    scanned at, as far as known; `size` width and height in points as the file states them.
    """

    pixels: NDArray[np.uint8]
    dpi: float
    size: tuple[float, float]

    @property
    def is_colour(self) -> bool:
        """Whether there are three channels."""
        return self.pixels.ndim == 3


@dataclass(frozen=True, slots=True)
class LineReading:
    """The text of one line picture, with confidence and runner-up for each character.

    `edges` are `len(text) + 1` positions from 0 (left end of the picture) to 1, where the engine knows them.
    """

    text: str
    confidences: tuple[float, ...] = ()
    runners_up: tuple[tuple[str, float] | None, ...] | None = None
    edges: tuple[float, ...] | None = None

    @property
    def confidence(self) -> float:
        """The mean over the characters; 0 for an empty reading."""
        return sum(self.confidences) / len(self.confidences) if self.confidences else 0.0


@dataclass(frozen=True, slots=True)
class PageReading:
    """The lines of one page in reading order, and what went wrong.

    Boxes are fractions of the picture after it was `turned` by that many degrees clockwise (0, 90, 180, 270).
    """

    lines: tuple[Line, ...]
    warnings: tuple[str, ...] = ()
    turned: int = 0


@runtime_checkable
class LineEngine(Protocol):
    """Turns pictures of single lines into text."""

    @property
    def name(self) -> str:
        """What messages call it."""
        ...

    def read_lines(self, images: Sequence[NDArray[np.uint8]]) -> list[LineReading]:
        """One reading a picture, in the same order; an unreadable line gives an empty text."""
        ...


@runtime_checkable
class PageReader(Protocol):
    """Turns the picture of a page into lines."""

    @property
    def name(self) -> str:
        """What messages call it."""
        ...

    def read_page(self, image: PageImage) -> PageReading:
        """Find and read the lines. Raises `EngineFailed` where the engine itself breaks or hangs."""
        ...
