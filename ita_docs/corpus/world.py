"""A world of letters: families one after another, each letter a file, with the gold of its links."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice
from typing import Any, Literal

from ita_docs.corpus.bundle import bundle
from ita_docs.corpus.data_files import Topic, topics
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.family import write_family
from ita_docs.corpus.flaws import FLAWS, Flaw, plant_flaw
from ita_docs.corpus.letter import Letter
from ita_docs.corpus.misreading import damage_citations
from ita_docs.corpus.numbering import Register
from ita_docs.corpus.sample import Sample
from ita_docs.corpus.scenes.loose import loose_letters
from ita_docs.corpus.scenes.records import record
from ita_docs.corpus.stamping import stamp_letter
from ita_docs.corpus.twins import add_twins

__all__ = ["World"]

Topics = Literal["ita", "mixed"]


class World:
    """Letters without end for a seed.

    `missing` of the central letters and orders are never held, though others cite them; `flaws` of the files
    carry a planted contradiction, one of `planted`; `twins` of the cited letters have a double that no
    citation tells apart;
    `damage` of the citations are misread in a character or two; `citing` of the letters cite more than the
    one that they follow. Samples come family by family, by day.
    """

    def __init__(
        self, seed: int, *, topics: Topics = "ita", missing: float = 0.16, flaws: float = 0.12,
        twins: float = 0.0, damage: float = 0.0, citing: float = 0.5,
        fiscal_years: tuple[int, ...] = (2566, 2567, 2568, 2569), planted: tuple[Flaw, ...] = FLAWS,
    ) -> None:  # fmt: skip
        self.seed = seed
        self.mixed = topics == "mixed"
        self.missing = missing
        self.flaws = flaws
        self.twins = twins
        self.damage = damage
        self.citing = citing
        self.fiscal_years = fiscal_years
        self.planted = planted

    def samples(self, limit: int | None = None) -> Iterator[Sample]:
        """The world's files; at most `limit` of them."""
        return islice(self._samples(), limit)

    def _samples(self) -> Iterator[Sample]:
        register = Register()
        for number in count(1):
            name = f"S{self.seed}F{number:05d}"
            dice = Dice(f"{name} plan")
            letters = self._letters(name, dice, register)
            yield from _Family(letters, self, dice).files()

    def _letters(self, name: str, dice: Dice, register: Register) -> list[Letter]:
        year = dice.pick(self.fiscal_years)
        if self.mixed and dice.chance(0.45):
            return loose_letters(name, year, register)
        if self.mixed and dice.chance(0.12):
            return record(name, year, register)
        return write_family(name, self._topic(dice), year, register, citing=self.citing)

    def _topic(self, dice: Dice) -> Topic:
        stock = topics()
        return stock["ita"] if not self.mixed or dice.chance(0.4) else stock[dice.pick(sorted(stock))]


class _Family:
    """One family on its way to files: which letters are held, which have twins."""

    def __init__(self, letters: list[Letter], world: World, dice: Dice) -> None:
        self.world, self.dice = world, dice
        self.twins = add_twins(letters, world.twins, dice)
        self.letters = {letter.id: letter for letter in letters}
        self.held = {letter.id for letter in letters if not self._lost(letter)}

    def _lost(self, letter: Letter) -> bool:
        if letter.id in self.twins or letter.id in self.twins.values():
            return False
        central = letter.role in ("announcement", "authority_letter", "circular", "order")
        return central and self.dice.chance(self.world.missing)

    def files(self) -> Iterator[Sample]:
        """The held letters' files, by day."""
        for letter in sorted(self.letters.values(), key=lambda one: (one.day, one.id)):
            if letter.id in self.held:
                yield self._file(letter)

    def _file(self, letter: Letter) -> Sample:
        stamp_letter(letter, self.dice)
        damaged = damage_citations(letter, self.world.damage, self.dice)
        if self.dice.chance(self.world.flaws):
            plant_flaw(letter, self.dice, self.world.planted)
        papers = bundle(letter, self.letters, self.dice)
        return Sample(
            letter.id,
            letter,
            papers,
            [self._link(letter, n, n in damaged) for n in range(len(letter.citations))],
        )

    def _link(self, letter: Letter, place: int, damaged: bool) -> dict[str, Any]:
        """Where a citation leads: to a letter of the world, held or not, or to one of two."""
        citation = letter.citations[place]
        link = {"from": letter.id, "reference": place, "kind": citation.link, "to": citation.target}
        link |= {"state": self._state(letter, citation.target), "damaged": damaged}
        if link["state"] == "ambiguous":
            link |= {"to": None, "candidates": [citation.target, self.twins[str(citation.target)]]}
        return link

    def _state(self, letter: Letter, target: str | None) -> str:
        if target == letter.id:
            return "self"
        if target in self.twins:
            return "ambiguous"
        return "held" if target in self.held else "missing"
