"""What one chain is about: its topic, fiscal year, line of command and province, and the words for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ita_docs.corpus.data_files import Province, Topic, lines
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Letter
from ita_docs.corpus.numbering import LetterNumber, Register
from ita_docs.corpus.numerals import Numerals
from ita_docs.corpus.offices import Office
from ita_docs.corpus.people import Person, invent_person
from ita_docs.corpus.thai_dates import buddhist

__all__ = ["Matter"]


@dataclass(slots=True)
class Matter:
    """The setting of a chain and the letters written in it so far.

    `citing` is how likely a letter cites others than the one that it follows.
    """

    name: str
    topic: Topic
    line: str
    province: Province
    fiscal_year: int
    dice: Dice
    register: Register
    authority: Office
    department: Office
    unit: Office
    matter: str = ""
    short: str = ""
    citing: float = 0.5
    notice: str = ""
    heads: dict[str, Person] = field(default_factory=dict)
    letters: list[Letter] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.matter = self.fill(self.dice.pick(self.topic.matter))
        self.short = self.fill(self.dice.pick(self.topic.short))
        self.notice = self.fill(self.topic.notice)

    @property
    def entry(self) -> dict[str, Any]:
        """The line of command's row of `lines.toml`."""
        row: dict[str, Any] = lines()[self.line]
        return row

    def fill(self, phrase: str, back: str = "", *, anywhere: bool = False) -> str:
        """A phrase with the chain's year, body and province in it; `back` is whom a report goes to.

        A central body that writes to all provinces (`anywhere`) names none.
        """
        if "{" not in phrase:
            return phrase
        return phrase.format(
            fy=self.fiscal_year,
            last=self.fiscal_year - 1,
            cy=self.fiscal_year,
            n=self.dice.number(1, 4),
            body=self.entry["body"],
            back=back,
            p=self.province.name,
            pv="จังหวัด" if anywhere else f"จังหวัด{self.province.name}",
        )

    def named_years(self, text: str) -> list[int]:
        """The fiscal years that a text names as such."""
        wanted = (self.fiscal_year - 1, self.fiscal_year)
        return [year for year in wanted if f"ปีงบประมาณ พ.ศ. {year}" in text]

    def doer(self) -> str:
        """Who in the field has to act: อำเภอ, องค์กรปกครองส่วนท้องถิ่น."""
        return str(self.dice.pick(self.entry["doer"]))

    def give_number(self, office: Office, day: date, *, circular: bool) -> LetterNumber:
        """The next number of the office's series; circulars count apart."""
        series = f"{office.series}{'/ว' if circular else ''}"
        serial = self.register.next_serial(series, buddhist(day), self.dice)
        return LetterNumber(office.agency, office.unit, str(serial), circular, office.committee)

    def give_order_number(self, office: Office, day: date) -> LetterNumber:
        """An order's number: counted by authority and calendar year, without code letters."""
        serial = self.register.next_serial(f"order {office.name}", buddhist(day), self.dice)
        return LetterNumber(None, None, str(serial), year=buddhist(day))

    def holder(self, post: str) -> Person:
        """The one person who holds a post through the chain."""
        if post not in self.heads:
            self.heads[post] = invent_person(Dice(f"{self.name} {post}"))
        return self.heads[post]

    def numerals(self) -> Numerals:
        """Thai digits in most letters."""
        return "thai" if self.dice.chance(0.82) else "arabic"

    def next_id(self) -> str:
        """The id of the chain's next letter."""
        return f"{self.name}-{len(self.letters) + 1:02d}"

    def add(self, letter: Letter) -> Letter:
        """Keep a letter in the chain and hand it back."""
        self.letters.append(letter)
        return letter
