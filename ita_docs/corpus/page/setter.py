"""Setting running text on sheets: lines, hanging indents, justification, page turns with catchwords."""

from __future__ import annotations

from dataclasses import dataclass, field

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.numerals import Numerals, on_paper
from ita_docs.corpus.page.breaking import break_lines, clusters
from ita_docs.corpus.page.hand import Hand
from ita_docs.corpus.page.sheet import BLACK, Sheet
from ita_docs.corpus.page.typesetting import Ink, Typesetter

__all__ = ["Setter", "Style"]


@dataclass(frozen=True, slots=True)
class Style:
    """How an office sets its letters: centimetres and points of TH Sarabun New."""

    size: float = 16
    leading: float = 20.4
    left: float = 3.0
    right: float = 2.0
    top: float = 2.5
    bottom: float = 2.0
    indent: float = 2.5
    justify: str = "words"
    ruled: bool = False
    catchword: str = "{0}..."
    page_number: str = "- {0} -"


@dataclass(slots=True)
class Setter:
    """Puts lines on sheets from top to bottom and turns the page when one is full.

    `below` is how many lines the blocks after the present one take; `signature_left` where the signature's
    text begins, in pixels; `hand` who fills in number and day.
    """

    typesetter: Typesetter
    style: Style
    dice: Dice
    numerals: Numerals = "thai"
    sheets: list[Sheet] = field(default_factory=list)
    opened: int = 0
    below: float = 0.0
    signature_left: float = 0.0
    hand: Hand | None = None

    @property
    def sheet(self) -> Sheet:
        """The page being set."""
        return self.sheets[-1]

    @property
    def left(self) -> float:
        """The left margin in pixels."""
        return self.typesetter.cm(self.style.left)

    @property
    def right(self) -> float:
        """Where lines end, in pixels."""
        return self.sheet.width - self.typesetter.cm(self.style.right)

    @property
    def leading(self) -> float:
        """From baseline to baseline, in pixels."""
        return self.typesetter.pixels(self.style.leading)

    def open_document(self) -> None:
        """A fresh page without a number, for a new document."""
        self.sheets.append(Sheet(self.typesetter))
        self.opened = len(self.sheets)
        self.sheet.y = self.typesetter.cm(self.style.top)

    def turn(self, next_words: str = "") -> None:
        """The next page of the same document, numbered; the catchword announces how it begins."""
        if next_words:
            self._catchword(next_words)
        self.sheets.append(Sheet(self.typesetter))
        number = len(self.sheets) - self.opened + 1
        text = on_paper(self.style.page_number.format(number), self.numerals)
        self.centre(text, self.sheet.width / 2, self.typesetter.cm(1.9), "page number", role="furniture")
        self.sheet.y = self.typesetter.cm(self.style.top + 0.6)

    def _catchword(self, words: str) -> None:
        head = " ".join(words.split()[:2])[:24]
        pieces = break_lines(head, 1e9, 1e9, len)
        text = self.style.catchword.format("".join(pieces[0][:5]).strip() if pieces else head)
        width = self.typesetter.width(text, self.style.size)
        baseline = min(self.sheet.y + self.leading * 1.6, self.sheet.height - self.typesetter.cm(1.0))
        self.sheet.put(
            text, self.right - width, baseline, "catchword", size=self.style.size, role="furniture"
        )

    def room(self, lines: float = 1) -> bool:
        """Whether `lines` more fit on the page."""
        end = self.sheet.height - self.typesetter.cm(self.style.bottom)
        return self.sheet.y + lines * self.leading <= end

    def down(self, lines: float) -> None:
        """Leave `lines` of space."""
        self.sheet.y += lines * self.leading

    def advance(self) -> float:
        """Move to the next line and give its baseline."""
        self.sheet.y += self.leading
        return self.sheet.y

    def measure(self, bold: bool = False) -> Measure:
        """The width of a piece of text at the body size."""
        return Measure(self, bold)

    def paragraph(self, text: str, part: str, *, first: float, hang: float, bold: bool = False) -> None:
        """Set `text` from `first` pixels in, other lines from `hang`, to the right margin."""
        room = self.right - self.left
        lines = break_lines(text, room - first, room - hang, self.measure(bold))
        if not self.room(min(2, len(lines))):
            self.turn(text)
        for place, pieces in enumerate(lines):
            left_over = len(lines) - place
            if not self.room() or (left_over == 2 and not self.room(2)):
                self.turn("".join(pieces))
            x = self.left + (first if place == 0 else hang)
            self.line(pieces, x, part, stretch=place + 1 < len(lines), bold=bold)

    def line(self, pieces: list[str], x: float, part: str, *, stretch: bool, bold: bool = False) -> None:
        """One line of pieces from `x`, stretched to the margin if it is not a paragraph's last."""
        baseline, text = self.advance(), "".join(pieces)
        widths = [self.typesetter.width(piece, self.style.size, bold=bold) for piece in pieces]
        spare = self.right - x - sum(widths)
        if (
            not (stretch and self.style.justify != "none" and 0 < spare < self.typesetter.cm(2.2))
            or len(pieces) < 2
        ):
            self.sheet.put(text, x, baseline, part, size=self.style.size, bold=bold)
            return
        if self.style.justify == "clusters":
            pieces = clusters(text)
            widths = [self.typesetter.width(piece, self.style.size, bold=bold) for piece in pieces]
            spare = self.right - x - sum(widths)
        self._spread(pieces, widths, x, baseline, spare, bold)
        _, y0, _, y1 = self.typesetter.ink_box((x, baseline), text, self.style.size, bold=bold)
        self.sheet.keep(text, (x, y0, self.right, y1), part)

    def _spread(
        self, pieces: list[str], widths: list[float], x: float, baseline: float, spare: float, bold: bool
    ) -> None:
        weights = [3.0 if piece.isspace() else 1.0 for piece in pieces[:-1]]
        total = sum(weights)
        for piece, width, weight in zip(pieces, widths, [*weights, 0.0], strict=True):
            if not piece.isspace():
                self.typesetter.draw(
                    self.sheet.image, (x, baseline), piece, self.style.size, bold=bold, ink=BLACK
                )
            x += width + spare * weight / total

    def centre(
        self, text: str, middle: float, baseline: float, part: str, *, size: float | None = None,
        bold: bool = False, role: str = "print", ink: Ink = BLACK,
    ) -> None:  # fmt: skip
        """One line centred on `middle`."""
        points = size or self.style.size
        width = self.typesetter.width(text, points, bold=bold)
        self.sheet.put(text, middle - width / 2, baseline, part, size=points, bold=bold, role=role, ink=ink)


@dataclass(frozen=True, slots=True)
class Measure:
    """Measures pieces for the line breaker."""

    setter: Setter
    bold: bool

    def __call__(self, piece: str) -> float:
        """The width of `piece` in pixels."""
        return self.setter.typesetter.width(piece, self.setter.style.size, bold=self.bold)
