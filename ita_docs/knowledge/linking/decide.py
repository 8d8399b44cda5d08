"""From weighed candidates to a decision: one letter, several that cannot be told apart, or none held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from ita_docs.knowledge.linking.sides import Cited, Held, document_kinds
from ita_docs.knowledge.linking.weigh import Weighing, weigh
from models.references import ReferenceState

__all__ = ["BAR", "MARGIN", "Decision", "decide"]

Same: TypeAlias = Callable[[Held, Held], bool]
"""Whether two held documents are copies of one letter."""

BAR = 8.0
"""Points below which no candidate is believed: a number needs day, issuer or year beside it."""

MARGIN = 2.0
"""Points by which the best must lead: one independent sign."""


@dataclass(slots=True)
class Decision:
    """What a citation resolves to. `candidates` are the ids that stay possible where it is ambiguous."""

    state: ReferenceState
    target: Held | None = None
    points: float | None = None
    reasons: list[str] = field(default_factory=list)
    candidates: list[Held] = field(default_factory=list)


def decide(cited: Cited, held: list[Held], same: Same, seconded: Callable[[], int]) -> Decision:
    """Weigh all candidates and accept only one that is believed and leads clearly.

    `seconded` counts the other letters that cite the same number of the same day.
    Copies of one letter (a circular that five provinces enclosed) are one candidate.
    """
    weighed = [found for other in held if (found := weigh(cited, other)) is not None]
    likely = sorted(
        (found for found in weighed if found.points >= BAR),
        key=lambda found: (-found.points, _preference(found.held)),
    )
    if not any(_is_backed(found, cited, seconded) for found in likely):
        return Decision(ReferenceState.MISSING, reasons=_nearest(weighed))
    groups = _without_copies(likely, same)
    best = groups[0]
    rivals = [other for other in groups[1:] if best.points - other.points < MARGIN]
    if rivals or not _is_backed(best, cited, seconded):
        return _undecided(groups if not rivals else [best, *rivals])
    return Decision(ReferenceState.HELD, best.held, best.points, best.reasons)


def _undecided(weighed: list[Weighing]) -> Decision:
    best = weighed[0]
    candidates = sorted((found.held for found in weighed), key=lambda held: held.public_id)
    return Decision(ReferenceState.AMBIGUOUS, None, best.points, best.reasons, candidates)


def _is_backed(found: Weighing, cited: Cited, seconded: Callable[[], int]) -> bool:
    """Whether enough independent signs agree where number or day must have been misread.

    One misread sign is believed beside the others; two only where the matter or the file speaks for the
    letter too. A number that other letters cite as well was not misread; one that differs in a neighbouring
    serial may be another letter of that day, and needs the whole rest to agree.
    """
    if cited.serial is None:
        return _is_named(found, cited)
    if not found.misread or found.same_file:
        return True
    if cited.date is None or seconded():
        return False
    if found.day_misread:
        return found.supported and not found.neighbour
    return (found.same_office and not found.other_matter) or not found.neighbour


def _is_named(found: Weighing, cited: Cited) -> bool:
    """Whether a citation without a number means the letter: its kind, its matter, and its day."""
    if found.held.kind not in document_kinds(cited.kind) or not found.supported:
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
    return Weighing(found.held, twin.points, twin.reasons, twin.misread, twin.day_misread, twin.supported)
