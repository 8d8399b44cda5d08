"""What a letter does to the letter that it names, told by its own words: cancels, changes, reminds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.lexicon import DATA
from models.references import LinkKind
from parsers.knowledge.tables import load_table

__all__ = ["purpose"]

STRONGEST_FIRST = (LinkKind.CANCELS, LinkKind.CHANGES, LinkKind.REMINDS)

NO_PURPOSE = "none"
"""The kind of words that tell no purpose, though they may hold a cue."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell a purpose, in the `subject` or the `body`.

    Words of no purpose stand at the `opening` of a subject (an invitation to `ประชุมติดตาม` reminds of
    nothing) or name a `matter` within it (`แก้ไขปัญหา`).
    """

    kind: str
    where: str
    text: str
    source: str


def purpose(subject: str, body: str) -> LinkKind | None:
    """What the letter does, by its subject, or else by its body; None where neither says.

    >>> purpose("ขยายระยะเวลาการรายงาน", ""), purpose("เร่งรัดการแก้ไขปัญหาฝุ่นละออง", "")
    (<LinkKind.CHANGES: 'changes'>, <LinkKind.REMINDS: 'reminds'>)
    >>> purpose("ขอเชิญประชุมติดตามความก้าวหน้า", "")
    """
    matter = _squeeze(subject)
    if matter.startswith(_words("opening")):
        return None
    return _first_said(matter) or _strongest(_squeeze(body))


def _first_said(matter: str) -> LinkKind | None:
    """The purpose named first: what follows it is what the letter is about."""
    for words in _words("matter"):
        matter = matter.replace(words, "")
    found = [(matter.find(text), -len(text), kind) for kind, text in _cues("subject")]
    said = sorted((place, size, kind) for place, size, kind in found if place >= 0)
    return said[0][2] if said else None


def _strongest(body: str) -> LinkKind | None:
    found = {kind for kind, text in _cues("body") if text in body}
    return next((kind for kind in STRONGEST_FIRST if kind in found), None)


def _squeeze(text: str) -> str:
    return fold(text).replace(" ", "").replace("\n", "")


@lru_cache(maxsize=1)
def _table() -> tuple[Cue, ...]:
    return tuple(load_table("link_cues.csv", Cue, DATA))


@lru_cache(maxsize=4)
def _cues(where: str) -> tuple[tuple[LinkKind, str], ...]:
    rows = [row for row in _table() if row.where == where and row.kind != NO_PURPOSE]
    return tuple((LinkKind(row.kind), _squeeze(row.text)) for row in rows)


@lru_cache(maxsize=4)
def _words(where: str) -> tuple[str, ...]:
    return tuple(_squeeze(row.text) for row in _table() if row.where == where and row.kind == NO_PURPOSE)
