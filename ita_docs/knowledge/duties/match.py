"""Whether two letters tell one duty: the same day or rule, the same kind of body, the same action."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ita_docs.knowledge.duties.tellings import Telling
from ita_docs.knowledge.linking.names import likeness

__all__ = ["SAME_ACTION", "action_likeness", "pair_up", "same_action", "urges"]

SAME_ACTION = 0.5
"""Actions this alike are one action told in other words."""

PASSED_ON = 0.7
"""Actions this alike are one even where the next office binds other bodies with it."""

RESTATED_ACTION = 0.25
"""The background clause of a letter tells an earlier duty more loosely."""


_URGES = re.compile(r"^(?:ให้|ขอให้|โปรด|ช่วย)*(?:เร่งรัด|เร่ง|ติดตาม|กำชับ)(?:ให้)?")


def urges(telling: Telling) -> bool:
    """Whether an action hurries one that was asked for before: `เร่งรัดรายงานผล`."""
    return _URGES.match(telling.action or "") is not None


def action_likeness(left: Telling, right: Telling) -> float:
    """How alike two actions are, 0 to 1, whichever of them hurries."""
    return likeness(_bare(left), _bare(right))


def _bare(telling: Telling) -> str:
    action = telling.action or ""
    return _URGES.sub("", action) or action


def same_action(left: Telling, right: Telling) -> bool:
    """Whether the actions are one; where other bodies are bound, only if told in nearly the same words."""
    alike = action_likeness(left, right)
    if not _one_party(left, right):
        return alike >= PASSED_ON
    return alike >= (RESTATED_ACTION if left.restated or right.restated else SAME_ACTION)


def _one_party(left: Telling, right: Telling) -> bool:
    return left.party is None or right.party is None or left.party == right.party


def _same_day(left: Telling, right: Telling) -> bool:
    if left.due is not None or right.due is not None:
        return left.due == right.due
    return left.rule == right.rule


def pair_up(left: Iterable[Telling], right: Iterable[Telling]) -> list[tuple[Telling, Telling]]:
    """The tellings of two letters that are one duty, each used once, the most alike first."""
    others = list(right)
    pairs = [
        (action_likeness(one, other), one, other)
        for one in left
        for other in others
        if _same_day(one, other) and same_action(one, other)
    ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1].key, pair[2].key))
    used: set[int] = set()
    chosen = []
    for _, one, other in pairs:
        if one.id not in used and other.id not in used:
            used |= {one.id, other.id}
            chosen.append((one, other))
    return chosen
