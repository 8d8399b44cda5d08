"""Letters for large archives: plausible fields, citations and running text, made from seed and place alone.

This is no page generator: a letter is written straight in the published shape, so that a million take
minutes. Letter `i` is the same in every run of a seed, whatever was made before it.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from functools import lru_cache

from ita_docs.bench.kb_scale_parse import JSON, cited_words, contract_of, filled, number_of, thai
from ita_docs.bench.kb_scale_stock import ScaleStock

__all__ = ["A_LINE", "FAMILY", "ScaleLetter", "ScaleWorld"]

FAMILY = 12
"""Letters of one family: a circular, five relays, then answers one upon another."""

RELAYS = 5

FIRST_DAY = dt.date(2013, 10, 1)
DAYS = 4700

WORDS = 60
"""Running words of one letter, beside its set phrases."""

A_LINE = 12
"""Words of one line."""

YEARS_BACK = 40
"""A circular may carry on one of so many families before it: the same matter of another year."""

WITHIN, ACROSS = 0.4, 0.15
"""How many further letters of its own family, and of any other, a letter cites."""

UNHELD = 0.1
"""Citations of letters that the archive has not got."""


@dataclass(frozen=True, slots=True)
class ScaleLetter:
    """One letter: the parse, its page's lines, and for each citation the place of the letter meant."""

    place: int
    contract: JSON
    lines: list[str]
    cited: list[int | None]
    words: list[str]


class ScaleWorld:
    """The letters of a seed. `across`: how many letters of another family a letter cites.

    With 0.7 chains of ten steps reach hundreds of letters in place of about fourteen.
    """

    def __init__(self, seed: int, letters: int, *, across: float = ACROSS):
        self.seed, self.letters, self.across = seed, letters, across
        self._stock = ScaleStock(seed)

    def letter(self, place: int) -> ScaleLetter:
        """The letter at a place, from 0."""
        head = self.head(place)
        cited = self._cited(place)
        words = self._body(place)
        lines, deadline = self._lines(place, head, words)
        references = [self._reference(place, target, at) for at, target in enumerate(cited)]
        lines[4:4] = ["อ้างถึง  " + cited_words(one) for one in references]
        contract = contract_of(head, references, deadline, lines)
        return ScaleLetter(place, contract, lines, cited, words)

    @lru_cache(maxsize=4096)  # noqa: B019 - one world lives as long as its run
    def head(self, place: int) -> JSON:
        """Number, day, issuer and subject of a letter: what others cite."""
        dice = random.Random(f"{self.seed} head {place}")
        family, step = divmod(place, FAMILY)
        root = random.Random(f"{self.seed} family {family}")
        topic = root.choice(self._stock.topics)
        day = self._day(family, root) + dt.timedelta(days=step * 3 + dice.randrange(3))
        year = day.year + 543 + (day.month >= 10)
        office = (
            self._stock.offices[root.randrange(len(self._stock.offices))]
            if step == 0
            else self._province(root, step)
        )
        matter = root.choice(topic.matter if step == 0 else [*topic.short, *topic.matter])
        return {
            "number": number_of(office, str(dice.randrange(1, 20_000)), circular=step <= RELAYS),
            "date": day.isoformat(),
            "issuer": office,
            "subject": filled(matter, year),
            "topic": topic,
            "year": year,
        }

    def _day(self, family: int, root: random.Random) -> dt.date:
        families = max(1, self.letters // FAMILY)
        return FIRST_DAY + dt.timedelta(days=family * DAYS // families % DAYS + root.randrange(20))

    def _province(self, root: random.Random, step: int) -> JSON:
        if step > RELAYS:
            step = RELAYS + 1 + step % 2
        at = root.randrange(len(self._stock.provinces)) + step * 7
        province = self._stock.provinces[at % len(self._stock.provinces)]
        return {
            "name": f"จังหวัด{province.name}",
            "agency": province.code,
            "unit": f"{17 + step % 7:04d}.{1 + step % 4}",
            "province": province.name,
        }

    def _cited(self, place: int) -> list[int | None]:
        """Places of the letters cited; None for one not held."""
        dice = random.Random(f"{self.seed} cites {place}")
        family, step = divmod(place, FAMILY)
        root = place - step
        found: list[int | None] = []
        if step == 0 and family and dice.random() < 0.5:
            found.append(root - FAMILY * dice.randrange(1, min(family, YEARS_BACK) + 1))
        elif step:
            found.append(root)
        if step > RELAYS:
            found.append(place - 1)
        if step > 1 and dice.random() < WITHIN:
            found.append(root + dice.randrange(1, step))
        if family and dice.random() < self.across:
            found.append(dice.randrange(root))
        if dice.random() < UNHELD * 1.7:
            found.append(None)
        return list(dict.fromkeys(found))

    def _reference(self, place: int, target: int | None, at: int) -> JSON:
        head = self.head(target) if target is not None else self._unheld(place)
        return {
            "where": "header" if at == 0 else "body",
            "kind": "letter",
            "issuer": head["issuer"]["name"],
            "urgency": None,
            "number": head["number"],
            "date": head["date"],
            "subject": None,
            "target": None,
        }

    def _unheld(self, place: int) -> JSON:
        """A letter that nobody filed: its serial lies above all serials given."""
        head = self.head(place)
        serial = str(30_000 + place % 60_000)
        office = {**self._stock.offices[place % len(self._stock.offices)]}
        number = number_of(office, serial, circular=True)
        return {**head, "issuer": office, "number": number}

    def _body(self, place: int) -> list[str]:
        dice = random.Random(f"{self.seed} body {place}")
        return dice.choices(self._stock.words, cum_weights=self._stock.weights, k=WORDS)

    def _lines(self, place: int, head: JSON, words: list[str]) -> tuple[list[str], JSON | None]:
        dice = random.Random(f"{self.seed} duty {place}")
        topic = head["topic"]
        duty = filled(dice.choice(topic.duties), head["year"])
        text = ["".join(words[at : at + A_LINE]) for at in range(0, WORDS, A_LINE)]
        day = dt.date.fromisoformat(head["date"])
        deadline = None
        if place % 10 < 4:
            due = day + dt.timedelta(days=20 + place % 40)
            told = f"จึงขอให้{duty} ภายในวันที่ {thai(due)}"
            deadline = {"due": due.isoformat(), "action": duty, "text": told}
        else:
            told = "จึงเรียนมาเพื่อโปรดทราบ"
        lines = [
            f"ที่ {head['number']['canonical']}          {head['issuer']['name']}",
            thai(day),
            f"เรื่อง  {head['subject']}",
            "เรียน  นายอำเภอ ทุกอำเภอ",
            *text,
            filled(dice.choice(topic.purpose), head["year"]),
            told,
        ]
        return lines, deadline
