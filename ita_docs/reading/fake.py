"""Engines that fail in chosen ways, so that every failure is met in tests before it is met in an office.

Each function makes one; `read_file(path, engine="ita_docs.reading.fake:hangs")` runs it in a worker process.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_docs.errors import EngineFailed
from ita_docs.reading.engine import LineReading, PageImage, PageReading
from parsers.page import Line

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["FakeLines", "FakeReader", "bad_utf8", "breaks", "crashes", "hangs", "nothing", "sample"]

SAMPLE = ("ที่ มท ๐๘๙๑.๔/ว ๖๗๘๙", "เรื่อง ทดสอบการอ่าน", "เรียน นายอำเภอ ทุกอำเภอ")


@dataclass(frozen=True, slots=True)
class FakeReader:
    """A page reader that does what it is told."""

    act: Callable[[PageImage], PageReading]
    name: str = "fake"

    def read_page(self, image: PageImage) -> PageReading:
        """Do it."""
        return self.act(image)


@dataclass(frozen=True, slots=True)
class FakeLines:
    """A line engine that answers with given texts, in a number that may be wrong."""

    texts: tuple[str, ...]
    name: str = "fake-lines"

    def read_lines(self, images: Sequence[NDArray[np.uint8]]) -> list[LineReading]:
        """The given texts, whatever the pictures."""
        return [LineReading(text, (0.9,) * len(text)) for text in self.texts]


def sample() -> FakeReader:
    """Reads the same three lines on every page."""
    step = 1 / (len(SAMPLE) + 1)
    lines = tuple(Line(text, (0.1, i * step, 0.9, (i + 0.6) * step), 0.9) for i, text in enumerate(SAMPLE))
    return FakeReader(lambda image: PageReading(lines))


def nothing() -> FakeReader:
    """Finds no line on any page."""
    return FakeReader(lambda image: PageReading(()))


def breaks() -> FakeReader:
    """Raises its own error."""

    def act(image: PageImage) -> PageReading:
        raise EngineFailed("broken on purpose", engine="fake")

    return FakeReader(act)


def crashes() -> FakeReader:
    """Takes the whole process down, as a segmentation fault does."""

    def act(image: PageImage) -> PageReading:
        os._exit(139)

    return FakeReader(act)


def hangs() -> FakeReader:
    """Never comes back."""

    def act(image: PageImage) -> PageReading:
        while True:
            time.sleep(60)

    return FakeReader(act)


def bad_utf8() -> FakeReader:
    """Gives text that no UTF-8 file can hold."""
    line = Line("\udce0\udcb8ที่", (0.1, 0.1, 0.9, 0.2), 0.9)
    return FakeReader(lambda image: PageReading((line,)))
