"""From weighed candidates to a decision: one letter, several that cannot be told apart, or none held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Protocol, TypeAlias

from ita_docs.knowledge.linking.sides import Cited, Held, document_kinds
from ita_docs.knowledge.linking.weigh import weigh
from ita_docs.knowledge.linking.weighing import Weighing
from models.references import ReferenceState

__all__ = ["BAR", "MARGIN", "Decision", "decide"]

Same: TypeAlias = Callable[[Held, Held], bool]
"""Whether two held documents are copies of one letter."""


Typed: TypeAlias = Callable[[], bool]
"""Whether the citation stands on a page that was typed, so that its digits are as they were written."""


class Seconded(Protocol):
    """Whether another letter cites the same number of that day; `only_day`: any number of that office."""

    def __call__(self, *, only_day: bool = False) -> bool:
        """Ask the store."""


BAR = 8.0
"""Points below which no candidate is believed: a number needs day, issuer or year beside it."""

MARGIN = 2.0
"""Points by which the best must lead: one independent sign."""

MOST_ERRORS = 2
"""Misreadings of serial and day together that are still believed."""


@dataclass(slots=True)
class Decision:
    """What a citation resolves to. `candidates` are the ids that stay possible where it is ambiguous."""

    state: ReferenceState
    target: Held | None = None
    points: float | None = None
    reasons: list[str] = field(default_factory=list)
    candidates: list[Held] = field(default_factory=list)


def decide(
    cited: Cited, held: list[Held], same: Same, seconded: Seconded, typed: Typed = lambda: False
) -> Decision:
    """Weigh all candidates and accept only one that is believed and leads clearly.

    `seconded` says whether another letter cites the same number of the same day, `typed` whether no scanner
    has read the citation's page.
    Copies of one letter (a circular that five provinces enclosed) are one candidate.
    """
    if cited.names_itself:
        return Decision(ReferenceState.MISSING, reasons=["names itself"])
    weighed = sorted(
        (found for other in held if (found := weigh(cited, other)) is not None),
        key=lambda found: (-found.points, _preference(found.held)),
    )
    if not any(found.points >= BAR and _is_backed(found, cited, seconded, typed) for found in weighed):
        return Decision(ReferenceState.MISSING, reasons=_nearest(weighed))
    groups = _without_copies([found for found in weighed if _is_near(found, weighed[0])], same)
    best = groups[0]
    rivals = [other for other in groups[1:] if best.points - other.points < MARGIN]
    if rivals or not _is_backed(best, cited, seconded, typed):
        return _undecided([best, *rivals] if rivals else groups)
    return Decision(ReferenceState.HELD, best.held, best.points, best.reasons)


def _is_near(found: Weighing, best: Weighing) -> bool:
    """Believed, or so near to the best that it could be meant as well: the bar is no lead."""
    return found.points >= BAR or best.points - found.points < MARGIN


def _undecided(weighed: list[Weighing]) -> Decision:
    best = weighed[0]
    candidates = sorted((found.held for found in weighed), key=lambda held: held.public_id)
    return Decision(ReferenceState.AMBIGUOUS, None, best.points, best.reasons, candidates)


def _is_backed(found: Weighing, cited: Cited, seconded: Seconded, typed: Typed) -> bool:
    """Whether enough independent signs agree where number or day must have been misread.

    One misread sign is believed beside the others; two only where the matter or the file speaks for the
    letter too. A number that other letters cite as well was not misread, save for a circular mark, which all
    scanners misread alike; one that differs in a neighbouring serial may be another letter of that day, and
    needs the whole rest to agree. One that differs in two digits, or stands on a typed page, is believed
    where the matter or the file speaks for the letter.
    """
    if cited.serial is None:
        return _is_named(found, cited)
    if found.same_file or not (found.misread or found.day_and_year_misread):
        return True
    if cited.date is None or (not found.mark_misread and seconded()):
        return False
    if not found.misread:
        return True
    if found.day_misread:
        believed = found.supported and not found.neighbour and found.errors <= MOST_ERRORS
        return believed and not seconded(only_day=True)
    if found.neighbour:
        return (found.same_office and not found.other_matter) or found.own_subject
    return found.supported or (found.errors == 1 and not typed())


def _is_named(found: Weighing, cited: Cited) -> bool:
    """Whether a citation without a number, or with a torn one, means the letter: its kind, matter and day.

    A letter is named by its number: where that is torn, the office's part of it must be whole, or the
    citation must give the subject.
    """
    if found.held.kind not in document_kinds(cited.kind) or not found.supported:
        return False
    if cited.kind == "letter" and not (found.same_office or found.own_subject or found.same_file):
        return False
    return found.same_file or not found.day_misread or found.whole_subject


def _nearest(weighed: list[Weighing]) -> list[str]:
    if not weighed:
        return ["no held letter has this number or day"]
    best = max(weighed, key=lambda found: (found.points, found.held.public_id))
    return [f"nearest {best.held.public_id}: {', '.join(best.reasons)}"]


def _preference(held: Held) -> tuple[int, str]:
    """Among copies the one filed as a letter of its own; all citations of one letter meet in one copy."""
    return (held.position, held.public_id)


def _without_copies(believed: list[Weighing], same: Same) -> list[Weighing]:
    """One weighing a letter, best first."""
    kept: list[Weighing] = []
    for found in believed:
        twin = next((other for other in kept if same(other.held, found.held)), None)
        if twin is None:
            kept.append(found)
        elif _preference(found.held) < _preference(twin.held):
            kept[kept.index(twin)] = _in_place_of(twin, found)
    assert all(left.points >= right.points for left, right in pairwise(kept))
    return kept


def _in_place_of(twin: Weighing, found: Weighing) -> Weighing:
    """The copy that citations meet in, with what speaks for the letter."""
    return replace(twin, held=found.held)
