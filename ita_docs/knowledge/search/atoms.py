"""The smallest units that search counts: a Thai character cluster, a Latin word, a run of digits.

A cluster is a consonant with the vowels and marks that cannot stand without it; no Thai word begins or ends
inside one. Positions in the index are counted in atoms, so a phrase is found however either side was cut
into words, and however many spaces a scanner put between.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["ATOM", "Atoms", "atoms_of", "count_atoms"]

ATOM = re.compile(r"[เแโใไ]*[ก-ฮ][ัิ-ฺ็-๎]*[ะาำๅ]*[่-๎]*|[a-z]+|[0-9]+|[ะ-ูเ-๎]+")


@dataclass(frozen=True, slots=True)
class Atoms:
    """The atoms of a folded text, run together.

    `units` are the atoms; `places` their start in the folded text; `gaps` the numbers of the atoms that
    something else (a space, a dash) stands in front of.
    """

    units: list[str]
    places: list[int]
    gaps: frozenset[int]

    @property
    def squeezed(self) -> str:
        """All atoms without what stood between them."""
        return "".join(self.units)


def atoms_of(folded: str) -> Atoms:
    """Cut folded text into atoms.

    >>> atoms_of("ส่งแบบ OIT 2568").units
    ['ส่', 'ง', 'แ\u0e1a', 'บ', 'oit', '2568']
    """
    units: list[str] = ATOM.findall(folded)
    places: list[int] = []
    gaps: list[int] = []
    end = 0
    for index, unit in enumerate(units):  # what lies between two atoms begins none: find meets the match
        start = folded.find(unit, end)
        if start != end:
            gaps.append(index)
        places.append(start)
        end = start + len(unit)
    return Atoms(units, places, frozenset(gaps))


def count_atoms(word: str) -> int:
    """How many atoms a folded word has.

    >>> count_atoms("จังหวัด")
    4
    """
    return len(ATOM.findall(word))
