"""People who do not exist: names from common given names and family names put together from parts."""

from __future__ import annotations

from dataclasses import dataclass

from ita_docs.corpus.data_files import people
from ita_docs.corpus.dice import Dice

__all__ = ["Person", "invent_person"]


@dataclass(frozen=True, slots=True)
class Person:
    """`title` (นาย, นางสาว, or a rank) and the names. A rank is printed apart from the names."""

    title: str
    given: str
    family: str
    ranked: bool

    @property
    def full(self) -> str:
        """`นายวิชัย ทองพิทักษ์`, `ว่าที่ร้อยตรี วิชัย ทองพิทักษ์`."""
        return f"{self.title}{' ' if self.ranked else ''}{self.given} {self.family}"

    @property
    def in_brackets(self) -> str:
        """What stands between the brackets under the signature."""
        names = f"{self.given} {self.family}"
        return names if self.ranked else f"{self.title}{names}"


def invent_person(dice: Dice, *, ranks: bool = True, titles: str = "civil") -> Person:
    """A person drawn from the stock of name parts; `titles` names the stock of ranks before the name."""
    stock = people()
    woman = dice.chance(0.45)
    if ranks and titles != "civil" and dice.chance(0.85):
        given = dice.pick(stock["men"])
        family = dice.pick(stock["family_head"]) + dice.pick(stock["family_tail"])
        return Person(dice.pick(stock[titles]), given, family, ranked=True)
    given = dice.pick(stock["women"] if woman else stock["men"])
    family = dice.pick(stock["family_head"]) + dice.pick(stock["family_tail"])
    if ranks and dice.chance(0.12):
        rank = "ว่าที่ร้อยตรีหญิง" if woman else dice.pick(stock["ranks"][:-1])
        return Person(rank, given, family, ranked=True)
    return Person(dice.pick(("นาง", "นางสาว")) if woman else "นาย", given, family, ranked=False)
