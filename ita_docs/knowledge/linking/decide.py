"""From weighed candidates to a decision: one letter, several that cannot be told apart, or none held."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from ita_docs.knowledge.linking.names import likeness, name_likeness
from ita_docs.knowledge.linking.sides import Cited, Held, document_kinds
from ita_docs.knowledge.linking.weigh import Weighing, weigh
from models.references import ReferenceState

__all__ = ["BAR", "MARGIN", "Decision", "decide", "same_letter"]

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


def decide(cited: Cited, held: list[Held]) -> Decision:
    """Weigh all candidates and accept only one that is believed and leads clearly.

    Copies of one letter (the same circular enclosed by five provinces) count as one candidate.
    """
    if cited.says_nothing:
        return Decision(ReferenceState.MISSING, reasons=["neither number nor day is cited"])
    weighed = [found for other in held if (found := weigh(cited, other)) is not None]
    believed = sorted(
        (found for found in weighed if found.points >= BAR and _is_backed(found, cited)),
        key=lambda found: (-found.points, _preference(found.held)),
    )
    if not believed:
        return Decision(ReferenceState.MISSING, reasons=_nearest(weighed))
    groups = _without_copies(believed)
    best = groups[0]
    rivals = [other for other in groups[1:] if best.points - other.points < MARGIN]
    if rivals:
        return Decision(
            ReferenceState.AMBIGUOUS,
            reasons=best.reasons,
            points=best.points,
            candidates=sorted((found.held for found in (best, *rivals)), key=lambda other: other.public_id),
        )
    return Decision(ReferenceState.HELD, best.held, best.points, best.reasons)


def _is_backed(found: Weighing, cited: Cited) -> bool:
    """A misread number or a citation without one is believed only where something else speaks for it too."""
    if found.misread:
        return found.supported and not found.day_misread and cited.date is not None
    if cited.serial is None:
        return found.supported and not found.day_misread and found.held.kind in document_kinds(cited.kind)
    return True


def _nearest(weighed: list[Weighing]) -> list[str]:
    if not weighed:
        return ["no held letter has this number or day"]
    best = max(weighed, key=lambda found: (found.points, found.held.public_id))
    return [f"nearest {best.held.public_id}: {', '.join(best.reasons)}"]


def _preference(held: Held) -> tuple[int, str]:
    """Among copies the one filed as a letter of its own; all citations of one letter meet in one copy."""
    return (held.position, held.public_id)


def _without_copies(believed: list[Weighing]) -> list[Weighing]:
    """One weighing a letter, best first."""
    kept: list[Weighing] = []
    for found in believed:
        twin = next((other for other in kept if same_letter(other.held, found.held)), None)
        if twin is None:
            kept.append(found)
        elif _preference(found.held) < _preference(twin.held):
            kept[kept.index(twin)] = _in_place_of(twin, found)
    assert all(left.points >= right.points for left, right in pairwise(kept))
    return kept


def _in_place_of(twin: Weighing, found: Weighing) -> Weighing:
    return Weighing(found.held, twin.points, twin.reasons, twin.misread, twin.day_misread, twin.supported)


def same_letter(left: Held, right: Held) -> bool:
    """Whether two held documents are copies of one letter: number, day, issuer and subject all agree."""
    if left.number_key is None or left.number_key != right.number_key or left.date is None:
        return False
    if left.date != right.date or not left.subject or not right.subject:
        return False
    if left.issuer and right.issuer and name_likeness(left.issuer, right.issuer) < 0.8:
        return False
    return likeness(left.subject, right.subject) >= 0.8
