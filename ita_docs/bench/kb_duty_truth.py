"""Which tellings of a world are one duty on one day: a later letter moves what it reaches, no other copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ita_docs.bench.kb_world import WorldFile
from ita_docs.corpus.letter import Letter
from ita_docs.corpus.letter_parts import Duty

__all__ = ["Part", "Telling", "parts_meant"]

Telling = tuple[str, int]
"""A letter of the world and the place of one of its deadlines, from 1."""

_SETS_ANEW = ("changes", "reminds")


@dataclass(slots=True)
class Part:
    """Tellings that are one duty, its last day, and whether it was moved there."""

    name: str
    tellings: set[Telling]
    due: str | None
    moved: bool


def parts_meant(files: Sequence[WorldFile]) -> list[Part]:
    """The duties of a world; one that a province gave another day is parted from the other copies."""
    letters = {file.letter: file.source for file in files if file.source is not None}
    links = {file.letter: {one["to"]: one["kind"] for one in file.links if one["to"]} for file in files}
    told: dict[str, list[tuple[Letter, int, Duty]]] = defaultdict(list)
    for letter in sorted(letters.values(), key=lambda one: (one.day, one.id)):
        for place, duty in enumerate(letter.duties, 1):
            told[duty.key].append((letter, place, duty))
    found: dict[str, Part] = {}
    for key, tellings in told.items():
        setters = _set_anew(tellings, links)
        for letter, place, duty in tellings:
            reached = [one.id for one in setters if _reaches(one, letter, letters, links)]
            name = f"{key} by {reached[-1]}" if reached else key
            part = found.setdefault(name, Part(name, set(), None, bool(reached)))
            part.tellings.add((letter.id, place))
            if not duty.restated:
                part.due = duty.due.isoformat() if duty.due else None
    return list(found.values())


def _set_anew(
    tellings: Sequence[tuple[Letter, int, Duty]], links: Mapping[str, Mapping[str, str]]
) -> list[Letter]:
    """The letters that give the duty another day, in their order."""
    first = tellings[0][2].due
    return [
        letter
        for letter, _, duty in tellings
        if not duty.restated
        and duty.due != first
        and any(kind in _SETS_ANEW for kind in links[letter.id].values())
    ]


def _reaches(
    setter: Letter, other: Letter, letters: Mapping[str, Letter], links: Mapping[str, Mapping[str, str]]
) -> bool:
    if setter is other:
        return True
    above = _above(other.id, links)
    for target in (to for to, kind in links[setter.id].items() if kind in _SETS_ANEW and to in above):
        of_another = target not in letters or letters[target].sender.name != setter.sender.name
        if not (of_another and setter.sender.province and other.sender.province != setter.sender.province):
            return True
    return False


def _above(name: str, links: Mapping[str, Mapping[str, str]]) -> set[str]:
    """A letter and all that it builds on."""
    found, waiting = {name}, [name]
    while waiting:
        fresh = links.get(waiting.pop(), {}).keys() - found
        found |= fresh
        waiting += fresh
    return found
