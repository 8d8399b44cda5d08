"""Our own page reader: layout, then the line recogniser, then a second look at what it doubts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_docs.errors import EngineFailed
from ita_docs.reading.engine import LineEngine, LineReading, PageImage, PageReader, PageReading
from ita_docs.reading.layout.orientation import turned
from ita_docs.reading.layout.page_layout import Layout, lay_out
from ita_docs.reading.lines_of_layout import lines_of
from ita_docs.reading.reading_order import in_reading_order
from ita_docs.reading.second_look import needs_second_look, settled

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from ita_docs.recogniser import Recogniser

__all__ = ["OwnReader", "RecogniserEngine"]

_PROBED = 6
_SENSIBLE, _CLEARLY = 0.85, 0.1
"""Mean confidences: a page that reads so well stands upright; a reversed reading must gain so much."""


@dataclass(frozen=True, slots=True)
class RecogniserEngine:
    """The line recogniser behind the interface of line engines."""

    recogniser: Recogniser
    name: str = "own"

    def read_lines(self, images: Sequence[NDArray[np.uint8]]) -> list[LineReading]:
        """One reading a picture."""
        return [
            LineReading(
                reading.text,
                reading.char_confidences,
                reading.runners_up,
                tuple(edge / max(image.shape[1], 1) for edge in reading.char_edges),
            )
            for image, reading in zip(images, self.recogniser.read(images), strict=True)
        ]


@dataclass(frozen=True, slots=True)
class OwnReader:
    """Reads pages with our layout and any line engine; `second` is asked where that doubts a whole page."""

    engine: LineEngine
    second: PageReader | None = None
    name: str = "own"

    @classmethod
    def load(cls, second: PageReader | None = None) -> OwnReader:
        """The reader with the weights that come with the package; raises `WeightsMissing` without them."""
        from ita_docs.recogniser import Recogniser

        return cls(RecogniserEngine(Recogniser.load()), second)

    def read_page(self, image: PageImage) -> PageReading:
        """Stand the page upright, lay it out, read its lines, put them in order."""
        degrees = 0
        layout = lay_out(image.pixels)
        if layout.lies:
            degrees = 90
            layout = lay_out(turned(image.pixels, degrees))
        if layout.lines and self._stands_on_its_head(layout):
            degrees += 180
            layout = lay_out(turned(image.pixels, degrees))
        readings = self._readings([found.picture for found in layout.lines])
        lines = lines_of(layout, readings)
        if self.second is not None and needs_second_look(lines):
            upright = PageImage(turned(image.pixels, degrees), image.dpi, image.size)
            lines = settled(lines, self.second.read_page(upright).lines)
        width, height = layout.frame.size
        return PageReading(tuple(in_reading_order(lines, landscape=width > height)), turned=degrees)

    def _stands_on_its_head(self, layout: Layout) -> bool:
        """Whether a few long lines make little sense as they are, and more upside down."""
        long = sorted((found.picture for found in layout.lines), key=lambda picture: -picture.shape[1])[
            :_PROBED
        ]
        upright = _sureness(self._readings(long[:1]))
        if upright >= _SENSIBLE:
            return False
        reversed_ = [picture[::-1, ::-1].copy() for picture in long]
        return _sureness(self._readings(reversed_)) > _sureness(self._readings(long)) + _CLEARLY

    def _readings(self, pictures: Sequence[NDArray[np.uint8]]) -> list[LineReading]:
        """One reading a picture; an engine that miscounts is not believed at all."""
        readings = self.engine.read_lines(pictures)
        if len(readings) != len(pictures):
            detail = f"{len(readings)} readings for {len(pictures)} lines"
            raise EngineFailed(detail, engine=self.engine.name)
        return readings


def _sureness(readings: Sequence[LineReading]) -> float:
    """The mean confidence over all characters; 1 where there are none."""
    letters = [confidence for reading in readings for confidence in reading.confidences]
    return sum(letters) / len(letters) if letters else 1.0
