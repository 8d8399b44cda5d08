"""One A4 page while it is being set: the picture, and the lines put on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image

from ita_docs.corpus.page.typesetting import Ink, Typesetter

__all__ = ["BLACK", "GoldLine", "Sheet"]

BLACK: Ink = (14, 14, 16)


@dataclass(frozen=True, slots=True)
class GoldLine:
    """A printed line: its text, its box as fractions of the page, what it belongs to, and how it got there.

    `part` is the block it stands in (`number`, `date`, `paragraph`, `stamp` ...); `role` is `print`, `stamp`,
    `handwriting` or `furniture`, as in `parsers.page`.
    """

    text: str
    bbox: tuple[float, float, float, float]
    part: str
    role: str = "print"
    label: str = ""


@dataclass(slots=True)
class Sheet:
    """A white A4 page at the typesetter's resolution. `y` is where the next line may start, in pixels."""

    typesetter: Typesetter
    y: float = 0.0
    image: Image.Image = field(init=False)
    lines: list[GoldLine] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", (self.width, self.height), (255, 255, 255))

    @property
    def width(self) -> int:
        """Page width in pixels."""
        return round(self.typesetter.cm(21.0))

    @property
    def height(self) -> int:
        """Page height in pixels."""
        return round(self.typesetter.cm(29.7))

    def put(
        self, text: str, x: float, baseline: float, part: str, *, size: float = 16, bold: bool = False,
        ink: Ink = BLACK, role: str = "print", label: str = "",
    ) -> None:  # fmt: skip
        """Draw one line and keep it as gold."""
        self.typesetter.draw(self.image, (x, baseline), text, size, bold=bold, ink=ink)
        box = self.typesetter.ink_box((x, baseline), text, size, bold=bold)
        self.keep(text, box, part, role=role, label=label)

    def keep(
        self,
        text: str,
        box: tuple[float, float, float, float],
        part: str,
        *,
        role: str = "print",
        label: str = "",
    ) -> None:
        """Note a line that stands in `box` (pixels)."""
        x0, y0, x1, y1 = box
        fractions = (x0 / self.width, y0 / self.height, x1 / self.width, y1 / self.height)
        clipped = tuple(min(1.0, max(0.0, value)) for value in fractions)
        self.lines.append(GoldLine(" ".join(text.split()), clipped, part, role, label))  # type: ignore[arg-type]
