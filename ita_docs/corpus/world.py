"""A world of letters: families one after another, each letter a file, with the gold of its links."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice
from typing import Any, Literal

from ita_docs.corpus.bundle import bundle
from ita_docs.corpus.data_files import Topic, topics
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.family import write_family
from ita_docs.corpus.flaws import plant_flaw
from ita_docs.corpus.letter import Letter
from ita_docs.corpus.numbering import Register
from ita_docs.corpus.sample import Sample
from ita_docs.corpus.scenes.loose import loose_letters
from ita_docs.corpus.scenes.records import record
from ita_docs.corpus.stamping import stamp_letter

__all__ = ["World"]

Topics = Literal["ita", "mixed"]


class World:
    """Letters without end for a seed.

    `missing` of the letters are never held, though others cite them; `flaws` of the files carry a planted
    contradiction. Samples come family by family, in each by day.
    """

    def __init__(
        self, seed: int, *, topics: Topics = "ita", missing: float = 0.08, flaws: float = 0.12,
        fiscal_years: tuple[int, ...] = (2566, 2567, 2568, 2569),
    ) -> None:  # fmt: skip
        self.seed = seed
        self.mixed = topics == "mixed"
        self.missing = missing
        self.flaws = flaws
        self.fiscal_years = fiscal_years

    def samples(self, limit: int | None = None) -> Iterator[Sample]:
        """The world's files; at most `limit` of them."""
        return islice(self._samples(), limit)

    def _samples(self) -> Iterator[Sample]:
        register = Register()
        for number in count(1):
            yield from self._family(number, register)

    def _topic(self, dice: Dice) -> Topic:
        stock = topics()
        return stock["ita"] if not self.mixed or dice.chance(0.4) else stock[dice.pick(sorted(stock))]

    def _family(self, number: int, register: Register) -> Iterator[Sample]:
        name = f"S{self.seed}F{number:05d}"
        dice = Dice(f"{name} plan")
        year = dice.pick(self.fiscal_years)
        if self.mixed and dice.chance(0.45):
            letters = loose_letters(name, year, register)
        elif self.mixed and dice.chance(0.12):
            letters = record(name, year, register)
        else:
            letters = write_family(name, self._topic(dice), year, register)
        held = {letter.id for letter in letters if not self._lost(letter, dice)}
        by_id = {letter.id: letter for letter in letters}
        for letter in sorted(letters, key=lambda one: (one.day, one.id)):
            if letter.id in held:
                yield self._file(letter, by_id, held, dice)

    def _lost(self, letter: Letter, dice: Dice) -> bool:
        return letter.role in ("announcement", "authority_letter", "circular", "order") and dice.chance(
            self.missing * 2
        )

    def _file(self, letter: Letter, by_id: dict[str, Letter], held: set[str], dice: Dice) -> Sample:
        stamp_letter(letter, dice)
        if dice.chance(self.flaws):
            plant_flaw(letter, dice)
        papers = bundle(letter, by_id, dice)
        return Sample(letter.id, letter, papers, _links(letter, held))


def _links(letter: Letter, held: set[str]) -> list[dict[str, Any]]:
    """Where each citation leads: a letter of the world, held or not."""
    return [
        {
            "from": letter.id,
            "reference": place,
            "kind": citation.link,
            "to": citation.target,
            "state": _state(letter, citation.target, held),
        }
        for place, citation in enumerate(letter.citations)
    ]


def _state(letter: Letter, target: str | None, held: set[str]) -> str:
    if target == letter.id:
        return "self"
    return "held" if target in held else "missing"
