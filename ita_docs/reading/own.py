"""Our own page reader: layout, then the line recogniser, then a second look at what it doubts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_docs.reading.engine import LineEngine, LineReading, PageImage, PageReading
from ita_docs.reading.layout.page_layout import Layout, lay_out
from ita_docs.reading.lines_of_layout import lines_of
from ita_docs.reading.reading_order import in_reading_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from ita_docs.recogniser import Recogniser

__all__ = ["OwnReader", "RecogniserEngine"]


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
    """Reads pages with our layout and any line engine."""

    engine: LineEngine
    name: str = "own"

    @classmethod
    def load(cls) -> OwnReader:
        """The reader with the weights that come with the package; raises `WeightsMissing` without them."""
        from ita_docs.recogniser import Recogniser

        return cls(RecogniserEngine(Recogniser.load()))

    def read_page(self, image: PageImage) -> PageReading:
        """Lay the page out, read its lines, put them in order."""
        layout = lay_out(image.pixels)
        lines = lines_of(layout, self._readings(layout))
        return PageReading(tuple(in_reading_order(lines)))

    def _readings(self, layout: Layout) -> list[LineReading]:
        """One reading a line of the layout; an engine that miscounts is not believed at all."""
        from ita_docs.errors import EngineFailed

        readings = self.engine.read_lines([found.picture for found in layout.lines])
        if len(readings) != len(layout.lines):
            detail = f"{len(readings)} readings for {len(layout.lines)} lines"
            raise EngineFailed(detail, engine=self.engine.name)
        return readings
