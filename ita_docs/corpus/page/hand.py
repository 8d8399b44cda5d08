"""What clerks fill in by pen: the running number and the day, in a script face and blue ink."""

from __future__ import annotations

from dataclasses import dataclass

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.page.sheet import Sheet
from ita_docs.corpus.page.typesetting import Ink, Typesetter
from ita_docs.typefaces import installed

__all__ = ["Hand", "draw_hand"]

_BLUE: Ink = (30, 46, 140)


@dataclass(frozen=True, slots=True)
class Hand:
    """A pen in a script face; `number` and `day` say what it fills in."""

    pen: Typesetter
    number: bool
    day: bool

    @property
    def fields(self) -> list[str]:
        """The gold's names of what stands in handwriting."""
        return [name for name, filled in (("number", self.number), ("date", self.day)) if filled]

    def fill_number(self, sheet: Sheet, text: str, x: float, baseline: float, size: float) -> None:
        """`ที่ มท ๐๓๒๒/ว ๑๕๗๘`: printed up to the slash and ว, the running number by pen."""
        cut = text.rindex("/") + 1
        cut += len(text[cut:]) - len(text[cut:].lstrip(" ว"))
        self._print_then_pen(sheet, text[:cut], text[cut:], x, baseline, size, "number")

    def fill_day(self, sheet: Sheet, text: str, x: float, baseline: float, size: float) -> None:
        """`๒๒ พฤศจิกายน ๒๕๖๗`: the day by pen before the printed month."""
        day, _, month = text.partition(" ")
        gap = sheet.typesetter.cm(0.2)
        end = x + self.pen.width(day, size + 2)
        self._pen(sheet, day, x, baseline, size, "date")
        sheet.put(month, end + gap, baseline, "date", size=size)

    def note(self, sheet: Sheet, text: str, x: float, baseline: float, part: str) -> None:
        """A line of somebody's remark on the letter."""
        self._pen(sheet, text, x, baseline, 12, part)

    def _print_then_pen(
        self, sheet: Sheet, printed: str, written: str, x: float, baseline: float, size: float, part: str
    ) -> None:
        sheet.put(printed, x, baseline, part, size=size)
        end = x + sheet.typesetter.width(printed, size) + sheet.typesetter.cm(0.12)
        self._pen(sheet, written, end, baseline, size, part)

    def _pen(self, sheet: Sheet, text: str, x: float, baseline: float, size: float, part: str) -> None:
        up = sheet.typesetter.pixels(1.5)
        self.pen.draw(sheet.image, (x, baseline - up), text, size + 2, ink=_BLUE)
        box = self.pen.ink_box((x, baseline - up), text, size + 2)
        sheet.keep(text, box, part, role="handwriting")


def draw_hand(typesetter: Typesetter, dice: Dice) -> Hand | None:
    """A clerk's pen in one of the script faces of this machine; None where there is none."""
    scripts = [face for face in installed() if face.style == "script"]
    if not scripts:
        return None
    number = dice.chance(0.75)
    return Hand(Typesetter(dice.pick(scripts), typesetter.dpi), number, not number or dice.chance(0.5))
