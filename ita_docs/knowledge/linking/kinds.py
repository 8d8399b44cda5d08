"""Why a letter hangs on another: follows, forwards, acts on, replies, reminds, changes, cancels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.lexicon import DATA
from models.references import LinkKind
from parsers.knowledge.tables import load_table

__all__ = ["Citing", "kind_of_link"]

_RULES_AND_ORDERS = frozenset({"order", "announcement", "regulation", "law", "act", "rule", "judgment"})
_STRONG = (LinkKind.CANCELS, LinkKind.CHANGES, LinkKind.REMINDS, LinkKind.REPLIES)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell a kind of link, in the `subject` or the `body` of the citing letter."""

    kind: str
    where: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Citing:
    """What of the citing letter tells the kind of its links."""

    subject: str
    body: str


@lru_cache(maxsize=1)
def _cues() -> tuple[tuple[LinkKind, str, str], ...]:
    rows = load_table("link_cues.csv", Cue, DATA)
    return tuple((LinkKind(row.kind), row.where, fold(row.text).replace(" ", "")) for row in rows)


def kind_of_link(citing: Citing, where: str, cited_kind: str, same_file: bool) -> LinkKind:
    """The kind of one link.

    A copy enclosed or behind the letter in its file is forwarded. What the header cites carries the
    letter's own purpose (its subject first, then its body). Orders, announcements and rules are acted on.

    >>> kind_of_link(Citing("ขยายระยะเวลาการรายงาน", ""), "header", "letter", False)
    <LinkKind.CHANGES: 'changes'>
    """
    if same_file or where == "enclosure":
        return LinkKind.FORWARDS if cited_kind == "letter" or same_file else LinkKind.ACTS_ON
    if where == "header":
        purpose = _purpose(citing.subject, "subject") or _purpose(citing.body, "body")
        if purpose in _STRONG:
            return purpose
    return LinkKind.ACTS_ON if cited_kind in _RULES_AND_ORDERS else LinkKind.FOLLOWS


def _purpose(text: str, where: str) -> LinkKind | None:
    """The strongest purpose that the text speaks of."""
    squeezed = fold(text).replace(" ", "").replace("\n", "")
    found = {kind for kind, place, cue in _cues() if place == where and cue in squeezed}
    return next((kind for kind in _STRONG if kind in found), None)
